// The inbox, one talk, and the talks of a dossier, as an officer reads them.

import { momentText } from '@motcua/domain/clock-time';
import { takesPart } from '@motcua/domain/dossier-place';
import { phoneText } from '@motcua/domain/phone-number';
import { statusSentence } from '@motcua/domain/status-answer';
import { reachOfTalk, type TalkReach } from '@motcua/domain/talk-reach';
import { endedText, saidStates, waitingTexts } from '@motcua/domain/talk-words';
import { dateOf, type Instant } from '@motcua/domain/time';
import { nameOfficers } from '../agencies/officer-store.ts';
import { listUnits } from '../agencies/store.ts';
import { getApplicant } from '../dossiers/applicant-store.ts';
import { statusViewOf } from '../dossiers/citizen-view.ts';
import { findDossier } from '../dossiers/store.ts';
import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/database.ts';
import type { Caller } from '../platform/http.ts';
import { Problem } from '../platform/problem.ts';
import { noLongerLinked } from './answer.ts';
import { getReadableTalk } from './join.ts';
import { countTalks, countWaitingTalks, listTalks, talkPage } from './list-store.ts';
import { photoContext } from './listen.ts';
import { readPartner } from './people-store.ts';
import type { DossierTalks, SaidView, TalkCount, TalkList, TalkScope, TalkView } from './schema.ts';
import {
  findTalkPhoto,
  listSaid,
  listTalkPhotos,
  listTalksOf,
  type SaidInTalk,
  type TalkPhoto,
  type TalkRow,
} from './store.ts';

const counterName = 'Hộp thư chung';

export async function readTalks(
  ctx: Context,
  caller: Caller,
  { scope, offset }: { scope: TalkScope; offset: number },
): Promise<TalkList> {
  const now = ctx.clock.now();
  return ctx.database.tenant(caller.tenantId, async (tx) => {
    const rows = await listTalks(tx, caller, scope, offset);
    return {
      counts: await countTalks(tx, caller),
      rows: rows.map(({ id, officerName, fromCitizen, ...row }) => ({
        id,
        dossier:
          row.dossierId === null
            ? null
            : {
                id: row.dossierId,
                code: row.code,
                procedureName: row.procedureName ?? '',
                applicantName: row.applicantName ?? '',
              },
        ...waitingTexts(row, now),
        officerName,
        unitName: row.unitName ?? counterName,
        lastText: row.lastText ?? '',
        lastAtText: momentText(row.lastAt, dateOf(now)),
        fromCitizen,
      })),
      pageSize: talkPage,
    };
  });
}

export async function readTalkCount(ctx: Context, caller: Caller): Promise<TalkCount> {
  return ctx.database.tenant(caller.tenantId, (tx) => countWaitingTalks(tx, caller, ctx.clock.now()));
}

export async function readTalk(ctx: Context, caller: Caller, id: string): Promise<TalkView> {
  const now = ctx.clock.now();
  return ctx.database.tenant(caller.tenantId, async (tx) => {
    const talk = await getReadableTalk(tx, caller, id);
    const [view] = await viewTalks(tx, [talk], now);
    if (view === undefined) throw new Error('One talk has one view.');
    return view;
  });
}

/** Whoever may read the dossier reads its talks, whoever held it then. */
export async function readTalksOfDossier(
  ctx: Context,
  caller: Caller,
  dossierId: string,
): Promise<DossierTalks> {
  const now = ctx.clock.now();
  return ctx.database.tenant(caller.tenantId, async (tx) => {
    const dossier = await findDossier(tx, dossierId);
    if (dossier === undefined || !takesPart(dossier, caller.agencyId))
      throw new Problem('not_found', 'Không có hồ sơ này, hoặc hồ sơ thuộc cơ quan khác.');
    return { talks: await viewTalks(tx, await listTalksOf(tx, dossierId), now) };
  });
}

export async function readTalkPhoto(
  ctx: Context,
  caller: Caller,
  { id, photoId }: { id: string; photoId: string },
): Promise<{ type: string; bytes: Buffer }> {
  return ctx.database.tenant(caller.tenantId, async (tx) => {
    await getReadableTalk(tx, caller, id);
    const photo = await findTalkPhoto(tx, id, photoId);
    if (photo === undefined)
      throw new Problem('not_found', 'Cuộc trao đổi không có ảnh này. Xin tải lại trang.');
    return {
      type: photo.type,
      bytes: ctx.secrets.openBytes(photo.sealed, photoContext(tx.tenantId, photoId)),
    };
  });
}

async function viewTalks(tx: Tx, talks: readonly TalkRow[], now: Instant): Promise<TalkView[]> {
  const ids = talks.map(({ id }) => id);
  const said = await listSaid(tx, ids);
  const photos = await listTalkPhotos(tx, ids);
  const officers = [...talks, ...said].flatMap(({ officerId }) => (officerId === null ? [] : [officerId]));
  const names = await nameOfficers(tx, officers);
  const views: TalkView[] = [];
  for (const talk of talks) {
    const units = talk.dossierId === null ? await listUnits(tx, talk.agencyId) : [];
    views.push({
      id: talk.id,
      version: talk.version,
      ...(await cardOf(tx, talk, now)),
      ...waitingTexts(talk, now),
      officerName: talk.officerId === null ? null : (names.get(talk.officerId) ?? null),
      openedText: momentText(talk.openedAt, dateOf(now)),
      endedText:
        talk.endedAt === null || talk.endedHow === null ? null : endedText(talk.endedHow, talk.endedAt, now),
      said: said.filter(({ talkId }) => talkId === talk.id).map((each) => viewSaid(each, photos, names, now)),
      ...(await reachOf(tx, talk, now)),
      units: units.map(({ code, name }) => ({ code, name })),
      ...(talk.dossierId === null && {
        unitName: units.find(({ code }) => code === talk.unit)?.name ?? counterName,
      }),
    });
  }
  return views;
}

async function cardOf(
  tx: Tx,
  talk: TalkRow,
  now: Instant,
): Promise<Pick<TalkView, 'dossier' | 'card' | 'unitName'>> {
  const dossier = talk.dossierId === null ? undefined : await findDossier(tx, talk.dossierId);
  if (dossier === undefined) return { dossier: null, card: null, unitName: counterName };
  const { id, code, procedureName } = dossier;
  const applicant = await getApplicant(tx, dossier.applicantId);
  const status = await statusViewOf(tx, id, now);
  return {
    dossier: { id, code, procedureName, applicantName: applicant.fullName },
    card: {
      statusSentence: status === undefined ? '' : statusSentence(status, now),
      phone: applicant.phone === null ? null : phoneText(applicant.phone),
    },
    unitName: status?.step?.unitName ?? counterName,
  };
}

async function reachOf(
  tx: Tx,
  talk: TalkRow,
  now: Instant,
): Promise<{ reach: TalkReach; whyNotAnswer: string | null }> {
  const { standing, channels, linked } = await readPartner(tx, talk);
  const reach = reachOfTalk(standing, channels, now);
  if (talk.endedAt !== null)
    return {
      reach,
      whyNotAnswer: 'Cuộc trao đổi đã kết thúc. Người dân nhắn lại thì có cuộc trao đổi mới.',
    };
  return { reach, whyNotAnswer: linked ? (reach.open ? null : reach.sentence) : noLongerLinked };
}

function viewSaid(
  said: SaidInTalk,
  photos: readonly TalkPhoto[],
  names: ReadonlyMap<string, string>,
  now: Instant,
): SaidView {
  const { id, direction, text, state, reason, officerId, at } = said;
  const failed = state === 'failed' || state === 'unknown';
  return {
    id,
    from:
      direction === 'in'
        ? 'citizen'
        : direction === 'officer'
          ? 'officer_elsewhere'
          : officerId === null
            ? 'machine'
            : 'officer',
    name: officerId === null ? null : (names.get(officerId) ?? null),
    text,
    at,
    atText: momentText(at, dateOf(now)),
    stateText:
      direction === 'out' ? `${saidStates[state]}${failed && reason !== null ? `: ${reason}` : ''}` : null,
    failed: direction === 'out' && failed,
    photos: photos
      .filter(({ messageId }) => messageId === id)
      .map((photo) => ({ id: photo.id, type: photo.type, pages: photo.pages })),
  };
}
