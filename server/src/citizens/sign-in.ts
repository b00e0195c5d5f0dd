// Signing in with Zalo: OAuth v4 with PKCE on the web, an access token in the Mini App. It proves a Zalo account, and nothing else.

import { randomBytes, timingSafeEqual } from 'node:crypto';
import { type Instant, plusMinutes } from '@motcua/domain/time';
import { pkce } from '@motcua/zalo/oauth';
import { exchangeLoginCode, getMe, loginUrl } from '@motcua/zalo/web-login';
import { z } from 'zod';
import { listTenants } from '../accounts/store.ts';
import { openOaSecret } from '../oa/sealing.ts';
import { listOas, type OaRow } from '../oa/store.ts';
import type { Context } from '../platform/context.ts';
import { Problem } from '../platform/problem.ts';
import { SealBroken } from '../platform/secrets.ts';
import { openCitizenSession } from './session.ts';
import { seeCitizen } from './store.ts';

/** How long Zalo's page may take; as long as its code lives. */
const minutesToAgree = 10;
const sealedFor = 'citizen-sign-in';

/** What the browser keeps sealed while its person is at Zalo. */
const goneOut = z.object({
  tenantId: z.string(),
  oaId: z.string(),
  state: z.string(),
  verifier: z.string(),
  at: z.string(),
});

/** Where Zalo sends the browser back to. It is registered in Zalo's console. */
const redirectUri = (ctx: Pick<Context, 'publicUrl'>): string => `${ctx.publicUrl}/dang-nhap-zalo`;

/** `sealed` is for a cookie of this browser alone: without it the answer of Zalo is worth nothing. */
export async function beginSignIn(
  ctx: Context,
  tenant: string | undefined,
): Promise<{ url: string; sealed: string }> {
  const { tenantId, oa } = await findApp(ctx, tenant);
  const { verifier, challenge } = pkce(randomBytes(32));
  const state = randomBytes(24).toString('base64url');
  const out = { tenantId, oaId: oa.oaId, state, verifier, at: ctx.clock.now() };
  const { oauth } = ctx.zalo;
  return {
    url: loginUrl({
      hosts: { oauth },
      appId: oa.appId,
      redirectUri: redirectUri(ctx),
      codeChallenge: challenge,
      state,
    }),
    sealed: ctx.secrets.seal(JSON.stringify(out), sealedFor),
  };
}

/** Gives the token of a session. @throws Problem for an answer that this browser did not ask for, or too late */
export async function finishSignIn(
  ctx: Context,
  answer: { code: string; state: string },
  sealed: string | undefined,
): Promise<string> {
  const out = openGoneOut(ctx, sealed);
  if (
    out === null ||
    !sameText(out.state, answer.state) ||
    plusMinutes(out.at, minutesToAgree) < ctx.clock.now()
  )
    throw startAgain();
  const { oa, appSecret } = await findApp(ctx, out.tenantId, out.oaId);
  const app = { hosts: ctx.zalo, appId: oa.appId, appSecret };
  const granted = await exchangeLoginCode(app, { code: answer.code, codeVerifier: out.verifier });
  if (granted.kind === 'no_answer') throw zaloAway();
  if (granted.kind === 'refused') throw startAgain();
  return signInAs(ctx, out.tenantId, oa, appSecret, granted.accessToken);
}

/** The Mini App's token is looked at with the app's own proof: one made for another app is refused by Zalo. */
export async function signInFromMiniApp(
  ctx: Context,
  { tenant, accessToken }: { tenant?: string; accessToken: string },
): Promise<string> {
  const { tenantId, oa, appSecret } = await findApp(ctx, tenant);
  return signInAs(ctx, tenantId, oa, appSecret, accessToken);
}

/** Asks Zalo who it is. Zalo's tokens are not kept: nothing is done in the person's name. */
async function signInAs(
  ctx: Context,
  tenantId: string,
  { oaId, appId }: OaRow,
  appSecret: string,
  accessToken: string,
): Promise<string> {
  const me = await getMe({ hosts: ctx.zalo, accessToken, appSecret });
  if (me.kind === 'no_answer') throw zaloAway();
  if (me.kind !== 'ok') throw startAgain();
  const { idByApp, idByOa, name } = me.value;
  const now: Instant = ctx.clock.now();
  return ctx.database.tenant(tenantId, async (tx) => {
    const linked = idByOa === undefined ? { oaId: null, userId: null } : { oaId, userId: idByOa };
    const seen = { newId: ctx.newId(), appId, idByApp, name: name?.slice(0, 200) ?? null, ...linked };
    return openCitizenSession(tx, await seeCitizen(tx, seen, now), now);
  });
}

/** The account whose app people sign in with: the office's first that works. */
async function findApp(
  ctx: Context,
  tenant: string | undefined,
  oaId?: string,
): Promise<{ tenantId: string; oa: OaRow; appSecret: string }> {
  const tenants = await listTenants(ctx.database);
  const tenantId = tenant ?? (tenants.length === 1 ? tenants[0] : undefined);
  if (tenantId === undefined || !tenants.includes(tenantId))
    throw new Problem(
      'not_found',
      'Không có cơ quan này. Anh/Chị mở lại trang của cơ quan mình rồi đăng nhập.',
    );
  const oas = await ctx.database.tenant(tenantId, (tx) => listOas(tx));
  const oa = oas.find((each) => (oaId === undefined ? each.state === 'connected' : each.oaId === oaId));
  if (oa === undefined)
    throw new Problem(
      'not_possible_now',
      'Cơ quan này chưa nối Zalo nên chưa đăng nhập được. Anh/Chị tra cứu bằng mã QR trên giấy tiếp nhận.',
    );
  return { tenantId, oa, appSecret: openOaSecret(ctx.secrets, oa.oaId, 'app-secret', oa.appSecretSealed) };
}

function openGoneOut(ctx: Context, sealed: string | undefined): z.infer<typeof goneOut> | null {
  if (sealed === undefined) return null;
  try {
    return goneOut.parse(JSON.parse(ctx.secrets.open(sealed, sealedFor)));
  } catch (error) {
    if (error instanceof SealBroken || error instanceof RangeError) return null;
    throw error;
  }
}

function sameText(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

const startAgain = () =>
  new Problem(
    'wrong_sign_in',
    'Lần đăng nhập này đã hết hạn hoặc không bắt đầu từ trình duyệt này. Anh/Chị bấm đăng nhập lại.',
  );

const zaloAway = () =>
  new Problem('unavailable', 'Zalo chưa trả lời nên chưa đăng nhập được. Anh/Chị thử lại sau ít phút.');
