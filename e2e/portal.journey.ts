// An elderly person looks a dossier up in big type, with the keyboard alone; the first words stand there without a script.

import { expect, type Page, test } from '@playwright/test';
import { expectNoBarriers } from './barriers.ts';
import { fillIn, signIn, takeIn } from './desk.ts';
import { type Office, openOffice } from './office.ts';
import { picture } from './pictures.ts';

let office: Office;

test.beforeAll(async () => {
  office = await openOffice();
});

test.afterAll(async () => {
  expect(await office.end()).toBe(0);
});

const small = { viewport: { width: 390, height: 844 } };

test('an elderly person finds a procedure, and looks a dossier up by code and six digits', async ({
  browser,
}) => {
  const clerk = await (await browser.newContext({ baseURL: office.url })).newPage();
  await signIn(clerk, 'nhung');
  await fillIn(clerk, { name: 'Phạm Văn Tám', number: '999186054321', phone: '0912000177' });
  const made = await takeIn(clerk, office);

  const old = await (await browser.newContext({ ...small, baseURL: office.url })).newPage();
  await old.goto('/');
  await old.getByRole('button', { name: 'Chữ to' }).click();
  await expect(old.getByRole('button', { name: 'Chữ to' })).toHaveAttribute('aria-pressed', 'true');
  await old.getByRole('searchbox').fill('lam khai sinh cho chau');
  await expect(old.getByRole('link', { name: /khai sinh/i }).first()).toBeVisible();
  await picture(old, 'portal-big');
  await expectNoBarriers(old);
  await expectNoSideways(old);

  await old
    .getByRole('link', { name: /khai sinh/i })
    .first()
    .click();
  await expect(old.getByText('Mất bao lâu')).toBeVisible();
  await expectNoBarriers(old);
  await expectNoSideways(old);

  // The choice is kept; from here on the keyboard alone.
  await old.goto('/tra-cuu');
  await expect(old.getByRole('button', { name: 'Chữ to' })).toHaveAttribute('aria-pressed', 'true');
  await old.getByLabel('Mã hồ sơ').focus();
  await old.keyboard.press('Enter');
  await expect(old.getByText('Nhập mã hồ sơ trên giấy tiếp nhận.')).toBeVisible();
  await expect(old.getByLabel('Mã hồ sơ')).toBeFocused();
  await old.keyboard.type(made.code);
  await old.keyboard.press('Tab');
  await old.keyboard.type('000000');
  await old.keyboard.press('Enter');
  await expect(old.getByText('chưa khớp')).toBeVisible();
  await expectNoBarriers(old);
  await old.getByLabel('6 số cuối').fill(made.lastSix);
  await old.keyboard.press('Enter');
  await expect(old.getByRole('heading', { level: 1 })).toContainText('Hồ sơ');
  await expect(old.getByText(/^Đang chờ /).first()).toBeVisible();
  await old.getByText('Ai đã xem hồ sơ của tôi').click();
  await expect(old.getByText(/được ghi lại/)).toBeVisible();
  await old.getByText('Rút hồ sơ', { exact: true }).click();
  await expect(old.getByText('Khi rút')).toBeVisible();
  await picture(old, 'tracking-big');
  await expectNoBarriers(old);
  await expectNoSideways(old);

  const noScript = await (
    await browser.newContext({ ...small, javaScriptEnabled: false, baseURL: office.url })
  ).newPage();
  await noScript.goto(new URL(made.link).pathname);
  await expect(noScript.getByRole('heading', { level: 1 })).toContainText('Hồ sơ');
  await noScript.goto('/?q=khai+sinh');
  await expect(noScript.getByRole('link', { name: /khai sinh/i }).first()).toBeVisible();
});

async function expectNoSideways(page: Page): Promise<void> {
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 844 });
    const over = await page.evaluate<number>(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    );
    expect(over).toBeLessThanOrEqual(0);
  }
  await page.setViewportSize(small.viewport);
}
