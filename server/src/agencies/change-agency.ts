// Changes the tree: a new agency, another name or superior, a new unit. Each is a fact with its day and ground.

import { communeUnits } from '@motcua/domain/agency';
import { longDayText } from '@motcua/domain/clock-time';
import { foldedKey } from '@motcua/domain/folding';
import { dateOf } from '@motcua/domain/time';
import type { Context } from '../platform/context.ts';
import type { Caller } from '../platform/http.ts';
import { fieldProblem, manage, needsScope } from './manage.ts';
import type { AgencyBody, DoneView, RenameBody, UnitBody } from './schema.ts';
import { insertAgency } from './set-up-store.ts';
import { findAgencyByCode, getAgency, getCalendarSpec, insertUnit, listUnits } from './store.ts';
import { getPlace, insertFact, liesBelow, settleAgencies } from './tree-store.ts';

/** Makes an agency below another: with that one's calendar, and a first room, so that people can be put there. */
export async function makeAgency(
  ctx: Context,
  caller: Caller,
  request: AgencyBody,
  key: string,
): Promise<DoneView> {
  const id = ctx.newId();
  return manage(ctx, caller, { request, key }, async ({ tx, now, note }) => {
    await needsScope(tx, caller, request.parentId);
    if ((await findAgencyByCode(tx, request.code)) !== undefined)
      throw fieldProblem('code', `Mã ${request.code} đã có cơ quan dùng. Xin nhập mã khác.`);
    const [parent, calendar] = await Promise.all([
      getAgency(tx, request.parentId),
      getCalendarSpec(tx, request.parentId),
    ]);
    const { kind, parentId, validFrom, ground, ...named } = request;
    if (validFrom > dateOf(now))
      throw fieldProblem('validFrom', 'Ngày thành lập chưa đến. Xin ghi cơ quan khi quyết định có hiệu lực.');
    const rooms = kind === 'commune' ? communeUnits : { 'mot-cua': 'Bộ phận Một cửa' };
    const units = Object.entries(rooms).map(([unit, called]) => ({
      code: unit,
      name: called,
      counter: null,
    }));
    const frame = { ...named, id, superiorName: parent.name, unitCode: null, units };
    const first = { ...calendar, version: 1 };
    const beginning = { kind, parentId, validFrom, ground, by: caller.officerId };
    await insertAgency(tx, { ...frame, calendar: first }, now, beginning);
    const text = `Lập ${request.name} từ ${longDayText(validFrom)}. Căn cứ: ${ground}`;
    await note({ agencyId: id, kind: 'agency_made', text });
    return { id, text: `Đã lập ${request.name}, trực thuộc ${parent.name}.` };
  });
}

/** Another name or superior from a day on; what was printed before keeps the name of its time. */
export async function changeAgency(
  ctx: Context,
  caller: Caller,
  request: RenameBody & { agencyId: string },
  key: string,
): Promise<DoneView> {
  const { agencyId, name, officeName, parentId, validFrom, ground } = request;
  return manage(ctx, caller, { request, key }, async ({ tx, now, note }) => {
    await needsScope(tx, caller, agencyId);
    const before = await getAgency(tx, agencyId);
    const above = await getPlace(tx, agencyId);
    if (parentId !== above.parentId && agencyId === caller.agencyId)
      throw fieldProblem('parentId', 'Cấp trên của cơ quan mình do cơ quan cấp trên thay đổi.');
    if (parentId !== null && parentId !== above.parentId) {
      await needsScope(tx, caller, parentId);
      if (await liesBelow(tx, parentId, agencyId))
        throw fieldProblem('parentId', 'Cơ quan không thể trực thuộc chính mình hoặc cấp dưới của mình.');
    }
    const by = caller.officerId;
    const fact = { agencyId, validFrom, kind: above.kind, parentId, name, officeName, ground, by };
    await insertFact(tx, { ...fact, stands: true, successorId: null }, now);
    await settleAgencies(tx, dateOf(now));
    const text = `${before.name}: từ ${longDayText(validFrom)} là ${name}. Căn cứ: ${ground}`;
    await note({ agencyId, kind: 'agency_changed', text });
    return { id: agencyId, text };
  });
}

/** A further room, or a point at which people are helped to file. */
export async function makeUnit(
  ctx: Context,
  caller: Caller,
  request: UnitBody & { agencyId: string },
  key: string,
): Promise<DoneView> {
  const { agencyId, name, kind, counter } = request;
  return manage(ctx, caller, { request, key }, async ({ tx, note }) => {
    await needsScope(tx, caller, agencyId);
    const units = await listUnits(tx, agencyId);
    if (units.some((unit) => foldedKey(unit.name) === foldedKey(name)))
      throw fieldProblem('name', `Cơ quan đã có ${name}. Xin nhập tên khác.`);
    const code = freeCode(foldedKey(name).replaceAll(' ', '-').slice(0, 40), units);
    await insertUnit(tx, agencyId, { code, name, counter, kind, position: units.length });
    await note({ agencyId, kind: 'unit_made', text: `Lập ${name}` });
    return { id: code, text: `Đã lập ${name}.` };
  });
}

function freeCode(wanted: string, units: readonly { code: string }[]): string {
  const taken = new Set(units.map(({ code }) => code));
  const tries = [wanted, ...Array.from({ length: 99 }, (_each, n) => `${wanted}-${n + 2}`)];
  return tries.find((code) => !taken.has(code)) ?? wanted;
}
