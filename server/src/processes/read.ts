// Reading processes: the list, the versions of one, one version drawn and proved, and what the public sees.

import { dayText } from '@motcua/domain/clock-time';
import { foldedKey } from '@motcua/domain/folding';
import { moneyText } from '@motcua/domain/money-words';
import type { Procedure } from '@motcua/domain/procedure';
import { mayManageProcesses } from '@motcua/domain/process';
import { roomText } from '@motcua/domain/process-agencies';
import { waysOf } from '@motcua/domain/process-budget';
import { dateOf, type PlainDate } from '@motcua/domain/time';
import { getFrame, unitOf } from '../agencies/frame-store.ts';
import { listPlaces, readPlaces } from '../agencies/place-store.ts';
import { listAgencies } from '../agencies/store.ts';
import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/database.ts';
import type { Caller } from '../platform/http.ts';
import { Problem } from '../platform/problem.ts';
import { getOffered } from '../procedures/store.ts';
import { drawProcess } from './draw.ts';
import { prove, unitNamer, viewProof, whyNotSound } from './prove.ts';
import { unknownProcess, whyNotManager } from './publish.ts';
import type { ProcessList, ProcessState, ProcessVersions, ProcessView, PublicProcedure } from './schema.ts';
import {
  findProcedure,
  listProcesses,
  listRunningOthers,
  listVersions,
  type ProcessRow,
  unitNames,
} from './store.ts';

const pageSize = 50;

export async function findProcesses(
  ctx: Context,
  caller: Caller,
  { q = '', offset = 0 }: { q?: string | undefined; offset?: number | undefined },
): Promise<ProcessList> {
  const today = dateOf(ctx.clock.now());
  const words = foldedKey(q)
    .split(' ')
    .filter((word) => word !== '');
  const rows = await ctx.database.tenant(caller.tenantId, (tx) =>
    listProcesses(tx, words, today, { limit: pageSize, offset }),
  );
  return {
    rows: rows.map(({ code, inForce, drafts, findings, title, coming, comingFrom }) => ({
      code,
      inForce,
      drafts,
      findings,
      title: title ?? code,
      comingText:
        coming === null || comingFrom === null
          ? null
          : `phiên bản ${coming} từ ${dayText(comingFrom, today)}`,
    })),
    total: rows[0]?.total ?? 0,
    pageSize,
    mayPublish: mayManageProcesses(caller.roles),
  };
}

export async function readVersions(ctx: Context, caller: Caller, code: string): Promise<ProcessVersions> {
  const today = dateOf(ctx.clock.now());
  return ctx.database.tenant(caller.tenantId, async (tx) => {
    const [rows, procedure] = await Promise.all([listVersions(tx, code), findProcedure(tx, code)]);
    if (rows.length === 0) throw unknownProcess();
    return {
      code,
      title: procedure?.name ?? rows.find(({ title }) => title !== null)?.title ?? code,
      versions: rows.map((row) => ({
        version: row.version,
        ...stateOf(row, rows, today),
        source: row.source,
      })),
    };
  });
}

export async function readVersion(
  ctx: Context,
  caller: Caller,
  code: string,
  version: number,
): Promise<ProcessView> {
  const today = dateOf(ctx.clock.now());
  return ctx.database.tenant(caller.tenantId, async (tx) => {
    const rows = await listVersions(tx, code);
    const row = rows.find((each) => each.version === version);
    if (row === undefined) throw unknownProcess();
    const frame = await getFrame(tx, caller.agencyId);
    const unitName = unitNamer((unit) => unitOf(frame, unit).name);
    const places = await readPlaces(tx, row.process);
    const { procedure, proof } = await prove(tx, caller.agencyId, row, today);
    const state = stateOf(row, rows, today);
    const others =
      state.state === 'in_force'
        ? (await listRunningOthers(tx, caller.agencyId, waysOf(row.process), 1)).total
        : 0;
    return {
      code,
      version,
      title: procedure?.name ?? row.title ?? code,
      ...state,
      source: row.source,
      termText: procedure?.channels[0]?.termText ?? null,
      drawn: drawProcess(row.process, (step) =>
        roomText(step, { ...places, agencyId: caller.agencyId }, unitName),
      ),
      findings: row.findings,
      proof: viewProof(row, proof),
      whyNotPublish: whyNotSound(row, proof) ?? whyNotManager(caller),
      otherDossiers: others,
      editable: mayManageProcesses(caller.roles)
        ? {
            process: row.process,
            units: frame.units.map((unit) => ({ code: unit.code, name: unit.name })),
            agencies: await listPlaces(tx),
          }
        : null,
      mayMove: state.state === 'in_force' && mayManageProcesses(caller.roles),
    };
  });
}

/**
 * What everybody may know of a procedure: papers, money, and who does what in which time. Names of officers are not in
 * it. Throws a problem when it is not taken in here.
 */
export async function readPublicProcedure(
  tx: Tx,
  code: string,
  today: PlainDate,
): Promise<{ procedure: Procedure; version: number; view: PublicProcedure }> {
  const [offered, units, [agency], versions] = await Promise.all([
    getOffered(tx, code, today),
    unitNames(tx),
    listAgencies(tx),
    listVersions(tx, code),
  ]);
  if (offered === undefined)
    throw new Problem(
      'not_found',
      'Không có thủ tục này ở đây. Anh/Chị xem lại đường dẫn, hoặc hỏi Trung tâm.',
    );
  const { procedure, version, process } = offered;
  const places = await readPlaces(tx, process);
  const counter = procedure.channels.find(({ channel }) => channel === 'counter') ?? procedure.channels[0];
  const own = versions.find((row) => stateOf(row, versions, today).state === 'in_force');
  const view = {
    code,
    name: procedure.name,
    field: procedure.field,
    officeName: agency?.officeName ?? '',
    termText: counter?.termText ?? 'Không quy định',
    fees: (counter?.fees ?? []).map(({ label, amount }) =>
      amount === 0 ? label : `${label}: ${moneyText(amount)}`,
    ),
    papers: procedure.papers.filter(({ required }) => required).map(({ name }) => name),
    inForceText:
      own === undefined || own.effectiveFrom === null
        ? null
        : `Quy trình phiên bản ${own.version}, có hiệu lực từ ${dayText(own.effectiveFrom, today)}.`,
    process: drawProcess(process, (step) =>
      roomText(step, { ...places, agencyId: '' }, (unit) => units.get(unit) ?? unit),
    ),
  };
  return { procedure, version, view };
}

function stateOf(
  row: ProcessRow,
  all: readonly ProcessRow[],
  today: PlainDate,
): { state: ProcessState; stateText: string } {
  if (row.publishedAt === null) return { state: 'draft', stateText: 'Bản nháp' };
  const from = row.effectiveFrom;
  if (from !== null && from > today)
    return { state: 'coming', stateText: `Có hiệu lực từ ${dayText(from, today)}` };
  const newest = all
    .filter(({ publishedAt, effectiveFrom }) => publishedAt !== null && (effectiveFrom ?? '') <= today)
    .sort((a, b) => (a.effectiveFrom ?? '').localeCompare(b.effectiveFrom ?? '') || a.version - b.version)
    .at(-1);
  return newest?.version === row.version
    ? {
        state: 'in_force',
        stateText: from === null ? 'Đang áp dụng' : `Đang áp dụng từ ${dayText(from, today)}`,
      }
    : { state: 'past', stateText: 'Đã được thay' };
}
