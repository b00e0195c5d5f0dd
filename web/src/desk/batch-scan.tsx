// Where codes are scanned, anywhere on the page, or typed one after another.

import { TextInput } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import { useScanner } from '../ui/use-scanner.ts';
import { batchWords as words } from '../words/batches.ts';
import { findScanned, isScannable } from './scanned.ts';

export interface Scanned {
  id: string;
  code: string;
}

/** `onScan` gives a sentence when the dossier does not belong here. */
export function ScanList({ onScan }: { onScan: (dossier: Scanned) => string | null }) {
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const take = async (text: string) => {
    if (text === '') return;
    const found = await findScanned(text);
    setProblem(found === null ? words.unknown(text.slice(0, 60)) : onScan(found));
    setTyped('');
  };
  useScanner(isScannable, (text) => void take(text));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    void take(typed.trim());
  };
  return (
    <TextInput
      label={words.scan}
      autoComplete="off"
      value={typed}
      error={problem}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onKeyDown={onKeyDown}
    />
  );
}
