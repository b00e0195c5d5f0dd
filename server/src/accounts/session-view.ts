// What the desk's frame shows of the signed-in officer and the office.

import { dateOf } from '@motcua/domain/time';
import { listPostsOf, nameOfficers } from '../agencies/officer-store.ts';
import { getAgency } from '../agencies/store.ts';
import type { Context } from '../platform/context.ts';
import type { SessionView } from './schema.ts';
import { idleMinutes, type SignedIn } from './sign-in.ts';

export async function viewSession(
  ctx: Context,
  { tenantId, officer, inForce }: SignedIn,
): Promise<SessionView> {
  const now = ctx.clock.now();
  return ctx.database.tenant(tenantId, async (tx) => {
    const [agency, posts, names] = await Promise.all([
      getAgency(tx, officer.agencyId),
      listPostsOf(tx, officer.id, dateOf(now)),
      nameOfficers(tx, officer.standsInFor),
    ]);
    const agencies = new Map([[agency.id, agency.name]]);
    for (const { agencyId } of posts)
      if (!agencies.has(agencyId)) agencies.set(agencyId, (await getAgency(tx, agencyId)).name);
    return {
      officer: {
        id: officer.id,
        fullName: officer.fullName,
        politeName: `${officer.title} ${officer.fullName}`,
        post: officer.post,
        unit: officer.unit,
        unitName: officer.unitName,
        roles: officer.roles,
      },
      agency: { id: agency.id, name: agency.name, officeName: agency.officeName },
      posts: posts.map(({ postId, post, unitName, agencyId }) => ({
        id: postId,
        post,
        unitName,
        agencyName: agencies.get(agencyId) ?? '',
        current: postId === officer.postId,
      })),
      postEnded: !inForce,
      standsInFor: [...names].map(([officerId, politeName]) => ({ officerId, politeName })),
      now,
      demo: ctx.demo,
      idleSeconds: idleMinutes * 60,
    };
  });
}
