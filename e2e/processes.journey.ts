// A process is changed at the desk, proved and published; a running dossier follows; the citizen sees the steps.

import { expect, test } from '@playwright/test';
import { expectNoBarriers } from './barriers.ts';
import { fillIn, signIn, takeIn } from './desk.ts';
import { type Office, openOffice } from './office.ts';

let office: Office;

test.beforeAll(async () => {
  office = await openOffice();
});

test.afterAll(async () => {
  expect(await office.end()).toBe(0);
});

test('a process from the draft to the dossier that follows it', async ({ browser }) => {
  const wide = { viewport: { width: 1440, height: 900 } };
  const clerk = await (await browser.newContext({ ...wide, baseURL: office.url })).newPage();
  await signIn(clerk, 'nhung');
  await fillIn(clerk, { name: 'Nguyễn Thị Mai', number: '999186012345', phone: '0912000101' });
  const made = await takeIn(clerk, office);

  // The head of the centre finds the process by the keyboard and reads that it is sound.
  const head = await (await browser.newContext({ ...wide, baseURL: office.url })).newPage();
  await signIn(head, 'duc');
  await head.getByRole('link', { name: 'Quy trình' }).click();
  await head.keyboard.press('/');
  await head.keyboard.type('tinh trang hon nhan');
  await head.getByRole('link', { name: /xác nhận tình trạng hôn nhân/i }).click();
  await expect(head.getByText(/^Không có ngõ cụt/)).toBeVisible();
  await expectNoBarriers(head);

  // A change that would take longer than the law is kept as a draft and cannot be published; the next one can.
  const draft = async (hours: string) => {
    await head.getByRole('button', { name: 'Sửa thành bản nháp mới' }).click();
    await head.getByLabel('Giờ làm việc', { exact: true }).nth(1).fill(hours);
    await head.getByRole('button', { name: 'Giữ bản nháp' }).click();
    await expect(head).toHaveURL(/pb=\d+$/);
  };
  await draft('90');
  await expect(head.getByText(/dài hơn thời hạn của thủ tục/).first()).toBeVisible();
  await expect(head.getByRole('button', { name: 'Công bố phiên bản này' })).toBeHidden();
  await draft('5');
  await head.getByRole('button', { name: 'Công bố phiên bản này' }).click();
  await expect(head.getByText(/^Đã công bố phiên bản 3/)).toBeVisible();

  // The running dossier is shown where it would stand, and follows.
  await head.getByRole('button', { name: 'Xem trước việc chuyển' }).click();
  await expect(head.getByRole('link', { name: made.code })).toBeVisible();
  await head.getByLabel('Lý do chuyển').fill('Phường rút ngắn bước thẩm tra.');
  await head.getByRole('button', { name: /^Chuyển \d+ hồ sơ$/ }).click();
  await expect(head.getByText(/^Đã chuyển \d+ hồ sơ sang phiên bản 3/)).toBeVisible();
  await clerk.getByRole('link', { name: 'Mở hồ sơ' }).click();
  await expect(clerk.getByText(/^Chuyển sang quy trình phiên bản 3/)).toBeVisible();

  // From the page behind the QR code everybody may read who does what, and in which time.
  const citizen = await (
    await browser.newContext({ viewport: { width: 390, height: 844 }, baseURL: office.url })
  ).newPage();
  await citizen.goto(new URL(made.link).pathname);
  await citizen.getByRole('link', { name: /Xem quy trình giải quyết/ }).click();
  await expect(citizen.getByRole('heading', { name: 'Hồ sơ đi qua những bước nào' })).toBeVisible();
  await expect(citizen.getByText('5 giờ làm việc')).toBeVisible();
  await expectNoBarriers(citizen);

  expect(await office.command<{ faults: unknown[] }>('verify-ledger')).toMatchObject({ faults: [] });
});
