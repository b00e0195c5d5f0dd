// The access token of an Official Account: refreshed early, by one writer, saved before anything uses it.

import { setTimeout as wait } from 'node:timers/promises';
import { fromEpochMs, type Instant, toEpochMs } from '@motcua/domain/time';
import type { ZaloHosts } from '@motcua/zalo/hosts';
import { refreshTokens, type TokenAnswer } from '@motcua/zalo/oauth';
import type { ApiVersion } from '@motcua/zalo/send';
import type { Context } from '../platform/context.ts';
import { crashPoint } from '../platform/crash-point.ts';
import { oneByOne } from '../platform/one-by-one.ts';
import { listDirectory } from './directory-store.ts';
import { openOaSecret, sealPair } from './sealing.ts';
import { noAnswerSentence, sentences, tokenRefusalSentence } from './sentences.ts';
import {
  claimRefresh,
  findOa,
  listRefreshing,
  type OaRow,
  releaseRefresh,
  type SealedPair,
  saveTokens,
} from './store.ts';

export interface OaContext extends Pick<Context, 'database' | 'secrets' | 'clock'> {
  zalo: ZaloHosts;
}

export interface OaRef {
  tenantId: string;
  oaId: string;
}

export type TokenResult =
  | {
      kind: 'token';
      accessToken: string;
      apiVersion: ApiVersion;
      /** Zalo last refused the account itself, over something other than its tokens. */
      wasRefused: boolean;
    }
  /** A human must act first; the sentence says how. */
  | { kind: 'not_connected'; sentence: string }
  /** Nothing is wrong here: try again later. */
  | { kind: 'unavailable'; sentence: string };

/** A token with less life than this, or than a quarter of its life, is replaced. */
const earlyMs = 2 * 3_600_000;
/** A refresh that has not ended by then was cut off: the call and the saving give up earlier. */
const leaseMs = 30_000;
const refreshTimeoutMs = 10_000;
const waitForSiblingMs = 25_000;
const lookEveryMs = 25;

/**
 * A token to call Zalo with. `rejected` is one that Zalo has just refused (-216, -220): it is never handed out again.
 * A refresh token works once, so of any number of callers, in any number of processes, one asks Zalo and the others
 * read what it saved. No transaction is open while Zalo is asked: the claim is a committed column.
 */
export function accessTokenFor(ctx: OaContext, ref: OaRef, rejected?: string): Promise<TokenResult> {
  // Callers of one process with the same question share one look at the row, and one wait.
  const asked = askedBy.get(ctx.database) ?? new Map<string, Promise<TokenResult>>();
  askedBy.set(ctx.database, asked);
  const question = JSON.stringify([ref.tenantId, ref.oaId, rejected]);
  const shared = asked.get(question);
  if (shared !== undefined) return shared;
  const answer = findToken(ctx, ref, rejected).finally(() => asked.delete(question));
  asked.set(question, answer);
  return answer;
}

const askedBy = new WeakMap<OaContext['database'], Map<string, Promise<TokenResult>>>();

async function findToken(ctx: OaContext, ref: OaRef, rejected?: string): Promise<TokenResult> {
  const deadline = performance.now() + waitForSiblingMs;
  for (;;) {
    const row = await ctx.database.tenant(ref.tenantId, (tx) => findOa(tx, ref.oaId));
    if (row === undefined) return { kind: 'not_connected', sentence: sentences.unknownOa };
    const now = ctx.clock.now();
    const living = livingToken(ctx, row, now, rejected);
    const dead = row.state === 'needs_grant';
    if (living && (dead || remainingMs(row, now) > earlyMsOf(row))) return living;
    if (dead) return { kind: 'not_connected', sentence: row.stateReason ?? sentences.tokenLost };
    if (await claim(ctx, ref, row, now)) return refresh(ctx, ref, row, living);
    if (performance.now() > deadline) return living ?? { kind: 'unavailable', sentence: sentences.busy };
    await wait(lookEveryMs);
  }
}

/** Refreshes every account that is due, so that one nobody writes to keeps its grant. For a schedule. */
export async function refreshDueTokens(ctx: OaContext): Promise<{ oaId: string; sentence: string }[]> {
  const troubles: { oaId: string; sentence: string }[] = [];
  await oneByOne(await listDirectory(ctx.database), async (ref) => {
    const result = await accessTokenFor(ctx, ref);
    if (result.kind !== 'token') troubles.push({ oaId: ref.oaId, sentence: result.sentence });
  });
  return troubles;
}

/**
 * Goes on with refreshes that were cut off: the token in the row may be dead without anybody having asked for it. With
 * luck Zalo was never reached and a new pair comes; otherwise the operator is told now and not at the next message.
 */
export async function resumeCutOffRefreshes(ctx: OaContext): Promise<void> {
  const entries = await listDirectory(ctx.database);
  await oneByOne(new Set(entries.map((entry) => entry.tenantId)), async (tenantId) => {
    const now = ctx.clock.now();
    const rows = await ctx.database.tenant(tenantId, (tx) => listRefreshing(tx));
    const cutOff = rows.filter((each) => isInterrupted(each, now));
    await oneByOne(cutOff, async ({ oaId, accessTokenSealed }) => {
      const old =
        accessTokenSealed === null
          ? undefined
          : openOaSecret(ctx.secrets, oaId, 'access-token', accessTokenSealed);
      await accessTokenFor(ctx, { tenantId, oaId }, old);
    });
  });
}

/** How often cut-off refreshes are looked for: with the lease, less than a minute after the death. */
export const resumeEveryMs = 15_000;

/** True when a refresh began and its process ended before saving: the pair may be lost. */
export function isInterrupted(row: Pick<OaRow, 'refreshingSince'>, now: Instant): boolean {
  return row.refreshingSince !== null && toEpochMs(now) - toEpochMs(row.refreshingSince) > leaseMs;
}

function livingToken(ctx: OaContext, row: OaRow, now: Instant, rejected: string | undefined) {
  if (row.accessTokenSealed === null || remainingMs(row, now) <= 0) return undefined;
  const accessToken = openOaSecret(ctx.secrets, row.oaId, 'access-token', row.accessTokenSealed);
  if (accessToken === rejected) return undefined;
  const wasRefused = row.state === 'refused' && remainingMs(row, now) > earlyMsOf(row);
  return { kind: 'token', accessToken, apiVersion: row.apiVersion, wasRefused } as const;
}

function remainingMs(row: OaRow, now: Instant): number {
  return row.accessExpiresAt === null ? 0 : toEpochMs(row.accessExpiresAt) - toEpochMs(now);
}

function earlyMsOf(row: OaRow): number {
  if (row.accessExpiresAt === null || row.refreshedAt === null) return earlyMs;
  return Math.min(earlyMs, (toEpochMs(row.accessExpiresAt) - toEpochMs(row.refreshedAt)) / 4);
}

function claim(ctx: OaContext, ref: OaRef, row: OaRow, now: Instant): Promise<boolean> {
  const { refreshTokenSealed } = row;
  const staleBefore = fromEpochMs(toEpochMs(now) - leaseMs);
  return ctx.database.tenant(ref.tenantId, (tx) =>
    claimRefresh(tx, ref.oaId, { refreshTokenSealed, now, staleBefore }),
  );
}

/** Only after a claim. `living` is what still works when no new pair can be had. */
async function refresh(
  ctx: OaContext,
  ref: OaRef,
  row: OaRow,
  living: TokenResult | undefined,
): Promise<TokenResult> {
  const open = (what: 'app-secret' | 'refresh-token', sealed: string) =>
    openOaSecret(ctx.secrets, ref.oaId, what, sealed);
  const refreshToken = open('refresh-token', row.refreshTokenSealed);
  const appSecret = open('app-secret', row.appSecretSealed);
  const interrupted = row.refreshingSince !== null;
  crashPoint('oa-refresh.ask.before');
  const app = { hosts: ctx.zalo, appId: row.appId, appSecret };
  const answer = await refreshTokens(app, refreshToken, { timeoutMs: refreshTimeoutMs });
  crashPoint('oa-refresh.save.before');

  if (answer.kind === 'granted') {
    const accessToken =
      row.accessTokenSealed && openOaSecret(ctx.secrets, ref.oaId, 'access-token', row.accessTokenSealed);
    const pair = sealPair(ctx.secrets, ref.oaId, answer, { accessToken, refreshToken }, ctx.clock.now());
    const saved = await saveStubbornly(ctx, ref, row, pair, answer.refreshTokenKept);
    crashPoint('oa-refresh.save.after');
    // An operator connected anew while we asked: theirs is the pair in force.
    if (!saved) return findToken(ctx, ref);
    return { kind: 'token', accessToken: answer.accessToken, apiVersion: row.apiVersion, wasRefused: false };
  }
  const refusal = answer.kind === 'refused' ? refusalOf(answer, interrupted) : undefined;
  const ours = await ctx.database.tenant(ref.tenantId, (tx) =>
    releaseRefresh(tx, ref.oaId, row.refreshTokenSealed, refusal),
  );
  if (!ours) return findToken(ctx, ref);
  if (living) return living;
  if (answer.kind === 'no_answer') return { kind: 'unavailable', sentence: noAnswerSentence(answer.why) };
  return { kind: 'not_connected', sentence: refusal?.reason ?? sentences.tokenLost };
}

function refusalOf(answer: Extract<TokenAnswer, { kind: 'refused' }>, interrupted: boolean) {
  const spent = answer.advice === 'read_store_again';
  const reason = spent && interrupted ? sentences.tokenLost : tokenRefusalSentence(answer);
  return { state: spent ? 'needs_grant' : 'refused', reason } as const;
}

/** The old pair is dead and the new one exists only here: a database that is just restarting is waited for. */
async function saveStubbornly(
  ctx: OaContext,
  ref: OaRef,
  row: OaRow,
  pair: SealedPair,
  kept: boolean,
): Promise<boolean> {
  const warning = kept ? sentences.refreshTokenKept : null;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ctx.database.tenant(ref.tenantId, (tx) =>
        saveTokens(tx, ref.oaId, row.refreshTokenSealed, pair, warning),
      );
    } catch (error) {
      if (attempt === 5) throw error;
      await wait(attempt * 1_000);
    }
  }
}
