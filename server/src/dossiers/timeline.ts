// What happened to a dossier, in words, with what the citizen was told of it.

import { ruleName } from '@motcua/domain/clock-acts';
import type { Dossier } from '@motcua/domain/dossier';
import type { Actor, DossierEvent } from '@motcua/domain/dossier-event';
import { processesOf, wordsOf } from '@motcua/domain/event-words';
import { dateOf, type Instant } from '@motcua/domain/time';
import { getFrame } from '../agencies/frame-store.ts';
import { nameOfficers } from '../agencies/officer-store.ts';
import { noticeStateText } from '../notices/state-words.ts';
import { listNotices } from '../notices/store.ts';
import type { Tx } from '../platform/database.ts';
import type { TimelineEntry } from './schema.ts';
import { readLedger } from './store.ts';

/** The whole story, newest first; with the officers it names, and the events themselves. */
export async function viewTimeline(tx: Tx, dossier: Dossier, units: Map<string, string>, now: Instant) {
  const rows = await readLedger(tx, dossier.id);
  const ids = rows.flatMap(({ recorded }) => [
    ...(recorded.actor.kind === 'officer'
      ? [recorded.actor.officerId, recorded.actor.inPlaceOf ?? []].flat()
      : []),
    ...('officerId' in recorded.event && recorded.event.officerId !== null ? [recorded.event.officerId] : []),
  ]);
  const officers = await nameOfficers(tx, [
    ...ids,
    ...(dossier.holding.officerId ? [dossier.holding.officerId] : []),
  ]);
  const notices = await listNotices(tx, dossier.id);
  const need = {
    unitName: (code: string) => units.get(code) ?? code,
    officerName: (id: string) => officers.get(id) ?? 'Cán bộ',
    today: dateOf(now),
  };
  const processes = processesOf(rows.map(({ recorded }) => recorded.event));
  const timeline = rows.map(({ recorded: { seq, at, actor, event } }, index): TimelineEntry => {
    const words = wordsOf(event, { ...dossier, process: processes[index] ?? dossier.process }, need);
    return {
      seq,
      at,
      type: event.type,
      text: words.text,
      // A note stands apart, on paper of another colour, and is not said twice.
      lines: noteOf(event) === null ? words.lines : [],
      note: noteOf(event),
      actorName: actorName(actor, officers),
      notices: notices
        .filter((notice) => notice.eventSeq === seq)
        .map((notice) => ({
          id: notice.id,
          text: notice.text,
          state: notice.state,
          stateText: noticeStateText(notice, now),
          at: notice.at,
        })),
    };
  });
  return { timeline: timeline.reverse(), officers, history: rows.map(({ recorded }) => recorded) };
}

function actorName(actor: Actor, officers: Map<string, string>): string {
  if (actor.kind === 'officer') {
    const name = officers.get(actor.officerId) ?? 'Cán bộ';
    const away =
      actor.inPlaceOf === undefined ? '' : `, thay ${officers.get(actor.inPlaceOf) ?? 'đồng nghiệp'}`;
    return actor.onBehalf ? `${name}${away}, theo yêu cầu của công dân` : `${name}${away}`;
  }
  return actor.kind === 'citizen' ? 'Công dân' : ruleName(actor.rule);
}

/** What happened after the version somebody was looking at, the newest first. */
export async function changesSince(
  tx: Tx,
  dossier: Dossier,
  version: number,
  now: Instant,
): Promise<Pick<TimelineEntry, 'at' | 'text' | 'actorName'>[]> {
  const { units } = await getFrame(tx, dossier.agencyId);
  const { timeline } = await viewTimeline(
    tx,
    dossier,
    new Map(units.map(({ code, name }) => [code, name])),
    now,
  );
  return timeline
    .filter(({ seq }) => seq > version)
    .map(({ at, text, actorName: by }) => ({ at, text, actorName: by }));
}

function noteOf(event: DossierEvent): string | null {
  if (event.type === 'note_added') return event.text;
  return event.type === 'step_passed' ? event.note : null;
}
