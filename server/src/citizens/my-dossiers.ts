// “Hồ sơ của tôi”: what the chat of the signed-in person follows, in the very sentences of the chat. Signing in opens nothing more.

import { mustDoText, statusSentence } from '@motcua/domain/status-answer';
import { dossiersFollowedBy } from '../chat/following-store.ts';
import { statusViewOf } from '../dossiers/citizen-view.ts';
import { listOas } from '../oa/store.ts';
import type { Context } from '../platform/context.ts';
import type { CitizenView } from './schema.ts';
import { readCitizen } from './session.ts';

const most = 50;

export async function readMine(
  ctx: Context,
  token: string | undefined,
  openOa: (oaId: string, text: string) => string,
): Promise<CitizenView> {
  const signedIn = await readCitizen(ctx, token);
  if (signedIn === null) return { citizen: null, oa: null };
  const now = ctx.clock.now();
  const { tenantId, citizen } = signedIn;
  return ctx.database.tenant(tenantId, async (tx) => {
    const oa = (await listOas(tx)).find(({ state }) => state === 'connected');
    const { oaId, userId, name } = citizen;
    const ids = oaId === null || userId === null ? [] : await dossiersFollowedBy(tx, { oaId, userId }, most);
    const dossiers = [];
    for (const id of ids) {
      const view = await statusViewOf(tx, id, now);
      if (view === undefined) continue;
      const { code, procedureName, status } = view;
      const sentence = statusSentence(view, now);
      dossiers.push({ code, procedureName, status, sentence, mustDo: mustDoText(view, now) });
    }
    return {
      citizen: { name, linked: userId !== null, dossiers },
      oa: oa === undefined ? null : { id: oa.oaId, name: oa.name, url: openOa(oa.oaId, '') },
    };
  });
}
