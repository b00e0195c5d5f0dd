// The client against the simulator: both were written from the contract, neither from the other.

import { ageWindow, makePerson, messagesOf, setBlocked, write } from '@motcua/zalo-sim/people';
import { makeVisitor, postVisitorEvent } from '@motcua/zalo-sim/visitors';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listRecentChats, readConversation, readConversationSince } from '../src/conversation.ts';
import { gifMessage, imageMessage, stickerMessage } from '../src/media-messages.ts';
import {
  type Built,
  buttonsMessage,
  fileMessage,
  listMessage,
  messageLimits,
  quoteMessage,
  requestInfoMessage,
  textMessage,
  withoutQuote,
} from '../src/messages.ts';
import { getOa } from '../src/oa.ts';
import { exchangeCode, refreshTokens } from '../src/oauth.ts';
import { reactToMessage } from '../src/react.ts';
import { sendMessage } from '../src/send.ts';
import { uploadFile, uploadGif, uploadImage } from '../src/upload.ts';
import { isConsoleTest, parseEvent, verifySignature } from '../src/webhook.ts';
import { type GivenStreet, givenStreet } from './street.ts';

let given: GivenStreet;
beforeAll(async () => {
  given = await givenStreet('state');
});
afterAll(() => given.close());

function messageOf(built: Built) {
  if (built.kind !== 'message') throw new Error(`not built: ${JSON.stringify(built)}`);
  return built.message;
}
const send = (userId: string, built: Built) =>
  sendMessage(given.access, { apiVersion: 'v2', userId, message: messageOf(built) });
const token = (answer: { kind: string; value?: object }) => {
  if (answer.kind !== 'ok') throw new Error(JSON.stringify(answer));
  return Object.values(answer.value ?? {}).join('');
};

test('tokens: a code works once, a refresh token works once, and a new pair kills the old one', async () => {
  const other = await givenStreet('business');
  const code = await other.grant();
  expect(await exchangeCode(other.app, { ...code, codeVerifier: 'wrong' })).toMatchObject({ code: -14005 });
  expect(await exchangeCode(other.app, code)).toMatchObject({ advice: 'restart_grant' });
  const pair = await refreshTokens(other.app, other.tokens.refreshToken);
  expect(pair).toMatchObject({ kind: 'granted', expiresInSeconds: 90_000, refreshTokenKept: false });
  expect(await refreshTokens(other.app, other.tokens.refreshToken)).toMatchObject({
    advice: 'read_store_again',
  });
  expect(await getOa(other.access)).toMatchObject({ code: -216, policy: { action: 'refresh_token' } });
  await other.close();
});

test('the version an OA must use', async () => {
  const person = given.follower('Lan');
  const message = { text: 'Chào Anh/Chị' };
  const { access } = given;
  expect(await sendMessage(access, { apiVersion: 'v3', userId: person.id, message })).toMatchObject({
    code: -235,
    policy: { action: 'switch_to_v2' },
  });
  expect(await getOa(access)).toMatchObject({
    value: { oaType: 4, packageName: expect.any(String) },
    rate: { limit: 4000 },
  });
  const business = await givenStreet('business');
  const other = business.follower('Lan');
  const toOther = { userId: other.id, message };
  expect(await sendMessage(business.access, { apiVersion: 'v2', ...toOther })).toMatchObject({
    code: -240,
    policy: { action: 'switch_to_v3' },
  });
  expect(await sendMessage(business.access, { apiVersion: 'v3', ...toOther })).toMatchObject({
    kind: 'sent',
  });
  await business.close();
});

test('every kind of message arrives', async () => {
  const { access, street } = given;
  const person = given.follower('Bình');
  const asked = write(street, person, { text: 'hồ sơ tới đâu' });
  const bytes = new Uint8Array([0x89, 0x50, 0x4e, 0x47]);
  const image = token(await uploadImage(access, { bytes, name: 'a.png' }));
  const gif = token(await uploadGif(access, { bytes: new TextEncoder().encode('GIF89a'), name: 'a.gif' }));
  const pdf = token(await uploadFile(access, { bytes: new TextEncoder().encode('%PDF-1.7'), name: 'a.pdf' }));
  const row = { title: 'Phiếu hẹn', subtitle: 'Bấm để xem', url: 'https://motcua.example/p' };
  const built = [
    textMessage('Chào'),
    quoteMessage('Vâng ạ', asked.id),
    imageMessage({ attachmentId: image }, 'Phiếu hẹn'),
    imageMessage({ url: 'https://motcua.example/a.png' }),
    gifMessage({ attachmentId: gif, width: 320, height: 180 }),
    stickerMessage('bfe458bf64fa8da4d4eb'),
    fileMessage(pdf),
    requestInfoMessage({ title: 'Liên kết', subtitle: 'Số điện thoại', imageUrl: 'https://a.example/b.png' }),
    buttonsMessage('Anh/Chị muốn', [
      { type: 'oa.open.url', title: 'Xem', url: 'https://motcua.example' },
      { type: 'oa.query.show', title: 'Menu', payload: 'menu' },
      { type: 'oa.query.hide', title: 'Thôi', payload: '#0' },
      { type: 'oa.open.phone', title: 'Gọi 1022', phone: '841022' },
      { type: 'oa.open.sms', title: 'Nhắn', phone: '84999000111', content: 'HS' },
    ]),
    listMessage([row, { title: 'Lệ phí' }]),
  ];
  for (const one of built) expect(await send(person.id, one)).toMatchObject({ kind: 'sent' });
  const kinds = messagesOf(street, person.id).map(({ content }) => content.kind);
  expect(kinds.slice(1)).toEqual(
    ['text', 'text', 'image', 'image', 'gif', 'sticker', 'file', 'request_info', 'text', 'list'].map(String),
  );
  expect(
    await reactToMessage(access, { userId: person.id, messageId: asked.id, icon: 'heart' }),
  ).toMatchObject({
    kind: 'ok',
  });
});

test('the longest that is built is taken, in NFD too; one letter more would have been refused', async () => {
  const person = given.follower('Cúc');
  const long = (length: number) => 'ễ'.normalize('NFD').repeat(length);
  const tap = (title: string, payload: string) => [{ type: 'oa.query.show', title, payload }] as const;
  const { text, title, queryPayload } = messageLimits;
  expect(await send(person.id, textMessage(long(text)))).toMatchObject({ kind: 'sent' });
  expect(
    await send(person.id, buttonsMessage(long(text), tap(long(title), long(queryPayload)))),
  ).toMatchObject({
    kind: 'sent',
  });
  const tooLong = { text: 'ễ'.repeat(text + 1) };
  expect(await send(person.id, { kind: 'message', message: tooLong })).toMatchObject({
    code: -210,
    policy: { action: 'bug' },
  });
});

test('whom one may not write to, and what to do instead', async () => {
  const { street, access } = given;
  const stranger = makePerson(street, { name: 'Dũng' });
  expect(await send(stranger.id, textMessage('a'))).toMatchObject({
    code: -213,
    policy: { action: 'fallback' },
  });
  const blocker = given.follower('Em');
  setBlocked(street, blocker, true);
  expect(await send(blocker.id, textMessage('a'))).toMatchObject({ policy: { action: 'fallback' } });
  const silent = given.follower('Giang');
  ageWindow(street, silent, 7 * 24 + 1);
  expect(await send(silent.id, textMessage('a'))).toMatchObject({
    code: -230,
    policy: { action: 'fallback' },
  });
  const forgetful = given.follower('Hà');
  const dead = quoteMessage('Vâng ạ', 'no-such-message');
  expect(await send(forgetful.id, dead)).toMatchObject({ code: -201, policy: { action: 'drop_quote' } });
  const bare = withoutQuote(messageOf(dead));
  const message = bare ?? { text: '' };
  expect(await sendMessage(access, { apiVersion: 'v2', userId: forgetful.id, message })).toMatchObject({
    kind: 'sent',
    quota: { type: 'reply' },
  });
  expect(await send(forgetful.id, imageMessage({ attachmentId: 'expired' }))).toMatchObject({
    policy: { action: 'reupload' },
  });
});

test('a full minute: deferred to the next one, and the headers count down to it', async () => {
  const { street, clock } = given;
  const person = given.follower('Khoa');
  clock.now += 60_000;
  street.state.settings.oaCallsPerMinute = 2;
  const outcomes = [];
  for (let call = 0; call < 3; call += 1) outcomes.push(await send(person.id, textMessage('a')));
  expect(outcomes).toMatchObject([
    { kind: 'sent', rate: { remain: 1 } },
    { kind: 'sent', rate: { remain: 0 } },
    { kind: 'refused', code: -32, policy: { action: 'retry_later', until: 'next_minute' } },
  ]);
  street.state.settings.oaCallsPerMinute = null;
  clock.now += 60_000;
});

test('the conversation is read back ten at a time to the moment it was lost', async () => {
  const { street, clock, access } = given;
  const person = given.follower('Minh');
  const said = [];
  for (let n = 0; n < 25; n += 1) {
    clock.now += 1_000;
    said.push(write(street, person, { text: `tin ${n}` }));
  }
  const since = said[3]?.at ?? 0;
  const stretch = await readConversationSince(access, person.id, since);
  expect(stretch).toMatchObject({ kind: 'ok', value: { complete: true }, rate: { limit: 4000 } });
  if (stretch.kind === 'ok') {
    expect(stretch.value.messages.map(({ messageId }) => messageId)).toEqual(
      said.slice(3).map(({ id }) => id),
    );
  }
  expect(await readConversation(access, { userId: person.id })).toMatchObject({ value: { length: 10 } });
  const chats = await listRecentChats(access);
  expect(chats.kind === 'ok' ? chats.value[0] : chats).toMatchObject({
    userId: person.id,
    displayName: 'Minh',
    last: { text: 'tin 24' },
  });
});

test('a visitor of a website is answered in their own conversation', async () => {
  const { street, access } = given;
  const visitor = makeVisitor(street);
  postVisitorEvent(street, visitor, 'visitor', { kind: 'text', text: 'Chào', buttons: [] });
  const message = { text: 'Chào Anh/Chị' };
  expect(await sendMessage(access, { apiVersion: 'v2', ...visitor, message })).toMatchObject({
    kind: 'sent',
  });
});

test('every webhook of the above is signed, known and once', async () => {
  const { street, webhooks } = given;
  await street.courier.idle();
  expect(webhooks.length).toBeGreaterThan(60);
  const { app, oa } = street.state;
  const kinds = new Set<string>();
  for (const { body, headers } of webhooks) {
    const rawBody = Buffer.from(body);
    const header = new Headers(headers).get('x-zevent-signature') ?? undefined;
    expect(verifySignature({ appId: app.id, rawBody, secretKey: oa.secretKey, header })).toBe(true);
    expect(verifySignature({ appId: app.id, rawBody, secretKey: app.secret, header })).toBe(false);
    const event = parseEvent(rawBody);
    expect(event).toMatchObject({ appId: app.id, oaId: oa.id });
    expect(event && isConsoleTest(event)).toBe(false);
    kinds.add(event?.kind ?? 'none');
  }
  expect([...kinds].sort()).toEqual(
    [
      'anonymous_sent',
      'followed',
      'oa_sent',
      'oa_sent_anonymous',
      'reacted',
      'user_received',
      'user_sent',
    ].sort(),
  );
});
