// A clerk takes in a common procedure by keyboard alone, in less than a minute; keystrokes and seconds are counted.

import { expect, type Page, test } from '@playwright/test';
import { expectNoBarriers } from './barriers.ts';
import { signIn } from './desk.ts';
import { type Office, openOffice } from './office.ts';
import { picture } from './pictures.ts';

let office: Office;

test.beforeAll(async () => {
  office = await openOffice();
});

test.afterAll(async () => {
  expect(await office.end()).toBe(0);
});

/** An ordinary hand: some 400 keys a minute. */
const betweenKeysMs = 150;

/** Counts what a hand presses, at the pace of a hand. */
function handOn(page: Page) {
  let keys = 0;
  const begun = Date.now();
  return {
    type: async (text: string) => {
      keys += text.length;
      await page.keyboard.type(text, { delay: betweenKeysMs });
    },
    press: async (key: string) => {
      keys += key.split('+').length;
      await page.keyboard.press(key);
    },
    spent: () => ({ keys, seconds: Math.round((Date.now() - begun) / 1000) }),
  };
}

const number = '999190012345';
/** As a scanner types it: all at once, with Enter behind. */
const card = `${number}|012345678|Lê Thị Hạnh|05091990|Nữ|Tổ 3, phường Kiến Tường, tỉnh Tây Ninh|01072022`;

async function chooseProcedure(page: Page, hand: ReturnType<typeof handOn>): Promise<void> {
  await expect(page.getByLabel('Thủ tục')).toBeFocused();
  await hand.type('xac nhan tinh trang');
  await hand.press('Enter');
}

async function finish(page: Page, hand: ReturnType<typeof handOn>): Promise<void> {
  await page.getByRole('checkbox', { name: /Tờ khai/ }).focus();
  await hand.press('0');
  await expect(page.getByText('Đủ giấy tờ bắt buộc')).toBeVisible();
  await hand.press('Control+Enter');
  await expect(page.getByText('Đã tiếp nhận', { exact: true })).toBeVisible();
}

test('a common procedure by keyboard, then by scanner, then the same again', async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, baseURL: office.url });
  const page = await context.newPage();
  await signIn(page, 'nhung');
  await page.goto('/tiep-nhan');

  const typed = handOn(page);
  await chooseProcedure(page, typed);
  await expect(page.getByLabel('Họ và tên')).toBeFocused();
  for (const text of ['Trần Văn Bình', '999088012345', '0912000222', '5 Hùng Vương, phường Kiến Tường']) {
    await typed.type(text);
    await typed.press('Enter');
  }
  await finish(page, typed);
  const byKeyboard = typed.spent();
  test.info().annotations.push({ type: 'by keyboard', description: JSON.stringify(byKeyboard) });
  console.log(`intake by keyboard: ${byKeyboard.keys} keystrokes, ${byKeyboard.seconds} s`);
  expect(byKeyboard.keys).toBeLessThan(120);
  expect(byKeyboard.seconds).toBeLessThan(60);

  // The next one has a chip identity card: the scanner writes the person, the hand hardly anything.
  await page.keyboard.press('n');
  await expect(page.getByLabel('Thủ tục')).toBeFocused();
  const scanned = handOn(page);
  await page.keyboard.type(card);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Đã điền từ thẻ căn cước của Lê Thị Hạnh.')).toBeVisible();
  await page.getByLabel('Thủ tục').focus();
  await chooseProcedure(page, scanned);
  await expect(page.getByLabel('Số điện thoại')).toBeFocused();
  await scanned.type('0912000333');
  await expect(page.getByLabel('Ngày sinh')).toHaveValue('1990-09-05');
  await expectNoBarriers(page);
  await finish(page, scanned);
  const byScanner = scanned.spent();
  test.info().annotations.push({ type: 'by scanner', description: JSON.stringify(byScanner) });
  console.log(`intake by scanner: ${byScanner.keys} keystrokes, ${byScanner.seconds} s`);
  expect(byScanner.keys).toBeLessThan(45);

  // One more of the same person in the same visit, and it is the same: told, and why is asked for.
  await page.keyboard.press('t');
  await expect(page.getByText('Thêm hồ sơ của Lê Thị Hạnh trong cùng một lượt')).toBeVisible();
  const again = handOn(page);
  await chooseProcedure(page, again);
  // The person is known: the papers come next, where 0 ticks them.
  await expect(page.locator('[data-path="intake-papers"]')).toBeFocused();
  await expect(page.getByText('Người này đã nộp thủ tục này')).toBeVisible();
  await picture(page, 'filed-before');
  await expectNoBarriers(page);
  await page.getByLabel('Lý do vẫn tiếp nhận thêm').fill('Xin thêm một bản cho em gái.');
  await finish(page, again);
  await expect(page.getByText('Lượt này có 2 hồ sơ.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'In giấy chung cho cả lượt' })).toBeVisible();
});
