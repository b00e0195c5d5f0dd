// An identity card scanned anywhere on the intake page fills the person's fields; what cannot be read says why.

import type { UseFormReturnType } from '@mantine/form';
import { looksLikeCard, readIdentityCard } from '@motcua/domain/identity-card';
import { useEffect, useRef, useState } from 'react';
import { restoreField, useScanner } from '../../ui/use-scanner.ts';
import { intakeWords } from '../../words/intake.ts';
import type { IntakeValues } from './values.ts';

const words = intakeWords.card;
/** What a scanner, or somebody who pastes, left in a field: a number, a bar, and what follows. */
const leftInField = /\w{9,15}\|.*$/s;

export interface CardNews {
  tone: 'green' | 'amber' | 'red';
  text: string;
}

export function useCardScan(form: UseFormReturnType<IntakeValues>, allowDemo: boolean): CardNews | null {
  const [news, setNews] = useState<CardNews | null>(null);
  const read = (text: string) => {
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
  };
  useFieldScan(read);
  useScanner(looksLikeCard, read);
  return news;
}

/** Scanners that type Vietnamese letters send no keys for them: the whole text stands only in the field. */
function useFieldScan(read: (text: string) => void): void {
  const latest = useRef(read);
  useEffect(() => {
    latest.current = read;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { target } = event;
      if (event.key !== 'Enter' || !(target instanceof HTMLInputElement)) return;
      const found = leftInField.exec(target.value);
      if (found === null || !looksLikeCard(found[0])) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      restoreField(target, target.value.slice(0, found.index));
      latest.current(found[0]);
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, []);
}
