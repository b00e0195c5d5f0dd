// The reckoning after a fault: what was lost, doubled, out of order or left lying. Nothing of it is taken on trust.

import { messagesOf } from '@motcua/zalo-sim/people';
import type { Fire } from './ward-under-fire.ts';

export interface Reckoning {
  /** Messages of people that want an answer, and messages of ours that were planned and not taken back. */
  asked: number;
  planned: number;
  /** Words of a person that were never heard, and messages of ours that never arrived though nobody said so. */
  lost: number;
  /** Words heard twice. */
  doubled: number;
  /** Messages that arrived once more than they were planned: allowed only where Zalo left the outcome open. */
  extra: number;
  /** How many of those the program counted itself. */
  counted: number;
  /** Answers that arrived before an earlier answer to the same person, notices before an earlier notice. */
  disorder: number;
  /** A status of a dossier that arrived after a newer one. */
  stale: number;
  /** Given up, each with its reason and on the officers' list. */
  failed: number;
  /** Ended without anybody knowing whether they arrived, each said so on the officers' list; and not arrived in truth. */
  doubtful: number;
  /** Words of a person that were heard, and nothing was planned in answer. */
  unanswered: number;
  /** Events that still wait, messages without an end, jobs left over, leases left lying. */
  stuck: number;
  /** Some of what is stuck, for whoever looks into it. */
  left: string[];
}

/** The reckoning of a row that has no ward, before it says what it found. */
export const nothingWrong: Reckoning = {
  asked: 0,
  planned: 0,
  lost: 0,
  doubled: 0,
  extra: 0,
  counted: 0,
  disorder: 0,
  stale: 0,
  failed: 0,
  doubtful: 0,
  unanswered: 0,
  stuck: 0,
  left: [],
};

export async function reckon({ world, phones }: Fire): Promise<Reckoning> {
  const { street } = world.running;
  const one = async (sql: string): Promise<number> =>
    Number((await world.owner.query<{ n: string }>(sql)).rows[0]?.n ?? 0);
  const asked = phones.flatMap(({ person }) =>
    messagesOf(street, person.id).filter(({ from }) => from === 'person'),
  ).length;
  const heard = await one(`select count(*) as n from chat_message where direction = 'in'`);
  const { rows } = await world.owner.query<Planned>(
    `select m.user_id as "userId", m.message_id as "messageId", m.text, m.state, m.resent, m.urgent, n.dossier_id as "dossierId", n.event_seq as seq
     from chat_message m left join lateral (select dossier_id, event_seq from notice
       where tenant_id = m.tenant_id and message_id = m.id order by event_seq desc limit 1) n on true
     where m.direction = 'out' and m.state <> 'superseded' order by case when m.urgent then m.planned_at else m.due_at end, m.turn`,
  );
  const seen = phones.map(({ person }) => {
    const arrived = messagesOf(street, person.id).flatMap(({ id, from, content }) =>
      from === 'oa' && content.kind === 'text' ? [{ id, text: content.text }] : [],
    );
    return compare(
      rows.filter(({ userId }) => userId === person.id),
      arrived,
    );
  });
  const left = await world.owner.query<{ line: string }>(
    `select concat_ws(' ', state, 'due', due_at, 'look', look_at, 'urgent', urgent, state_reason) as line from chat_message
       where direction = 'out' and state in ('planned', 'sending')
     union all select concat_ws(' ', 'event', name, at_ms, received_at) from webhook_event where state = 'waiting'
     union all select concat_ws(' ', 'lease', refreshing_since) from zalo_oa where refreshing_since is not null
     union all select concat_ws(' ', 'job', task_identifier, attempts, last_error) from graphile_worker.jobs where attempts > 0
     limit 6`,
  );
  const sum = (pick: (each: Compared) => number): number =>
    seen.reduce((total, each) => total + pick(each), 0);
  return {
    asked,
    planned: rows.length,
    lost: Math.max(0, asked - heard) + sum((each) => each.missing),
    doubled: Math.max(0, heard - asked),
    extra: sum((each) => each.extra),
    counted: rows.reduce((total, { resent }) => total + resent, 0),
    disorder: sum((each) => each.disorder),
    stale: sum((each) => each.stale),
    failed: rows.filter(({ state }) => state === 'failed').length,
    doubtful: sum((each) => each.doubtful),
    unanswered: await one(`select coalesce(sum(greatest(0, asked - answered)), 0) as n from (
      select count(*) filter (where direction = 'in') as asked, count(*) filter (where direction = 'out' and urgent) as answered
      from chat_message group by oa_id, user_id) each`),
    stuck:
      (await one(`select count(*) as n from webhook_event where state = 'waiting'`)) +
      (await one(
        `select count(*) as n from chat_message where direction = 'out' and state in ('planned', 'sending')`,
      )) +
      (await one(
        'select count(*) as n from graphile_worker.jobs where attempts >= max_attempts and key is not null',
      )) +
      (await one('select count(*) as n from zalo_oa where refreshing_since is not null')),
    left: left.rows.map(({ line }) => line),
  };
}

/**
 * How many people's words were heard in another order than they were said, as far as `texts` tells: for faults that leave
 * Zalo's own order alone.
 */
export async function heardOutOfOrder({ world, phones }: Fire, texts: readonly string[]): Promise<number> {
  const { rows } = await world.owner.query<{ userId: string; text: string }>(
    `select user_id as "userId", text from chat_message where direction = 'in' and text = any($1) order by turn`,
    [texts],
  );
  return phones.filter(({ person }) => {
    const said = messagesOf(world.running.street, person.id).flatMap(({ from, content }) =>
      from === 'person' && content.kind === 'text' && texts.includes(content.text) ? [content.text] : [],
    );
    const heard = rows.flatMap(({ userId, text }) => (userId === person.id ? [text] : []));
    return said.join('\n') !== heard.join('\n');
  }).length;
}

interface Planned {
  userId: string;
  /** Zalo's number, when it is known. */
  messageId: string | null;
  text: string;
  state: string;
  resent: number;
  urgent: boolean;
  dossierId: string | null;
  seq: number | null;
}

interface Compared {
  missing: number;
  extra: number;
  disorder: number;
  stale: number;
  doubtful: number;
}

/** What was planned for one person against what the phone shows, in both orders. */
function compare(planned: readonly Planned[], arrived: readonly { id: string; text: string }[]): Compared {
  const free = planned.map((message) => ({ ...message, taken: false }));
  const numbers = new Set(arrived.map(({ id }) => id));
  /** By Zalo's number; else by its words, among those whose number is not on the phone. */
  const placeOf = ({ id, text }: { id: string; text: string }): number => {
    const known = free.findIndex(({ messageId }) => messageId === id);
    if (known !== -1) return known;
    return free.findIndex(
      (message) => !message.taken && message.text === text && !numbers.has(message.messageId ?? ''),
    );
  };
  let extra = 0;
  let disorder = 0;
  const last = { answer: -1, notice: -1 };
  let stale = 0;
  const newest = new Map<string, number>();
  for (const message of arrived) {
    const at = placeOf(message);
    const found = free[at];
    if (found === undefined || found.taken) {
      extra += 1;
      continue;
    }
    found.taken = true;
    const way = found.urgent ? 'answer' : 'notice';
    if (at < last[way]) disorder += 1;
    last[way] = Math.max(last[way], at);
    if (found.dossierId !== null && found.seq !== null) {
      if (found.seq < (newest.get(found.dossierId) ?? 0)) stale += 1;
      newest.set(found.dossierId, Math.max(found.seq, newest.get(found.dossierId) ?? 0));
    }
  }
  // What failed or is in doubt says so itself; silence is what must not be.
  const missing = free.filter(({ taken, state }) => !taken && !['failed', 'unknown'].includes(state)).length;
  const doubtful = free.filter(({ taken, state }) => !taken && state === 'unknown').length;
  return { missing, extra, disorder, stale, doubtful };
}
