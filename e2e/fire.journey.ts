// The same story on a bad day of Zalo: slow, cut off, repeated, out of order, lost. The phone must not notice.

import { expect, test } from '@playwright/test';
import { expectNoBarriers } from './barriers.ts';
import { fillIn, openDossier, signIn, take, takeIn } from './desk.ts';
import { type Office, openOffice } from './office.ts';
import { answersTo, phoneOf, scan } from './phone.ts';
import { picture } from './pictures.ts';

let office: Office;

test.beforeAll(async () => {
  office = await openOffice();
});

test.afterAll(async () => {
  expect(await office.end()).toBe(0);
});

/** Where Zalo leaves the outcome open, its echo is waited for before anything is sent again. */
const patience = { timeout: 90_000 };

test('one dossier, through everything Zalo can do wrong', async ({ browser }) => {
  test.setTimeout(400_000);
  const wide = { viewport: { width: 1440, height: 900 } };
  const clerk = await (await browser.newContext({ ...wide, baseURL: office.url })).newPage();
  const phone = await (await browser.newContext({ ...wide, baseURL: office.phoneUrl })).newPage();
  const chat = phone.getByRole('log', { name: 'Tin nhắn' });
  const said = async (pattern: RegExp): Promise<void> =>
    expect(chat.getByText(pattern).last()).toBeVisible(patience);

  await signIn(clerk, 'nhung');
  await fillIn(clerk, { name: 'Nguyễn Thị Mai', number: '999186012345', phone: '0912000101' });
  const made = await takeIn(clerk, office);

  // Whoever plays with the phone lets the storm loose from its own page.
  const mai = await phoneOf(office, 'Nguyễn Thị Mai');
  await phone.goto(`/?person=${mai}`);
  await phone.getByText('Sự cố', { exact: true }).click();
  await phone.getByRole('button', { name: 'Bật ngày xấu trời' }).click();
  await expect(
    phone.getByRole('list', { name: 'Sự cố đang bật' }).getByRole('listitem').first(),
  ).toBeVisible();
  await expectNoBarriers(phone);

  await scan(phone, mai, made.link);
  await said(/Liên kết hồ sơ .* với Zalo này/);
  await phone.locator('.answer', { hasText: 'Đồng ý' }).click();
  await said(/^Đã liên kết\./);

  // Six questions without waiting for the answers: each is answered.
  const questions = [
    'hồ sơ của tôi tới đâu rồi',
    'xin chào',
    'ai dang giu ho so',
    'menu',
    'hs toi xong chua',
    'cảm ơn',
  ];
  for (const text of questions) {
    await phone.locator('.box').fill(text);
    await phone.locator('.box').press('Enter');
  }
  await said(/Trung tâm cảm ơn Anh\/Chị/);

  const officers = {
    hoa: ['Nhận xử lý', 'Chuyển bước tiếp'],
    long: ['Ký duyệt'],
    van: ['Phát hành kết quả'],
  };
  for (const [username, acts] of Object.entries(officers)) {
    const desk = await (await browser.newContext({ ...wide, baseURL: office.url })).newPage();
    await signIn(desk, username);
    await openDossier(desk, made.code);
    for (const act of acts) await take(desk, act);
  }
  await said(/xong sớm .* đã được giải quyết/);
  await phone.getByRole('heading', { name: 'Đang bật' }).evaluate((head) => head.scrollIntoView());
  await picture(phone, 'storm');

  // The storm is over. Each was answered once; an event that Zalo brought late was answered late.
  await phone.getByRole('button', { name: 'Tắt hết' }).click();
  const heard = await answersTo(office, mai);
  const count = (pattern: RegExp): number => heard.filter((text) => pattern.test(text)).length;
  const inOrder = [/^Liên kết hồ sơ/, /^Đã liên kết/, /^Trung tâm cảm ơn/, /xong sớm/].map((pattern) =>
    heard.findIndex((text) => pattern.test(text)),
  );
  expect(inOrder, heard.join('\n')).toEqual(inOrder.toSorted((one, other) => one - other));
  expect(Math.min(...inOrder)).toBe(0);
  expect(count(/^Hồ sơ .* đang ở bước/), heard.join('\n')).toBeGreaterThanOrEqual(3);
  expect(count(/xin chào Anh\/Chị/)).toBeGreaterThanOrEqual(1);
  expect(count(/^Anh\/Chị muốn/)).toBeGreaterThanOrEqual(1);
  // Only an answer of Zalo that leaves the outcome open may cost a second copy, and then one.
  expect(heard.length - 9, heard.join('\n')).toBeLessThanOrEqual(1);
  expect(await office.command<{ faults: unknown[] }>('verify-ledger')).toMatchObject({ faults: [] });
});
