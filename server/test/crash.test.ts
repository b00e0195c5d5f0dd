// The program is killed at every durable step of the journey and started again: nothing is lost, nothing is told twice.

import { randomUUID } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { makePerson, messagesOf, write } from '@motcua/zalo-sim/people';
import { describe, expect, it } from 'vitest';
import { wardTenant } from '../src/demo/ward.ts';
import { demoPassword } from '../src/demo/ward-people.ts';
import { linkToken } from '../src/dossiers/link-token.ts';
import type { ActionAnswer, DossierView, IntakeAnswer } from '../src/dossiers/schema.ts';
import { verifyTenant } from '../src/dossiers/verify.ts';
import { type CrashOffice, type CrashOptions, openCrashOffice } from './crash-office.ts';
import { givenIntakeBody } from './given-intake.ts';

interface Death extends CrashOptions {
  /** What is half done at that moment. */
  moment: string;
  /** Messages sent once more because nobody could know whether they had arrived. */
  resent?: number;
}

/** The number is the passage: 4 sendings are three answers and the first notice; a round of chat is three events. */
const deaths: Death[] = [
  { moment: 'nobody dies' },
  { crashAt: 'act.before-commit:1', moment: 'an intake is decided' },
  { crashAt: 'act.before-commit:3', moment: 'a notice is planned' },
  { crashAt: 'intake.after-commit:1', moment: 'an intake is kept, the clerk does not know' },
  { crashAt: 'act.after-commit:2', moment: 'a notice is kept, the officer does not know' },
  { crashAt: 'webhook.before-commit:1', moment: 'a message is heard' },
  { crashAt: 'webhook.after-commit:4', moment: 'a message is kept, Zalo does not know' },
  { crashAt: 'chat.process.before:4', moment: 'a message is read' },
  { crashAt: 'chat.process.after:4', moment: 'an answer is planned' },
  { crashAt: 'chat.send.before:4', moment: 'a notice is about to leave', resent: 1 },
  { crashAt: 'chat.send.after:4', moment: 'a notice has left' },
  {
    crashAt: 'chat.send.after:4',
    moment: 'it has left and no echo comes: the conversation tells',
    echoesLost: true,
  },
  { crashAt: 'chat.settle.after:4', moment: 'a notice is known to have left' },
];

/** Points of other flows: the test that dies there, or that starts from what such a death leaves, and its words. */
const elsewhere: Record<string, { file: string; words: string }> = {
  'import.batch.before-commit': { file: 'src/commands/import.test.ts', words: 'import.batch.before-commit' },
  'import.batch.after': { file: 'src/commands/import.test.ts', words: 'import.batch.after' },
  'oa-refresh.ask.before': {
    file: 'src/oa/tokens.test.ts',
    words: 'a process died between question and answer',
  },
  'oa-refresh.save.before': {
    file: 'src/oa/tokens.test.ts',
    words: 'a process died between answer and saving',
  },
  'oa-refresh.save.after': { file: 'src/oa/tokens.test.ts', words: 'the pair before is kept' },
  'spool.append.before': { file: 'src/chat/intake-crash.test.ts', words: 'spool.append.before' },
  'spool.append.after': { file: 'src/chat/intake-crash.test.ts', words: 'spool.append.after' },
  'spool.drain.before': { file: 'src/chat/intake-crash.test.ts', words: 'spool.drain.before' },
  'spool.drain.after': { file: 'src/chat/intake-crash.test.ts', words: 'spool.drain.after' },
  'dispatch.send.before': { file: 'src/notices/sweep.test.ts', words: 'dispatch.send.before' },
  'dispatch.send.after': { file: 'src/notices/sweep.test.ts', words: 'dispatch.send.after' },
};

const said = ['1', 'hs cua toi toi dau r', 'thiếu giấy gì', 'hồ sơ của tôi'];

describe.concurrent('killed while', () => {
  // Real processes die and come back, several at once: on a busy machine one now and then misses a bound of time. A rule
  // that is broken fails each time.
  it.for(deaths)('$moment ($crashAt)', { timeout: 120_000, retry: 2 }, async (death, { expect }) => {
    const office = await openCrashOffice(death);
    try {
      const { id, userId } = await journey(office);
      expect(office.deaths()).toBe(death.crashAt === undefined ? 0 : 1);

      expect(await verifyTenant(office.ctx.database, wardTenant)).toMatchObject({ dossiers: 1, faults: [] });
      expect(await ledgerOf(office, id)).toEqual(story);

      // Every event of Zalo was taken, kept once and worked through.
      const { posts } = office.street.state;
      const told = posts.filter(({ eventName }) => !death.echoesLost || !eventName.startsWith('oa_send_'));
      expect(posts.filter((post) => post.attempts.at(-1)?.status !== 200)).toEqual([]);
      expect(await office.owner.query('select state from webhook_event')).toMatchObject({
        rows: told.map(() => ({ state: 'done' })),
      });

      // Every message of the citizen was heard once and answered; every notice was planned once.
      const { rows } = await office.owner.query<Row>(
        `select m.direction, m.text, m.state, m.resent, n.kind from chat_message m
           left join notice n on n.tenant_id = m.tenant_id and n.id = m.id order by m.planned_at, m.id`,
      );
      const out = rows.filter((row) => row.direction === 'out');
      expect(
        rows
          .filter((row) => row.direction === 'in')
          .map((row) => row.text)
          .slice(1),
      ).toEqual(said);
      expect(out.filter((row) => row.kind === null)).toHaveLength(said.length + 1);
      expect(out.flatMap(({ kind }) => kind ?? [])).toEqual([
        'supplement_requested',
        'supplement_taken',
        'finished',
      ]);

      // The phone shows each of them, once where that can be known.
      const shown = messagesOf(office.street, userId).flatMap(({ from, content }) =>
        from === 'oa' && content.kind === 'text' ? [content.text] : [],
      );
      expect(new Set(shown)).toEqual(new Set(out.map((row) => row.text)));
      expect(shown).toHaveLength(out.length);
      // A receipt may overtake our own note of the message's id; only an echo, which comes before it, tells the id sooner.
      const arrived = death.echoesLost ? ['sent', 'received'] : ['received'];
      expect(out.filter((row) => !arrived.includes(row.state))).toEqual([]);
      expect(out.reduce((sum, row) => sum + row.resent, 0)).toBe(death.resent ?? 0);

      // What was sent again is said at the desk.
      const view = await get<DossierView>(office, `/dossiers/${id}`, await signIn(office, 'nhung'));
      const states = view.timeline.flatMap((entry) => entry.notices.map((notice) => notice.stateText));
      expect(states.filter((text) => text.includes('đã gửi lại 1 lần'))).toHaveLength(death.resent ?? 0);
    } finally {
      await office.close();
    }
  });
});

it('every crash point of the source is somewhere died at', () => {
  const server = fileURLToPath(new URL('..', import.meta.url));
  const points = globSync('src/**/*.ts', { cwd: server })
    .filter((file) => !file.endsWith('.test.ts'))
    .flatMap((file) => [...readFileSync(server + file, 'utf8').matchAll(/\bcrashPoint\('([^']+)'\)/g)])
    .map((match) => match[1]);
  const here = deaths.flatMap(({ crashAt }) => crashAt?.split(':')[0] ?? []);
  expect(new Set(points)).toEqual(new Set([...here, ...Object.keys(elsewhere)]));
  for (const { file, words } of Object.values(elsewhere))
    expect(readFileSync(server + file, 'utf8')).toContain(words);
});

interface Row {
  direction: 'in' | 'out';
  text: string;
  state: string;
  resent: number;
  kind: string | null;
}

/** What the ledger tells at the end, whoever died meanwhile. */
const story = [
  'dossier_submitted',
  'dossier_accepted',
  'step_passed',
  'dossier_assigned',
  'supplement_requested',
  'supplement_taken',
  'step_passed',
  'step_approved',
  'dossier_finished',
];

async function ledgerOf(office: CrashOffice, id: string): Promise<string[]> {
  const { rows } = await office.owner.query<{ type: string }>(
    'select type from ledger where dossier_id = $1 order by seq',
    [id],
  );
  return rows.map((row) => row.type);
}

/** From the counter to the phone; gives the dossier and the citizen's Zalo id. */
async function journey(office: CrashOffice): Promise<{ id: string; userId: string }> {
  const passport = { ...givenIntakeBody().applicant, identityNumber: 'C1234567' };
  const desks = new Map<string, string>();
  for (const username of ['nhung', 'hoa', 'long', 'van']) desks.set(username, await signIn(office, username));
  let at: { id: string; version: number } = await post<IntakeAnswer>(
    office,
    '/dossiers',
    desks.get('nhung'),
    givenIntakeBody({ applicant: passport }),
  );
  const act = async (username: string, action: object): Promise<void> => {
    const { id, version } = at;
    at = await post<ActionAnswer>(office, `/dossiers/${id}/actions`, desks.get(username), {
      version,
      action,
    });
    await office.quiet();
  };
  const citizen = makePerson(office.street, { name: 'Chị Mai' });
  const say = async (text = ''): Promise<void> => {
    write(office.street, citizen, { text });
    await office.quiet();
  };

  const token = linkToken(office.ctx.secrets, wardTenant, at.id, 1);
  const { code } = await post<{ code: string }>(office, `/tracking/${token}/link-code`, undefined, {});
  await say(code);
  await say(said[0]);
  await act('hoa', { type: 'claim' });
  await say(said[1]);
  await act('hoa', { type: 'request_supplement', items: [defect], sectorGround: null });
  await say(said[2]);
  await act('nhung', { type: 'take_supplement', papers: [] });
  await act('hoa', { type: 'pass_on', note: null });
  await act('long', { type: 'approve' });
  await act('van', { type: 'finish', resultNumber: '12/2026/HT' });
  await say(said[3]);
  return { id: at.id, userId: citizen.id };
}

const defect = {
  target: { kind: 'field', field: 'birthplace' },
  label: 'Nơi sinh',
  reason: 'Còn thiếu nơi sinh.',
};

async function signIn(office: CrashOffice, username: string): Promise<string> {
  const reply = await insist(office, '/session', {
    method: 'POST',
    headers: commandHeaders(),
    body: JSON.stringify({ username: `${username}@${wardTenant}`, password: demoPassword }),
  });
  return (reply.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}

async function get<Body>(office: CrashOffice, path: string, cookie: string): Promise<Body> {
  const reply = await insist(office, path, { headers: { cookie } });
  return (await reply.json()) as Body;
}

async function post<Body>(
  office: CrashOffice,
  path: string,
  cookie: string | undefined,
  body: object,
): Promise<Body> {
  const reply = await insist(office, path, {
    method: 'POST',
    headers: commandHeaders(cookie),
    body: JSON.stringify(body),
  });
  const answer = await reply.text();
  expect(reply.status, answer).toBe(200);
  return JSON.parse(answer) as Body;
}

/** Sends; when the program dies meanwhile, sends the very same again, key and all. */
async function insist(office: CrashOffice, path: string, request: RequestInit): Promise<Response> {
  const send = () => fetch(`${office.url}/api/v1${path}`, request);
  return send().catch(async () => {
    await office.revived();
    return send();
  });
}

function commandHeaders(cookie = ''): Record<string, string> {
  return {
    'content-type': 'application/json',
    'x-motcua': '1',
    'idempotency-key': randomUUID(),
    ...(cookie && { cookie }),
  };
}
