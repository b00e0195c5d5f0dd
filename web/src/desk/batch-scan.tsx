// The field codes are scanned or typed into, one after another, without leaving it.

import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { batchWords as words } from '../words/batches.ts';
import { findByCode } from './queries.ts';

export interface Scanned {
  id: string;
  code: string;
}

/** `onScan` gives a sentence when the dossier does not belong here. */
export function ScanList({ onScan }: { onScan: (dossier: Scanned) => string | null }) {
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const take = async (code: string) => {
    if (code === '') return;
    const id = await findByCode(code).catch(() => null);
    setProblem(id === null ? words.unknown(code) : onScan({ id, code }));
    setTyped('');
  };
  return (
    <TextInput
      label={words.scan}
      autoComplete="off"
      value={typed}
      error={problem}
      onChange={(event) => setTyped(event.currentTarget.value)}
      // Before the desk's own scanner, which would open the dossier.
      wrapperProps={{
        onKeyDown: (event: React.KeyboardEvent) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          void take(typed.trim());
        },
      }}
    />
  );
}
