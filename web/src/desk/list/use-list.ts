// A list under way: what was read, what is taken in so far, and the part that was refused.

import type { ListBody, ListReading } from '@motcua/server/counter/schema';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { type Problem, problemOf } from '../../api.ts';
import { newKey } from '../../ui/intention.ts';
import { partSize, readListFile, type TakenRow, takeInPart } from './list-queries.ts';

export type SharedBody = Omit<ListBody, 'rows'>;

export function useList(procedureCode: string) {
  const client = useQueryClient();
  const [reading, setReading] = useState<ListReading | null>(null);
  const [taken, setTaken] = useState<readonly TakenRow[]>([]);
  const [refusal, setRefusal] = useState<Problem | null>(null);
  // The same part sent again has the same key: an answer that was lost on the way doubles nothing.
  const keys = useRef(new Map<string, string>());
  const keyFor = (body: ListBody): string => {
    const text = JSON.stringify(body);
    const key = keys.current.get(text) ?? newKey();
    keys.current.set(text, key);
    return key;
  };
  const opening = useMutation({
    mutationFn: (file: Blob) => readListFile(procedureCode, file),
    onMutate: () => {
      setReading(null);
      setRefusal(null);
    },
    onSuccess: setReading,
  });
  const taking = useMutation({
    mutationFn: async (shared: SharedBody) => {
      setRefusal(null);
      let left = reading?.rows ?? [];
      while (left.length > 0) {
        const rows = left.slice(0, partSize);
        const body = { ...shared, rows };
        const answer = await takeInPart(body, keyFor(body));
        const names = new Map(rows.map(({ line, fullName }) => [line, fullName]));
        setTaken((before) => [
          ...before,
          ...answer.taken.map((row) => ({ ...row, fullName: names.get(row.line) ?? '' })),
        ]);
        left = left.slice(partSize);
        const rest = left;
        setReading((before) => before && { ...before, rows: rest });
      }
    },
    onError: (error) => {
      const problem = problemOf(error);
      setRefusal(problem);
      setReading((before) => before && withoutRefused(before, problem));
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['worklist'] }),
  });
  return { reading, taken, refusal, opening, taking };
}

/** The row that stood in the way goes to those to be mended: the rest can be taken in. */
function withoutRefused(reading: ListReading, { fields }: Problem): ListReading {
  const [field] = fields;
  const line = Number(/^rows\.(\d+)$/.exec(field?.field ?? '')?.[1]);
  if (field === undefined || !reading.rows.some((row) => row.line === line)) return reading;
  return {
    ...reading,
    rows: reading.rows.filter((row) => row.line !== line),
    errors: [...reading.errors, { line, column: '', message: field.message }],
  };
}
