// What is being filled in: kept at once in this page and on this device, sent soon after, sent again when the line was lost.

import { type AnswerChange, putAnswers } from '@motcua/domain/draft-answers';
import type { Answer, Answers } from '@motcua/domain/form-answers';
import { useCallback, useEffect, useRef, useState } from 'react';
import { problemOf } from '../../api.ts';
import { recall, remember } from '../../ui/storage.ts';
import { saveAnswers } from './apply-api.ts';

const soonMs = 400;
const againMs = 5000;

export type Saving = { state: 'saved'; at: string } | { state: 'saving' } | { state: 'kept' };

export interface Filling {
  answers: Answers;
  saving: Saving;
  /** Puts an answer in; without a value it is emptied. */
  put: (path: string, value: Answer | undefined) => void;
  /** Sends what has not been sent; resolves when all of it arrived, or tells why not. */
  flush: () => Promise<boolean>;
}

/** One change a field: the newest counts. Only what has not arrived is kept on the device. */
export function useAnswers(token: string, start: Answers, savedAt: string): Filling {
  const key = `motcua.nop.${token.slice(-12)}`;
  const pending = useRef<AnswerChange[]>(readKept(key));
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const sending = useRef<Promise<boolean>>(undefined);
  const [answers, setAnswers] = useState(() => putAnswers(start, pending.current));
  const [saving, setSaving] = useState<Saving>({ state: 'saved', at: savedAt });

  const send = useCallback(async (): Promise<boolean> => {
    clearTimeout(timer.current);
    await sending.current;
    const changes = pending.current.slice(0, 200);
    if (changes.length === 0) return true;
    setSaving({ state: 'saving' });
    sending.current = saveAnswers(token, changes).then(
      ({ savedAt: at }) => {
        pending.current = pending.current.filter((each) => !changes.includes(each));
        remember(key, JSON.stringify(pending.current));
        setSaving({ state: 'saved', at });
        return true;
      },
      (error: unknown) => {
        // What the server will never take is not sent for ever.
        if (problemOf(error).kind === 'invalid_fields') pending.current = [];
        setSaving({ state: 'kept' });
        timer.current = setTimeout(() => void send(), againMs);
        return false;
      },
    );
    return sending.current;
  }, [token, key]);

  useEffect(() => {
    const now = () => void send();
    if (pending.current.length > 0) now();
    window.addEventListener('online', now);
    document.addEventListener('visibilitychange', now);
    return () => {
      window.removeEventListener('online', now);
      document.removeEventListener('visibilitychange', now);
      clearTimeout(timer.current);
    };
  }, [send]);

  const put = useCallback(
    (path: string, value: Answer | undefined) => {
      const change = { path, ...(value !== undefined && { value }) };
      pending.current = [
        ...pending.current.filter((each) => each.path !== path && !each.path.startsWith(`${path}.`)),
        change,
      ];
      remember(key, JSON.stringify(pending.current));
      setAnswers((before) => putAnswers(before, [change]));
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void send(), soonMs);
    },
    [key, send],
  );
  return { answers, saving, put, flush: send };
}

function readKept(key: string): AnswerChange[] {
  try {
    const kept: unknown = JSON.parse(recall(key) ?? '[]');
    return Array.isArray(kept) ? (kept as AnswerChange[]) : [];
  } catch {
    return [];
  }
}
