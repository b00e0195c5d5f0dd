// A further office beside the demo ward: in its tenant or in one of its own, with officers who can sign in.

import { officialCalendarSpec } from '@motcua/domain/official-calendar';
import { insertAgency, insertOfficer, insertPost, insertTenant } from '../src/agencies/set-up-store.ts';
import { wardUnits } from '../src/demo/catalogue/processes.ts';
import { wardCatalogue } from '../src/demo/catalogue/ward-catalogue.ts';
import { demoOfficers, demoPassword } from '../src/demo/ward-people.ts';
import { offerProcedures } from '../src/procedures/offer.ts';
import { type Client } from './client.ts';
import { signIn, type World } from './world.ts';

export interface GivenAgency {
  tenantId: string;
  agencyId: string;
  /** Its officers are named like the ward's, with a tail: `nhung-2`. */
  signInAs(username: string): Promise<Client>;
}

/** An office like the ward, with another code; `tenantId` may be a new one. */
export async function givenAgency(world: World, tenantId: string, tail: string): Promise<GivenAgency> {
  const { ctx } = world;
  const at = ctx.clock.now();
  const isNew = await insertTenant(ctx.database, tenantId, `Phường ${tail}`, at);
  const { rows } = await world.owner.query<{ hash: string }>(
    'select password_hash as hash from officer limit 1',
  );
  const passwordHash = rows[0]?.hash ?? '';
  const agencyId = ctx.newId();
  await ctx.database.tenant(tenantId, async (tx) => {
    await insertAgency(
      tx,
      {
        id: agencyId,
        code: `H53.${tail}`,
        name: `UBND phường ${tail}`,
        officeName: `Trung tâm Phục vụ hành chính công phường ${tail}`,
        superiorName: 'UBND tỉnh Tây Ninh',
        placeName: `Phường ${tail}`,
        address: 'Số 2 đường Lê Lợi',
        phone: '0272 3841 998',
        dossierCodePrefix: '000.00.28.H53',
        unitCode: '27788',
        units: Object.entries(wardUnits).map(([code, name]) => ({ code, name, counter: null })),
        calendar: officialCalendarSpec,
      },
      at,
    );
    for (const officer of demoOfficers) {
      const id = ctx.newId();
      const { unit, post: title, roles } = officer;
      await insertOfficer(tx, { ...officer, id, username: `${officer.username}-${tail}`, passwordHash }, at);
      const post = { id, agencyId, unit, title, roles, validFrom: null, recordedBy: null };
      await insertPost(tx, id, post, at);
    }
    if (isNew) await offerProcedures(tx, wardCatalogue, at);
  });
  return {
    tenantId,
    agencyId,
    async signInAs(username) {
      const { client, reply } = await signIn(world.http, `${username}-${tail}@${tenantId}`, demoPassword);
      if (reply.status !== 200)
        throw new Error(`${username} could not sign in: ${JSON.stringify(reply.body)}`);
      return client;
    },
  };
}
