// The story the product exists for: from the counter to the phone, desk and phone side by side, through a power cut.

import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { openDossier, signIn, take } from './desk.ts';
import { type Office, openOffice } from './office.ts';
import { answerOf, ask, phoneOf } from './phone.ts';
import { picture } from './pictures.ts';

let office: Office;

test.beforeAll(async () => {
  office = await openOffice();
});

test.afterAll(async () => {
  expect(await office.end()).toBe(0);
});

async function expectNoBarriers(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`),
  ).toEqual([]);
}

test('one dossier, from the counter to the phone', async ({ browser }) => {
  const wide = { viewport: { width: 1440, height: 900 } };
  const clerk = await (await browser.newContext({ ...wide, baseURL: office.url })).newPage();
  const phone = await (await browser.newContext({ ...wide, baseURL: office.phoneUrl })).newPage();
  const chat = phone.getByRole('log', { name: 'Tin nhắn' });

  // The clerk takes in with the keyboard alone.
  await signIn(clerk, 'nhung');
  await clerk.goto('/tiep-nhan');
  await expect(clerk.getByRole('heading', { name: 'Tiếp nhận hồ sơ' })).toBeVisible();
  await clerk.keyboard.type('xac nhan tinh trang');
  await expect(clerk.getByRole('option', { name: /Xác nhận tình trạng hôn nhân/ })).toBeVisible();
  await clerk.keyboard.press('Enter');
  await expect(clerk.getByLabel('Họ và tên')).toBeFocused();
  for (const typed of [
    'Nguyễn Thị Mai',
    '999186012345',
    '0912000101',
    'Số 5 đường Hùng Vương, phường Kiến Tường',
  ]) {
    await clerk.keyboard.type(typed);
    await clerk.keyboard.press('Enter');
  }
  await clerk.getByRole('checkbox', { name: /Tờ khai/ }).focus();
  await clerk.keyboard.press('0');
  await expect(clerk.getByText('Đủ giấy tờ bắt buộc')).toBeVisible();
  await picture(clerk, 'intake');
  await expectNoBarriers(clerk);
  await clerk.keyboard.press('Control+Enter');
  await expect(clerk.getByText('Đã tiếp nhận', { exact: true })).toBeVisible();
  const [made] = await office.command<{ code: string; link: string; lastSix: string }[]>(
    'demo',
    'dossiers',
    '--limit',
    '1',
  );
  if (made === undefined) throw new Error('A dossier was taken in.');
  expect(made.lastSix).toBe('012345');
  await expect(clerk.getByText(made.code)).toBeVisible();

  // The citizen scans the receipt's QR code and leads the way into the chat.
  const mai = await phoneOf(office, 'Nguyễn Thị Mai');
  await phone.goto(`/?person=${mai}&scan=${encodeURIComponent(made.link)}`);
  const web = phone.frameLocator('.web-frame');
  await expect(web.getByText(/chờ Bộ phận Tư pháp - Hộ tịch nhận/)).toBeVisible();
  await web.getByRole('button', { name: 'Nhận tin trên Zalo' }).click();
  await web.getByText('Mở Zalo và gửi').click();
  await expect(phone.locator('.box')).toHaveValue(/^MC-/);
  await phone.locator('.box').press('Enter');
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
  expect(await ask(phone, 'hs cua toi toi dau r')).toContain(made.code);

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
