// An identity card scanned anywhere on the intake page fills the person's fields; what cannot be read says why.

import type { UseFormReturnType } from '@mantine/form';
import { looksLikeCard, readIdentityCard } from '@motcua/domain/identity-card';
import { useState } from 'react';
import { useScanner } from '../../ui/use-scanner.ts';
import { intakeWords } from '../../words/intake.ts';
import type { IntakeValues } from './values.ts';

const words = intakeWords.card;

export interface CardNews {
  tone: 'green' | 'amber' | 'red';
  text: string;
}

export function useCardScan(form: UseFormReturnType<IntakeValues>, allowDemo: boolean): CardNews | null {
  const [news, setNews] = useState<CardNews | null>(null);
  useScanner(looksLikeCard, (text) => {
    const reading = readIdentityCard(text, { allowDemo });
    if (!reading.ok) {
      setNews({ tone: 'red', text: reading.message });
      return;
    }
    const { garbled, number, ...card } = reading.card;
    form.setFieldValue('applicant', (before) => ({ ...before, ...card, identityNumber: number }));
    for (const field of ['fullName', 'identityNumber', 'address']) form.clearFieldError(`applicant.${field}`);
    setNews(
      garbled ? { tone: 'amber', text: words.garbled } : { tone: 'green', text: words.filled(card.fullName) },
    );
    const next = garbled ? 'applicant.fullName' : 'applicant.phone';
    // After the field the scanner typed into has been given back what it held.
    requestAnimationFrame(() => form.getInputNode(next)?.focus());
  });
  return news;
}
