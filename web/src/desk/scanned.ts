// What a scanner may read at the desk: the code on a receipt, or the QR code's address.

import { parseDossierCode } from '@motcua/domain/dossier-code';
import type { TrackingView } from '@motcua/server/tracking/schema';
import { useNavigate } from '@tanstack/react-router';
import { ask } from '../api.ts';
import { say } from '../ui/toast.ts';
import { deskWords } from '../words/desk.ts';
import { findByCode } from './queries.ts';

const address = /\/q\/([\w.-]{16,})$/;

export function isScannable(text: string): boolean {
  return address.test(text) || parseDossierCode(text)?.kind === 'full';
}

/** Opens the dossier a scan names, or says that there is none. */
export function useOpenScanned(): (text: string) => void {
  const navigate = useNavigate();
  return (text) => {
    void findScanned(text).then((found) => {
      if (found !== null) return navigate({ to: '/ho-so/$id', params: { id: found.id } });
      say(deskWords.scanMiss(text.slice(0, 60)));
    });
  };
}

/** The dossier a scan or typed code names; null when there is none here. */
export async function findScanned(text: string): Promise<{ id: string; code: string } | null> {
  const code = await codeOf(text).catch(() => null);
  return code === null ? null : await findByCode(code).catch(() => null);
}

/** A whole code, or a day and number as lists show it; null for anything else. */
export function codeTyped(text: string): string | null {
  const typed = parseDossierCode(text);
  if (typed?.kind === 'full') return typed.code;
  return typed?.date == null ? null : `${typed.date}-${typed.sequence}`;
}

async function codeOf(text: string): Promise<string | null> {
  const token = address.exec(text)?.[1];
  if (token !== undefined) return (await ask<TrackingView>(`/tracking/${token}`)).code;
  return codeTyped(text);
}
