// The papers of a dossier as the desk lists them: name, number, when and by whom, and every print.

import type { Actor } from '@motcua/domain/dossier-event';
import { formOn, paperNumberText, paperSeries } from '@motcua/domain/paper-forms';
import { dateOf } from '@motcua/domain/time';
import { nameOfficers } from '../agencies/officer-store.ts';
import type { Context } from '../platform/context.ts';
import type { Caller } from '../platform/http.ts';
import { formOfDossier } from './declaration.ts';
import { openSubject } from './gather.ts';
import type { PaperList, PaperRow } from './schema.ts';
import { listPrints, type Print } from './store.ts';

/** Newest last, the control slip at the end; first the declaration, when it was filed electronically. */
export async function readPapers(ctx: Context, caller: Caller, dossierId: string): Promise<PaperList> {
  return ctx.database.tenant(caller.tenantId, async (tx) => {
    const { dossier, history, papers } = await openSubject(tx, caller, dossierId);
    const actors = history.flatMap(({ actor }) => (actor.kind === 'officer' ? [actor.officerId] : []));
    const [prints, names] = await Promise.all([listPrints(tx, dossierId), nameOfficers(tx, actors)]);
    const rows = papers.map(({ seq, kind, number, issuedAt, cancelledAt }): PaperRow => {
      const form = formOn(kind, dateOf(issuedAt));
      return {
        id: String(seq),
        name: form?.name ?? '',
        source: form?.source ?? '',
        numberText: number === null ? null : `${paperNumberText(number)}/${paperSeries[kind]}`,
        issuedAt,
        cancelledAt,
        issuedBy: nameOf(history[seq - 1]?.actor, names),
        prints: prints.filter((print) => print.kind === kind && print.seq === seq).map(shown),
      };
    });
    const form = await formOfDossier(tx, dossierId);
    if (form !== undefined)
      rows.unshift({
        id: 'declaration',
        name: form.title,
        source: form.source ?? '',
        numberText: null,
        issuedAt: dossier.submittedAt,
        cancelledAt: null,
        issuedBy: nameOf({ kind: 'citizen', chatId: null }, names),
        prints: prints.filter(({ kind }) => kind === 'declaration').map(shown),
      });
    const slip = dossier.receivedAt === null ? null : formOn('control_slip', dateOf(dossier.receivedAt));
    const last = history.at(-1);
    if (slip !== null && last !== undefined)
      rows.push({
        id: 'control-slip',
        name: slip.name,
        source: slip.source,
        numberText: null,
        issuedAt: last.at,
        cancelledAt: null,
        issuedBy: nameOf(last.actor, names),
        prints: prints.filter(({ kind }) => kind === 'control_slip').map(shown),
      });
    return { papers: rows, archived: prints.filter(({ kind }) => kind === 'archive').map(shown) };
  });
}

function shown({ at, officerName, copy }: Print): PaperList['archived'][number] {
  return { at, officerName, copy };
}

function nameOf(actor: Actor | undefined, names: ReadonlyMap<string, string>): string {
  if (actor?.kind === 'officer') return names.get(actor.officerId) ?? 'Cán bộ';
  return actor?.kind === 'citizen' ? 'Công dân' : 'Hệ thống';
}
