// People who may be written to, and messages planned for them: where tests of sending begin.

import { toEpochMs } from '@motcua/domain/time';
import type { Person } from '@motcua/zalo-sim/model';
import { makePerson } from '@motcua/zalo-sim/people';
import { queueMessage } from '../src/chat/queue-message.ts';
import type { ChatWorld } from './chat-world.ts';

export async function givenPeople(world: ChatWorld, many: number): Promise<Person[]> {
  const { street } = world.running;
  const lastInteractionAt = toEpochMs(world.ctx.clock.now());
  const met = Array.from({ length: many }, (_, n) =>
    Object.assign(makePerson(street, { name: `Người ${n}` }), { follows: true, lastInteractionAt }),
  );
  await world.owner.query(
    `insert into chat_person (tenant_id, oa_id, user_id, first_seen_at) select $1, $2, unnest($3::text[]), $4`,
    [world.tenantId, world.oaId, met.map(({ id }) => id), world.ctx.clock.now()],
  );
  return met;
}

/** Gives the id of the message. */
export async function planMessage(
  world: ChatWorld,
  userId: string,
  text: string,
  urgent: boolean,
): Promise<string> {
  const id = world.ctx.newId();
  const message = { id, oaId: world.oaId, userId, text, urgent };
  await world.ctx.database.tenant(world.tenantId, (tx) => queueMessage(tx, message, world.ctx.clock.now()));
  return id;
}

/** How many messages are as this condition of SQL says. */
export async function countMessages(world: ChatWorld, where: string): Promise<number> {
  const { rows } = await world.owner.query<{ n: number }>(
    `select count(*)::int as n from chat_message where ${where}`,
  );
  return rows[0]?.n ?? 0;
}
