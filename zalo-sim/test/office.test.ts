// The rest of the OA API: requests for information, stickers, reactions, articles, broadcasts, tags, people, quotas.

import { beforeEach, expect, test } from 'vitest';
import type { Answer } from '../src/answer.ts';
import * as articles from '../src/articles.ts';
import { uploadMedia } from '../src/media.ts';
import type { Person } from '../src/model.ts';
import { makePerson, messagesOf, react, write } from '../src/people.ts';
import { readPackageQuota, readQuota } from '../src/quotas.ts';
import { readProfile } from '../src/reading.ts';
import { sendMessage } from '../src/sending.ts';
import { submitInfo } from '../src/submit-info.ts';
import * as tags from '../src/tags.ts';
import * as users from '../src/users.ts';
import { makeVisitor, postVisitorEvent } from '../src/visitors.ts';
import type { Given } from './given.ts';
import { bodies, dataText, givenFollower, givenStreet, hour, names } from './given.ts';

let given: Given;
let lan: Person;

beforeEach(() => {
  given = givenStreet();
  lan = givenFollower(given.street);
  lan.phone = '84912000101';
});

function send(body: object): Answer {
  return sendMessage(given.street, 2, { recipient: { user_id: lan.id }, ...body });
}

function attach(payload: object): object {
  return { message: { attachment: { type: 'template', payload } } };
}

const draft = {
  type: 'normal',
  title: 'Lịch tiếp dân',
  author: 'Văn phòng',
  cover: { cover_type: 'photo', photo_url: 'https://mot-cua.test/bia.jpg', status: 'show' },
  description: 'Lịch tháng 12',
  body: [{ type: 'text', content: 'Thứ Hai hằng tuần.' }],
  status: 'show',
  comment: 'hide',
};

function publish(): string {
  const token = dataText(articles.createArticle(given.street, draft), 'token');
  given.clock.now += 5000;
  return dataText(articles.verifyArticle(given.street, { token }), 'id');
}

test('asked for information, a person answers once, in the new or the older shape of addresses', async () => {
  const { street, received } = given;
  const element = { title: 'Thông tin', subtitle: 'Xin cho biết', image_url: 'https://mot-cua.test/a.png' };
  const request = attach({ template_type: 'request_user_info', elements: [element] });
  expect(send(request).error).toBe(0);
  const [first] = messagesOf(street, lan.id);
  expect(first && submitInfo(street, first)).toBe(true);
  expect(first && submitInfo(street, first)).toBe(false);
  street.state.settings.userInfoShape = 'district';
  send(request);
  const second = messagesOf(street, lan.id).at(-1);
  expect(second && submitInfo(street, second, { district: 'Thị xã' })).toBe(true);
  await street.courier.idle();
  const answers = bodies(received).filter((one) => one.event_name === 'user_submit_info');
  expect(answers[0]).toMatchObject({
    sender: { id: lan.id },
    info: { phone: '84912000101', full_address: { user_ward: 'Phường Kiến Tường' } },
  });
  expect(answers[1]?.['info']).toMatchObject({ district: 'Thị xã' });
  expect(answers[1]?.['info']).not.toHaveProperty('full_address');
  expect(names(received)).toContain('oa_send_template');
  for (const missing of ['title', 'subtitle', 'image_url']) {
    const wrong = { ...element, [missing]: undefined };
    expect(send(attach({ template_type: 'request_user_info', elements: [wrong] })).error).toBe(-201);
  }
  const long = { ...element, title: 'a'.repeat(101) };
  expect(send(attach({ template_type: 'request_user_info', elements: [long] })).error).toBe(-210);
});

test('a sticker goes by its id and takes no words', () => {
  const payload = { template_type: 'media', elements: [{ media_type: 'sticker', attachment_id: 'chao' }] };
  expect(send(attach(payload)).error).toBe(0);
  const withWords = { message: { text: 'a', attachment: { type: 'template', payload } } };
  expect(send(withWords).error).toBe(-201);
});

test('an answer by message id reaches whoever wrote it', () => {
  const { id } = write(given.street, lan, { text: 'Cho tôi hỏi' });
  const body = { recipient: { message_id: id }, message: { text: 'Dạ' } };
  expect(sendMessage(given.street, 2, body)).toMatchObject({ error: 0, data: { user_id: lan.id } });
  expect(sendMessage(given.street, 2, { ...body, recipient: { message_id: 'x' } }).error).toBe(-201);
});

test('both sides react; the OA at most fifty times on one message, with known icons', async () => {
  const { street, received } = given;
  const said = write(street, lan, { text: 'Cảm ơn' });
  const action = (react_icon: string) =>
    send({ sender_action: { react_icon, react_message_id: said.id } }).error;
  expect(action('hoa')).toBe(-201);
  for (let count = 0; count < 50; count++) expect(action('/-heart')).toBe(0);
  expect(action('/-heart')).toBe(-210);
  send({ message: { text: 'Dạ' } });
  const answer = messagesOf(street, lan.id).at(-1);
  if (answer) react(street, answer, '/-strong');
  await street.courier.idle();
  const reactions = bodies(received).filter((one) => one.event_name.endsWith('_reacted_message'));
  expect(reactions[0]).toMatchObject({ sender: { id: street.state.oa.id }, recipient: { id: lan.id } });
  expect(reactions.at(-1)).toMatchObject({ event_name: 'user_reacted_message', sender: { id: lan.id } });
});

test('an article is processed for a while, then has an id, can be changed, listed and removed', () => {
  const { street, clock } = given;
  const token = dataText(articles.createArticle(street, draft), 'token');
  expect(articles.verifyArticle(street, { token }).error).toBe(-214);
  clock.now += 5000;
  const id = dataText(articles.verifyArticle(street, { token }), 'id');
  const detail = (name: string) => (name === 'id' ? id : undefined);
  expect(articles.readArticle(street, detail).data).toMatchObject({
    id,
    title: draft.title,
    body: draft.body,
  });
  expect(articles.readArticles(street, () => undefined).data).toMatchObject({ total: 1, medias: [{ id }] });
  expect(articles.updateArticle(street, { ...draft, id, title: 'Lịch mới' }).error).toBe(0);
  expect(articles.readArticle(street, detail).error).toBe(-201);
  clock.now += 5000;
  expect(articles.readArticle(street, detail).data).toMatchObject({ title: 'Lịch mới' });
  expect(articles.removeArticle(street, { id }).error).toBe(0);
  expect(articles.readArticle(street, detail).error).toBe(-201);
  expect(articles.createArticle(street, { ...draft, title: 'ế'.repeat(151) }).error).toBe(-210);
  expect(articles.createArticle(street, { ...draft, body: [] }).error).toBe(-201);
});

test('a broadcast reaches followers only, by day, at most five articles, a few times a month', () => {
  const { street, clock } = given;
  const stranger = makePerson(street, { name: 'Người lạ' });
  const id = publish();
  const broadcast = (count = 1, target: object = { ages: '0,1', gender: '0' }) => {
    const element = { media_type: 'article', attachment_id: id };
    const elements = Array.from({ length: count }, () => element);
    const message = { attachment: { type: 'template', payload: { template_type: 'media', elements } } };
    return sendMessage(street, 2, { recipient: { target }, message }).error;
  };
  expect(broadcast()).toBe(0);
  expect(messagesOf(street, lan.id).at(-1)?.content).toMatchObject({ kind: 'article' });
  expect(messagesOf(street, stranger.id)).toHaveLength(0);
  expect(broadcast(6)).toBe(-210);
  expect(broadcast(1, { cities: '64' })).toBe(-201);
  clock.now = Date.UTC(2026, 10, 23, 15);
  expect(broadcast()).toBe(-234);
  clock.now = Date.UTC(2026, 10, 23, 23);
  for (let count = 0; count < 3; count++) expect(broadcast()).toBe(0);
  expect(broadcast()).toBe(-211);
});

test('tags are made, told, shown in the profile and removed', async () => {
  const { street, received } = given;
  const tagged = { user_id: lan.id, tag_name: 'Cần gọi lại' };
  expect(tags.tagPerson(street, tagged).error).toBe(0);
  tags.tagPerson(street, tagged);
  expect(tags.readTagNames(street).data).toEqual(['Cần gọi lại']);
  expect(readProfile(street, { user_id: lan.id }).data).toMatchObject({
    tags_and_notes_info: { tag_names: ['Cần gọi lại'] },
  });
  expect(tags.untagPerson(street, tagged).error).toBe(0);
  expect(tags.removeTag(street, tagged).error).toBe(0);
  expect(tags.removeTag(street, tagged).error).toBe(-201);
  await street.courier.idle();
  expect(names(received).slice(1).sort()).toEqual(['add_user_to_tag', 'remove_tag', 'remove_user_from_tag']);
});

test('lists of people have pages of fifty and an end, and can be narrowed', () => {
  const { street, clock } = given;
  makePerson(street, { name: 'Người lạ' });
  const list = (data: object) => users.readUsers(street, data);
  expect(list({ offset: 0, count: 50 }).data).toMatchObject({ total: 1, users: [{ user_id: lan.id }] });
  expect(list({ count: 51 }).error).toBe(-210);
  expect(list({ offset: 9952 }).error).toBe(-210);
  expect(list({ is_follower: 'false' }).data).toMatchObject({ total: 0 });
  expect(list({ tag_name: 'x' }).data).toMatchObject({ total: 0 });
  clock.now += 24 * hour;
  expect(list({ last_interaction_period: 'TODAY' }).data).toMatchObject({ total: 0 });
  expect(list({ last_interaction_period: 'YESTERDAY' }).data).toMatchObject({ total: 1 });
  expect(list({ last_interaction_period: '2026_11_23:2026_11_23' }).data).toMatchObject({ total: 1 });
  expect(list({ last_interaction_period: 'L9D' }).error).toBe(-201);
  expect(users.readFollowers(street, { offset: 0, count: 50 }).data).toMatchObject({ total: 1 });
  expect(users.readFollowers(street, { count: 51 }).error).toBe(-210);
});

test('what the OA notes about a person is shown and can be forgotten', () => {
  const { street } = given;
  const shared_info = { name: 'Lan', phone: '84912000101' };
  expect(users.updateUser(street, { user_id: lan.id, user_external_id: 'tk-1', shared_info }).error).toBe(0);
  const profile = () => readProfile(street, { user_id: lan.id }).data;
  expect(profile()).toMatchObject({ user_external_id: 'tk-1', shared_info });
  const other = givenFollower(street, 'Hoa');
  expect(users.updateUser(street, { user_id: other.id, user_external_id: 'tk-1' }).error).toBe(-201);
  expect(users.deleteFollowerInfo(street, { user_id: lan.id }).error).toBe(0);
  expect(profile()).toMatchObject({ user_external_id: '', shared_info: {} });
  street.state.oa.type = 'business';
  expect(users.updateFollower(street, { user_id: lan.id }).error).toBe(-240);
});

test('quotas come in the shapes that are asked for', () => {
  const { street, clock } = given;
  expect(readQuota(street, { user_id: lan.id }).data).toMatchObject({
    last_interaction: String(lan.lastInteractionAt),
    promotion: { monthly_remain: 4, monthly_total: 4 },
  });
  const assets = { quota_owner: 'OA', product_type: 'cs', quota_type: 'sub_quota' };
  expect(readQuota(street, assets).data).toMatchObject([{ total: 2000, remain: 2000 }]);
  expect(readQuota(street, { ...assets, quota_owner: 'X' }).error).toBe(-201);
  expect(readPackageQuota(street, {}).data).toMatchObject({ type: 'active', remain: 2000 });
  const { id } = write(street, lan, { text: 'a' });
  expect(readPackageQuota(street, { message_id: id }).data).toMatchObject({ type: 'reply', remain: 8 });
  clock.now += 49 * hour;
  expect(readPackageQuota(street, { message_id: id }).data).toMatchObject({ type: 'reply', remain: 0 });
});

test('somebody away for more than 45 days is refused with a code of its own', () => {
  lan.dormant = true;
  expect(send({ message: { text: 'a' } }).error).toBe(-227);
});

test('uploads of a kind are counted by the month', () => {
  const { street, clock } = given;
  street.state.settings.uploadsPerMonth = 1;
  const file = { name: 'a.pdf', bytes: Buffer.from('%PDF-1.7') };
  expect(uploadMedia(street, 'file', file).error).toBe(0);
  expect(uploadMedia(street, 'file', file).error).toBe(-211);
  clock.now += 10 * 24 * hour;
  expect(uploadMedia(street, 'file', file).error).toBe(0);
});

test('a visitor of the chat widget is answered under the conversation', async () => {
  const { street, received } = given;
  const visitor = makeVisitor(street);
  postVisitorEvent(street, visitor, 'visitor', { kind: 'text', text: 'Chào', buttons: [] });
  const recipient = { anonymous_id: visitor.anonymousId, conversation_id: visitor.conversationId };
  expect(sendMessage(street, 2, { recipient, message: { text: 'Dạ' } }).error).toBe(0);
  const wrong = { ...recipient, conversation_id: 'x' };
  expect(sendMessage(street, 2, { recipient: wrong, message: { text: 'Dạ' } }).error).toBe(-201);
  await street.courier.idle();
  expect(names(received).slice(1)).toEqual(['anonymous_send_text', 'oa_send_anonymous_text']);
  expect(bodies(received)[1]).toMatchObject({
    sender: { id: visitor.anonymousId },
    message: { conversation_id: visitor.conversationId },
  });
});
