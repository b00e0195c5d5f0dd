// What a Mini App does before its first page: it learns where the office is, and who its person is, if they agree.

import type { MiniAppAnswer } from '@motcua/server/citizens/schema';
import { ask, askFrom } from '../api.ts';
import { zaloApp } from './zalo-app.ts';

/** Whoever cannot be signed in goes on as a guest: no page needs it. */
export async function startMiniApp(): Promise<void> {
  askFrom(import.meta.env['VITE_OFFICE_URL'] ?? '', null);
  try {
    const accessToken = (await (await zaloApp())?.getAccessToken()) ?? '';
    if (accessToken === '') return;
    const { token } = await ask<MiniAppAnswer>('/citizens/zalo/mini-app', {
      method: 'POST',
      body: { accessToken },
    });
    askFrom(import.meta.env['VITE_OFFICE_URL'] ?? '', token);
  } catch {
    // A guest: the pages say what they cannot show.
  }
}
