// The story the product exists for: from the counter to the phone, desk and phone side by side, through a power cut.

import { expect, test } from '@playwright/test';
import { expectNoBarriers } from './barriers.ts';
import { fillIn, openDossier, signIn, take, takeIn } from './desk.ts';
import { type Office, openOffice } from './office.ts';
import { answerOf, ask, phoneOf, scan } from './phone.ts';
import { picture } from './pictures.ts';

let office: Office;

test.beforeAll(async () => {
  office = await openOffice();
});

test.afterAll(async () => {
  expect(await office.end()).toBe(0);
});

test('one dossier, from the counter to the phone', async ({ browser }) => {
  const wide = { viewport: { width: 1440, height: 900 } };
  const clerk = await (await browser.newContext({ ...wide, baseURL: office.url })).newPage();
  const phone = await (await browser.newContext({ ...wide, baseURL: office.phoneUrl })).newPage();
  const chat = phone.getByRole('log', { name: 'Tin nhắn' });

  // The clerk takes in with the keyboard alone.
  await signIn(clerk, 'nhung');
  await fillIn(clerk, { name: 'Nguyễn Thị Mai', number: '999186012345', phone: '0912000101' });
  await picture(clerk, 'intake');
  await expectNoBarriers(clerk);
  const made = await takeIn(clerk, office);
  expect(made.lastSix).toBe('012345');
  await expect(clerk.getByText(made.code)).toBeVisible();

  // The citizen scans the receipt's QR code and leads the way into the chat.
  const mai = await phoneOf(office, 'Nguyễn Thị Mai');
  await scan(phone, mai, made.link);
  await expect(chat.getByText(/Liên kết hồ sơ .* với Zalo này/)).toBeVisible();
  await phone.locator('.answer', { hasText: 'Đồng ý' }).click();
  await expect(chat.getByText(/^Đã liên kết\./)).toBeVisible();

  // The story is told at any hour of the day, and nights are quiet for who does not ask.
  expect(await ask(phone, 'nhắn cả ban đêm')).toContain('ngay cả ban đêm');

  // The same page as a citizen with an old phone sees it outside Zalo.
  const small = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
  await small.goto(made.link);
  await expect(small.getByText('Anh/Chị chưa phải làm gì').first()).toBeVisible();
  await small.getByText('Vì sao ngày này?').click();
  await expect(
    small.getByText(/không tính, Ngày Văn hóa Việt Nam|ngày làm việc thứ 1/).first(),
  ).toBeVisible();
  await picture(small, 'tracking');
  await expectNoBarriers(small);

  // The question, as people type it.
  const answer = await ask(phone, 'hồ sơ của tôi tới đâu rồi');
  expect(answer).toContain('bước Thẩm tra');
  expect(answer).toMatch(/chờ Bộ phận Tư pháp - Hộ tịch nhận từ/);
  expect(answer).toMatch(/còn \d ngày làm việc/);
  expect(answer).toContain('Anh/Chị chưa phải làm gì');

  // The power goes. Nothing is lost, nothing is told twice.
  await office.kill();
  await office.start();
  await expect(chat.getByText(/^Đã liên kết\./)).toBeVisible();
  expect(await ask(phone, 'hs cua toi toi dau r', 60_000)).toContain(made.code);

  // An officer claims it; the desk beside hers learns of it without a reload.
  const hoa = await (await browser.newContext({ ...wide, baseURL: office.url })).newPage();
  await signIn(hoa, 'hoa');
  await openDossier(hoa, made.code);
  await clerk.getByRole('link', { name: 'Mở hồ sơ' }).click();
  await expect(clerk.getByRole('heading', { name: 'Diễn biến' })).toBeVisible();
  await take(hoa, 'Nhận xử lý');
  await expect(clerk.getByText('bà Lê Thị Hoa nhận xử lý')).toBeVisible();
  expect(await ask(phone, 'ai dang giu ho so')).toContain('bà Lê Thị Hoa');
  await picture(hoa, 'dossier');
  await expectNoBarriers(hoa);

  // It moves on to its end; the phone buzzes once, with the outcome in words.
  await take(hoa, 'Chuyển bước tiếp');
  const long = await (await browser.newContext({ ...wide, baseURL: office.url })).newPage();
  await signIn(long, 'long');
  await openDossier(long, made.code);
  await take(long, 'Ký duyệt');
  const buzzes = Number(await phone.locator('#phone').getAttribute('data-buzzes'));
  const van = await (await browser.newContext({ ...wide, baseURL: office.url })).newPage();
  await signIn(van, 'van');
  await openDossier(van, made.code);
  await take(van, 'Phát hành kết quả');
  await expect(chat.getByText(/xong sớm .* đã được giải quyết/)).toBeVisible();
  expect(Number(await phone.locator('#phone').getAttribute('data-buzzes'))).toBe(buzzes + 1);
  expect(await answerOf(office, mai)).toMatch(/Quầy 3/);
  await picture(phone.locator('#phone'), 'chat');
  await expectNoBarriers(phone);
  await expect(van.getByText('Đã xem')).toBeVisible();

  // The ledger proves what happened.
  expect(await office.command<{ faults: unknown[] }>('verify-ledger')).toMatchObject({ faults: [] });
});
