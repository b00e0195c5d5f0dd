// Remembers whose keys prove which webhooks, so that a webhook costs no question and can be proven while PostgreSQL is away.

import type { ZaloEvent } from '@motcua/zalo/events';
import { isDatabaseAway } from '../platform/away.ts';
import { listDirectory } from './directory-store.ts';
import { claimedIds, findReceiver, type Receiver, readReceiver } from './receiver.ts';
import type { OaContext } from './tokens.ts';

export interface KnownReceivers {
  /**
   * Whose keys an event must be proven with. What is remembered is at most a minute old, while the database answers.
   * `busy`: too many unknown accounts were named just now to look this one up; that is no verdict on the event.
   */
  find(event: ZaloEvent): Promise<Receiver | 'busy' | undefined>;
  /**
   * For an event that those keys did not prove: read anew, because the account may have been connected anew or its
   * secret reset. Undefined when they were read a moment ago, so that forgers cannot make us ask.
   */
  findAnew(event: ZaloEvent, doubted: Receiver): Promise<Receiver | 'busy' | undefined>;
  /** Reads every account; rejects when the database is away. */
  readAll(): Promise<void>;
}

interface Known {
  receiver: Receiver;
  readAt: number;
}

const freshMs = 60_000;
const doubtMs = 250;
/** Accounts nobody knows are asked for this often at most: only the console's test and forgers name them. */
const strangersPerSecond = 20;

/** `clock` counts milliseconds and never goes back. */
export function rememberReceivers(
  ctx: Pick<OaContext, 'database' | 'secrets'>,
  clock: () => number = () => performance.now(),
): KnownReceivers {
  const known = new Map<string, Known>();
  const underWay = new Map<string, Promise<Receiver | undefined>>();
  const lookUps = new Map<string, Promise<Receiver | undefined>>();
  let second = 0;
  let strangers = 0;

  /** One question for all who ask it at the same time. */
  function read(account: { tenantId: string; oaId: string }): Promise<Receiver | undefined> {
    const asked = underWay.get(account.oaId);
    if (asked !== undefined) return asked;
    const reading = readReceiver(ctx, account)
      .then((receiver) => {
        if (receiver === undefined) known.delete(account.oaId);
        else known.set(account.oaId, { receiver, readAt: clock() });
        return receiver;
      })
      .finally(() => underWay.delete(account.oaId));
    underWay.set(account.oaId, reading);
    return reading;
  }

  /** An account connected a moment ago is a stranger too, and a crowd may write to it: all of it shares one question. */
  async function findStranger(event: ZaloEvent): Promise<Receiver | 'busy' | undefined> {
    const named = JSON.stringify([...claimedIds(event), event.appId]);
    const asked = lookUps.get(named);
    if (asked !== undefined) return asked;
    const now = Math.floor(clock() / 1000);
    if (now !== second) {
      second = now;
      strangers = 0;
    }
    strangers += 1;
    if (strangers > strangersPerSecond) return 'busy';
    const looking = findReceiver(ctx, event)
      .then((receiver) => {
        if (receiver?.found === 'by_account') known.set(receiver.oaId, { receiver, readAt: clock() });
        return receiver;
      })
      .finally(() => lookUps.delete(named));
    lookUps.set(named, looking);
    return looking;
  }

  return {
    async find(event) {
      for (const id of claimedIds(event)) {
        const one = known.get(id);
        if (one === undefined) continue;
        // What is old is read anew beside the answer: with the database away, old keys prove better than none.
        if (clock() - one.readAt > freshMs) {
          one.readAt = clock();
          read(one.receiver).catch(() => {});
        }
        return one.receiver;
      }
      return findStranger(event);
    },
    async findAnew(event, doubted) {
      const one = known.get(doubted.oaId);
      if (doubted.found === 'by_app' || (one !== undefined && clock() - one.readAt < doubtMs))
        return undefined;
      try {
        return (await read(doubted)) ?? (await findStranger(event));
      } catch (error) {
        // While the database is away nothing can have been connected anew.
        if (isDatabaseAway(error)) return undefined;
        throw error;
      }
    },
    async readAll() {
      for (const account of await listDirectory(ctx.database)) await read(account);
    },
  };
}
