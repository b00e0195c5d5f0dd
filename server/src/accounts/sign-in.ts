// Signing in and out: argon2id, a budget against guessing, opaque sessions in the database.

import { createHash, randomBytes } from 'node:crypto';
import { dateOf, plusMinutes } from '@motcua/domain/time';
import { hash, verify } from '@node-rs/argon2';
import { findOfficerOfSession, listPostsOf, type Officer } from '../agencies/officer-store.ts';
import type { Context } from '../platform/context.ts';
import { Problem } from '../platform/problem.ts';
import {
  addTry,
  choosePost,
  countTries,
  endSession,
  findCredentials,
  forgetTries,
  insertSession,
  listTenants,
  replacePassword,
  takeTryBack,
  touchSession,
} from './store.ts';

/** Minutes without use after which a session ends. */
export const idleMinutes = 60;
/** Minutes after which it ends in any case: a working day and its evening. */
const absoluteMinutes = 12 * 60;
/** Tries without success of one user name, or of one address, within a quarter of an hour. */
const nameBudget = 5;
const addressBudget = 40;
const windowMinutes = 15;

// OWASP's first choice for argon2id: 19 MiB, two passes.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export async function hashPassword(password: string): Promise<string> {
  return hash(password, cost);
}

/** Whoever signs in the first time replaces the password that somebody else made and knows. */
async function ownPassword(typed: { password: string; newPassword?: string | undefined }): Promise<string> {
  const why = typed.newPassword === undefined ? null : whyNotPassword(typed.newPassword, typed.password);
  if (typed.newPassword !== undefined && why === null) return hashPassword(typed.newPassword);
  throw new Problem(
    'choose_password',
    why ?? 'Đây là mật khẩu cấp lần đầu. Xin đặt mật khẩu riêng của Anh/Chị để vào làm việc.',
    why === null ? {} : { fields: [{ field: 'newPassword', message: why }] },
  );
}

function whyNotPassword(chosen: string, first: string): string | null {
  if (chosen.length < 10) return 'Mật khẩu mới cần ít nhất 10 ký tự.';
  return chosen === first ? 'Mật khẩu mới phải khác mật khẩu được cấp.' : null;
}

/** Verified when there is no such officer, so that absence takes as long as a wrong password. */
let decoyHash: Promise<string> | undefined;

/** Checks a user name (`hoa.lt` or, with several tenants, `hoa.lt@kien-tuong`) and password; gives a session token. */
export async function signIn(
  ctx: Context,
  typed: { username: string; password: string; newPassword?: string | undefined; address: string },
): Promise<{ token: string; tenantId: string }> {
  const wrong = new Problem('wrong_sign_in', 'Tên đăng nhập hoặc mật khẩu chưa đúng. Xin nhập lại.');
  const now = ctx.clock.now();
  const [name = '', named] = typed.username.toLowerCase().split('@');
  const tenants = await listTenants(ctx.database);
  const tenantId = named ?? (tenants.length === 1 ? tenants[0] : undefined);
  if (tenantId === undefined || !tenants.includes(tenantId)) {
    await verifyDecoy(typed.password);
    throw wrong;
  }
  const subjects = [
    { subject: ctx.secrets.fingerprint(name, 'sign-in-name'), budget: nameBudget },
    { subject: ctx.secrets.fingerprint(typed.address, 'sign-in-address'), budget: addressBudget },
  ] as const;
  const minute = `${now.slice(0, 16)}:00+07:00`;
  // A try counts before its password is looked at, so that many at once cannot all pass below the budget.
  const credentials = await ctx.database.tenant(tenantId, async (tx) => {
    for (const { subject, budget } of subjects) {
      await addTry(tx, subject, minute);
      if ((await countTries(tx, subject, plusMinutes(now, -windowMinutes))) > budget)
        throw new Problem(
          'too_many',
          'Đã nhập sai nhiều lần. Xin đợi 15 phút rồi thử lại, hoặc nhờ quản trị đơn vị.',
        );
    }
    return findCredentials(tx, name);
  });
  const right =
    credentials === undefined
      ? await verifyDecoy(typed.password)
      : await verify(credentials.passwordHash, typed.password);
  if (!right || credentials === undefined || credentials.disabled) throw wrong;
  const own = credentials.firstPassword ? await ownPassword(typed) : null;
  return ctx.database.tenant(tenantId, async (tx) => {
    await forgetTries(tx, subjects[0].subject);
    await takeTryBack(tx, subjects[1].subject, minute);
    const [post] = await listPostsOf(tx, credentials.officerId, dateOf(now));
    if (post === undefined)
      throw new Problem(
        'not_allowed',
        'Tài khoản chưa có vị trí công tác nào đang hiệu lực. Xin nhờ quản trị đơn vị giao vị trí.',
      );
    if (own !== null) await replacePassword(tx, credentials.officerId, own);
    const token = `${tenantId}.${randomBytes(24).toString('base64url')}`;
    await insertSession(tx, hashToken(token), post, now);
    return { token, tenantId };
  });
}

export interface SignedIn {
  tenantId: string;
  officer: Officer;
  /** False once the post of this session is over: the person is known, and has no rights. */
  inForce: boolean;
}

/** The officer of a session token; null when it is unknown, ended, idle or too old. */
export async function readSession(ctx: Context, token: string): Promise<SignedIn | null> {
  const tenantId = /^([a-z0-9][a-z0-9-]{1,39})\.[\w-]{32}$/.exec(token)?.[1];
  if (tenantId === undefined) return null;
  const now = ctx.clock.now();
  const hash = hashToken(token);
  const found = await findOfficerOfSession(ctx.database, tenantId, hash, dateOf(now));
  if (found === undefined) return null;
  const { inForce, createdAt, lastUsedAt, ...officer } = found;
  const idle = plusMinutes(lastUsedAt, idleMinutes) <= now;
  if (idle || plusMinutes(createdAt, absoluteMinutes) <= now) return null;
  // A write a minute at most: reading a page must not write a row each time.
  if (plusMinutes(lastUsedAt, 1) <= now)
    await ctx.database.tenant(tenantId, (tx) => touchSession(tx, hash, now));
  return { tenantId, officer: inForce ? officer : { ...officer, roles: [], standsInFor: [] }, inForce };
}

export async function signOut(ctx: Context, tenantId: string, token: string): Promise<void> {
  await ctx.database.tenant(tenantId, (tx) => endSession(tx, hashToken(token), ctx.clock.now()));
}

/** The session goes on in another post of the officer; refused when it is not theirs, or over. */
export async function switchPost(
  ctx: Context,
  { tenantId, officer }: SignedIn,
  token: string,
  postId: string,
): Promise<void> {
  await ctx.database.tenant(tenantId, async (tx) => {
    const posts = await listPostsOf(tx, officer.id, dateOf(ctx.clock.now()));
    if (!posts.some((post) => post.postId === postId))
      throw new Problem(
        'not_possible_now',
        'Vị trí này không còn hiệu lực hoặc không phải của Anh/Chị. Xin chọn vị trí khác trong danh sách.',
      );
    await choosePost(tx, hashToken(token), postId);
  });
}

async function verifyDecoy(password: string): Promise<false> {
  decoyHash ??= hashPassword(randomBytes(16).toString('hex'));
  await verify(await decoyHash, password);
  return false;
}

function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
