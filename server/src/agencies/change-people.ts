// Changes people: a new officer, a further post or another one, the end of a post, a shut account, a new first password.

import { dayText } from '@motcua/domain/clock-time';
import type { PlainDate } from '@motcua/domain/time';
import { dateOf } from '@motcua/domain/time';
import { roleLabels } from '@motcua/domain/wording';
import { makeFirstPassword } from '../accounts/first-password.ts';
import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/database.ts';
import type { Caller } from '../platform/http.ts';
import { Problem } from '../platform/problem.ts';
import { fieldProblem, manage, needsScope } from './manage.ts';
import { findOfficerIn } from './officer-store.ts';
import {
  countHeld,
  disableOfficer,
  endPost,
  endSessions,
  findPerson,
  listOpenPosts,
  lockPost,
  type Person,
  setFirstPassword,
} from './people-store.ts';
import type { DoneView, EndPostBody, MoveBody, NewOfficerView, OfficerBody, PostBody } from './schema.ts';
import { insertOfficer, insertPost } from './set-up-store.ts';
import { findUnitKind, getAgency, listUnits } from './store.ts';

/** A new account in its first post. The password is told to whoever asked, and kept nowhere. */
export async function makeOfficer(
  ctx: Context,
  caller: Caller,
  request: OfficerBody,
  key: string,
): Promise<NewOfficerView> {
  const asked = ctx.newId();
  const { id, text } = await manage(ctx, caller, { request, key }, async ({ tx, now, note }) => {
    const place = await checkPost(tx, caller, request, dateOf(now));
    const { username, fullName, title } = request;
    if ((await findPerson(tx, { username })) !== undefined)
      throw fieldProblem('username', `Tên đăng nhập ${username} đã có người dùng. Xin chọn tên khác.`);
    const { hash } = await makeFirstPassword(ctx, asked, key);
    const officer = { id: asked, username, fullName, title, passwordHash: hash, firstPassword: true };
    await insertOfficer(tx, officer, now);
    await insertPost(tx, asked, postOf(ctx, caller, request), now);
    const told = `Thêm ${title} ${fullName} (${username}), ${place}`;
    await note({ agencyId: request.agencyId, officerId: asked, kind: 'officer_made', text: told });
    return { id: asked, text: `Đã thêm ${title} ${fullName}, ${place}.` };
  });
  const { password } = await makeFirstPassword(ctx, id, key);
  return { id, username: request.username, firstPassword: password, text };
}

/** A further post, or another one in place of `inPlaceOf`, which ends on the day the new one begins. */
export async function givePost(
  ctx: Context,
  caller: Caller,
  request: MoveBody & { officerId: string },
  key: string,
): Promise<DoneView> {
  const { officerId, inPlaceOf, validFrom, agencyId } = request;
  return manage(ctx, caller, { request, key }, async ({ tx, now, note }) => {
    const person = await getPerson(tx, officerId);
    const place = await checkPost(tx, caller, request, dateOf(now));
    let rest = '';
    if (inPlaceOf !== undefined) {
      const before = await lockPost(tx, inPlaceOf);
      if (before === undefined || before.officerId !== officerId)
        throw fieldProblem('inPlaceOf', 'Vị trí cũ không còn. Xin tải lại trang rồi chọn lại.');
      await needsScope(tx, caller, before.agencyId);
      await endPost(tx, inPlaceOf, validFrom, caller.officerId, now);
      rest = leftBehind(await countHeld(tx, officerId, before.agencyId));
    }
    await insertPost(tx, officerId, postOf(ctx, caller, request), now);
    const verb = inPlaceOf === undefined ? 'Giao thêm' : 'Chuyển';
    const text = `${verb} ${person.politeName}: ${place}, từ ${dayText(validFrom, dateOf(now))}`;
    await note({ agencyId, officerId, kind: 'post_begun', text });
    return { id: officerId, text: `${text}.${rest}` };
  });
}

/** Ends a post; what its holder still holds is named, so that a head assigns it anew. */
export async function takePost(
  ctx: Context,
  caller: Caller,
  request: EndPostBody & { postId: string },
  key: string,
): Promise<DoneView> {
  return manage(ctx, caller, { request, key }, async ({ tx, now, note }) => {
    const today = dateOf(now);
    const post = await lockPost(tx, request.postId);
    if (post === undefined) throw unknownPerson();
    await needsScope(tx, caller, post.agencyId);
    if (post.validUntil !== null && post.validUntil <= today)
      throw new Problem('not_possible_now', 'Vị trí này đã kết thúc. Xin tải lại trang.');
    if (request.from < today) throw fieldProblem('from', 'Chọn hôm nay hoặc một ngày sau.');
    await endPost(tx, post.id, request.from, caller.officerId, now);
    const person = await getPerson(tx, post.officerId);
    const held = await countHeld(tx, post.officerId, post.agencyId);
    const text = `${person.politeName} thôi vị trí ${post.title}, ${post.unitName}, từ ${dayText(request.from, today)}`;
    await note({ agencyId: post.agencyId, officerId: post.officerId, kind: 'post_ended', text });
    return { id: post.id, text: `${text}.${leftBehind(held)}` };
  });
}

/** Shuts an account at once: its sessions end, its posts too. A supervisor may shut the helpers they answer for. */
export async function shutAccount(
  ctx: Context,
  caller: Caller,
  request: { officerId: string },
  key: string,
): Promise<DoneView> {
  return manage(ctx, caller, { request, key }, async ({ tx, now, note }) => {
    const { officerId } = request;
    const person = await getPerson(tx, officerId);
    if (officerId === caller.officerId)
      throw new Problem('not_possible_now', 'Không thể tự ngừng tài khoản của mình. Xin nhờ quản trị khác.');
    const posts = await listOpenPosts(tx, officerId, dateOf(now));
    for (const { agencyId } of posts) await needsScope(tx, caller, agencyId);
    for (const { id } of posts) await endPost(tx, id, dateOf(now), caller.officerId, now);
    await disableOfficer(tx, officerId, now);
    const agencyId = posts[0]?.agencyId ?? caller.agencyId;
    const text = `Ngừng tài khoản ${person.username} của ${person.politeName}`;
    await note({ agencyId, officerId, kind: 'officer_disabled', text });
    return { id: officerId, text: `${text}. Các phiên đang mở đã kết thúc.` };
  });
}

/** A new first password for somebody who forgot theirs; what was open with the old one ends. */
export async function resetPassword(
  ctx: Context,
  caller: Caller,
  request: { officerId: string },
  key: string,
): Promise<NewOfficerView> {
  const { officerId } = request;
  const { password, hash } = await makeFirstPassword(ctx, officerId, key);
  const done = await manage(ctx, caller, { request, key }, async ({ tx, now, note }) => {
    const person = await getPerson(tx, officerId);
    const [post] = await listOpenPosts(tx, officerId, dateOf(now));
    if (post === undefined) throw unknownPerson();
    await needsScope(tx, caller, post.agencyId);
    await setFirstPassword(tx, officerId, hash);
    await endSessions(tx, officerId, now);
    const text = `Cấp lại mật khẩu lần đầu cho ${person.politeName}`;
    await note({ agencyId: post.agencyId, officerId, kind: 'password_reset', text });
    return { username: person.username, text: `${text}.` };
  });
  return { id: officerId, ...done, firstPassword: password };
}

async function getPerson(tx: Tx, id: string): Promise<Person> {
  const person = await findPerson(tx, { id });
  if (person === undefined) throw unknownPerson();
  if (person.disabled)
    throw new Problem('not_possible_now', 'Tài khoản này đã ngừng dùng. Xin lập tài khoản mới nếu cần.');
  return person;
}

/** Where the post is, in words; refused when it cannot be. */
async function checkPost(tx: Tx, caller: Caller, post: PostBody, today: PlainDate): Promise<string> {
  await needsScope(tx, caller, post.agencyId);
  const [agency, units] = await Promise.all([getAgency(tx, post.agencyId), listUnits(tx, post.agencyId)]);
  const unit = units.find(({ code }) => code === post.unit);
  if (unit === undefined)
    throw fieldProblem('unit', `${agency.name} không có bộ phận này. Xin chọn trong danh sách.`);
  const kind = (await findUnitKind(tx, post.agencyId, post.unit)) ?? 'room';
  const helps = post.roles.includes('intake_helper');
  if (helps !== (kind !== 'room') || (helps && post.roles.length > 1))
    throw fieldProblem(
      'roles',
      helps
        ? 'Người giúp ở điểm tiếp nhận chỉ có một vai trò đó và làm ở một điểm tiếp nhận ngoài cơ quan.'
        : `${unit.name} là điểm tiếp nhận ngoài cơ quan: chỉ giao vai trò Người giúp ở điểm tiếp nhận.`,
    );
  if (helps && post.supervisorId === null)
    throw fieldProblem('supervisorId', 'Chọn cán bộ của cơ quan phụ trách điểm này.');
  if (post.supervisorId !== null) {
    const supervisor = await findOfficerIn(tx, post.supervisorId, post.agencyId, post.unit, today);
    if (supervisor === undefined)
      throw fieldProblem('supervisorId', 'Cán bộ phụ trách phải đang làm tại cơ quan này.');
  }
  const roles = post.roles.map((role) => roleLabels[role]).join(', ');
  return `${post.post}, ${unit.name}, ${agency.name} (${roles})`;
}

/** What lies with somebody who is leaving, so that it does not lie there unseen. */
function leftBehind(held: number): string {
  return held === 0 ? '' : ` Còn ${held} hồ sơ người này đang giữ: xin lãnh đạo đơn vị phân công lại.`;
}

function postOf(
  ctx: Context,
  caller: Caller,
  { agencyId, unit, post, roles, validFrom, supervisorId }: PostBody,
) {
  const supervisor = supervisorId === null ? {} : { supervisorId };
  const id = ctx.newId();
  return { id, agencyId, unit, title: post, roles, validFrom, recordedBy: caller.officerId, ...supervisor };
}

function unknownPerson(): Problem {
  return new Problem('not_found', 'Không có cán bộ hoặc vị trí này. Xin tải lại trang rồi chọn lại.');
}
