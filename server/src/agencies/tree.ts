// The tree as the desk shows it: agencies, units and people of a day, as known at a moment, and the latest changes.

import { type AgencyFact, agenciesAsOf, agencyKinds, mayManagePeople } from '@motcua/domain/agency';
import { dayText, momentText } from '@motcua/domain/clock-time';
import { dateOf, instantAt, type PlainDate } from '@motcua/domain/time';
import { roleLabels } from '@motcua/domain/wording';
import type { Context } from '../platform/context.ts';
import type { Caller } from '../platform/http.ts';
import { listChanges } from './change-store.ts';
import { listMergers, type MergerRow } from './merger-store.ts';
import type { AgencyView, PostView, TreeView } from './schema.ts';
import { listAllUnits, listFacts, listPostsAsOf, type TreePost } from './tree-store.ts';

const mostChanges = 30;

export async function readTree(
  ctx: Context,
  caller: Caller,
  asked: { day?: PlainDate | undefined; known?: PlainDate | undefined },
): Promise<TreeView> {
  const now = ctx.clock.now();
  const day = asked.day ?? dateOf(now);
  // A day's knowledge is complete at its end.
  const known = asked.known === undefined ? now : instantAt(asked.known, 24 * 60 - 1);
  return ctx.database.tenant(caller.tenantId, async (tx) => {
    const [facts, mergers, units, posts] = await Promise.all([
      listFacts(tx),
      listMergers(tx),
      listAllUnits(tx),
      listPostsAsOf(tx, day, known),
    ]);
    const held = agenciesAsOf(facts, day, known);
    const mergerOf = new Map(mergers.map((merger) => [merger.agencyId, merger]));
    const codes = new Map(facts.map(({ agencyId, code }) => [agencyId, code]));
    const below = belowOf(held, caller.agencyId);
    const may = mayManagePeople(caller.roles) && asked.day === undefined && asked.known === undefined;
    const postsOf = Map.groupBy(posts, ({ agencyId, unit }) => `${agencyId}/${unit}`);
    const unitsOf = Map.groupBy(units, ({ agencyId }) => agencyId);
    const agencies = inOrder(held, codes).map(({ fact, depth }): AgencyView => {
      const { agencyId, kind, name, officeName, parentId, stands } = fact;
      return {
        id: agencyId,
        code: codes.get(agencyId) ?? '',
        name,
        officeName,
        kind,
        kindText: agencyKinds[kind],
        parentId,
        depth,
        stands,
        note: noteOf(fact, mergerOf.get(agencyId), held, day),
        mayChange: may && stands && below.has(agencyId),
        mayMerge:
          may && stands && below.has(agencyId) && agencyId !== caller.agencyId && !mergerOf.has(agencyId),
        units: (unitsOf.get(agencyId) ?? []).map((unit) => ({
          code: unit.code,
          name: unit.name,
          kind: unit.kind,
          posts: (postsOf.get(`${agencyId}/${unit.code}`) ?? []).map((post) => viewPost(post, day)),
        })),
      };
    });
    const seen = mayManagePeople(caller.roles) ? [...below] : [];
    const changes = (await listChanges(tx, seen, mostChanges)).map(({ id, at, who, text }) => ({
      id,
      at: momentText(at, dateOf(now)),
      who: who ?? 'Vận hành hệ thống',
      text,
    }));
    return { day, known: asked.known ?? null, agencies, changes };
  });
}

function viewPost(post: TreePost, today: PlainDate): PostView {
  const { postId, officerId, username, politeName, roles, supervisorName, disabled } = post;
  return {
    postId,
    officerId,
    username,
    politeName,
    post: post.post,
    roles,
    roleText: roles.map((role) => roleLabels[role]).join(', '),
    sinceText: post.validFrom === null ? '' : `từ ${dayText(post.validFrom, today)}`,
    supervisorName,
    awayText:
      post.awayUntil === null
        ? null
        : `vắng đến hết ${dayText(post.awayUntil, today)}; ${post.deputyName} thay`,
    disabled,
  };
}

/** What a person has to know of an agency: that it ended or will, into which other, and how far that has come. */
function noteOf(
  { stands }: AgencyFact,
  merger: MergerRow | undefined,
  held: ReadonlyMap<string, AgencyFact>,
  day: PlainDate,
): string | null {
  if (merger === undefined) return null;
  const heir = held.get(merger.successorId)?.name ?? 'cơ quan khác';
  const from = `từ ${dayText(merger.effectiveOn, day)} theo Quyết định số ${merger.decisionNumber}`;
  const moved = `${merger.moved.toLocaleString('vi-VN')} hồ sơ đã chuyển${merger.finishedAt === null ? ', đang chuyển tiếp' : ''}`;
  return stands
    ? `Sẽ nhập vào ${heir} ${from}; ${merger.expected.toLocaleString('vi-VN')} hồ sơ đang mở`
    : `Đã nhập vào ${heir} ${from}; ${moved}`;
}

/** An agency and all below it. */
function belowOf(held: ReadonlyMap<string, AgencyFact>, topId: string): Set<string> {
  const below = new Set([topId]);
  for (let grown = true; grown; ) {
    grown = false;
    for (const { agencyId, parentId } of held.values())
      if (parentId !== null && below.has(parentId) && !below.has(agencyId))
        grown = below.add(agencyId).has(agencyId);
  }
  return below;
}

/** Parents before their children, by code among sisters. */
function inOrder(held: ReadonlyMap<string, AgencyFact>, codes: ReadonlyMap<string, string>) {
  const sisters = Map.groupBy(
    [...held.values()].sort((a, b) =>
      (codes.get(a.agencyId) ?? '') < (codes.get(b.agencyId) ?? '') ? -1 : 1,
    ),
    ({ parentId }) => (parentId !== null && held.has(parentId) ? parentId : ''),
  );
  const rows: { fact: AgencyFact; depth: number }[] = [];
  const walk = (parent: string, depth: number): void => {
    for (const fact of sisters.get(parent) ?? []) {
      rows.push({ fact, depth });
      walk(fact.agencyId, depth + 1);
    }
  };
  walk('', 0);
  return rows;
}
