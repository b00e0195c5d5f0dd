// What an officer does at the desk, as a journey says it.

import { expect, type Page } from '@playwright/test';
import type { Office } from './office.ts';

export async function signIn(page: Page, username: string): Promise<void> {
  await page.goto('/dang-nhap');
  await page.getByLabel('Tên đăng nhập').fill(username);
  await page.getByLabel('Mật khẩu').fill('motcua-demo');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/ban-lam-viec**');
}

/** What is typed to find a procedure, as which it is offered, and one of its papers. */
export interface Wanted {
  typed: string;
  option: RegExp;
  paper: RegExp;
}

const ordinary: Wanted = {
  typed: 'xac nhan tinh trang',
  option: /Xác nhận tình trạng hôn nhân/,
  paper: /Tờ khai/,
};

/** Fills the intake form with the keyboard alone, up to the moment before it is sent. */
export async function fillIn(
  page: Page,
  applicant: { name: string; number: string; phone: string },
  wanted: Wanted = ordinary,
): Promise<void> {
  await page.goto('/tiep-nhan');
  await expect(page.getByRole('heading', { name: 'Tiếp nhận hồ sơ' })).toBeVisible();
  await page.keyboard.type(wanted.typed);
  await expect(page.getByRole('option', { name: wanted.option })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Họ và tên')).toBeFocused();
  const { name, number, phone } = applicant;
  for (const typed of [name, number, phone, 'Số 5 đường Hùng Vương, phường Kiến Tường']) {
    await page.keyboard.type(typed);
    await page.keyboard.press('Enter');
  }
  await page.getByRole('checkbox', { name: wanted.paper }).first().focus();
  await page.keyboard.press('0');
  await expect(page.getByText('Đủ giấy tờ bắt buộc')).toBeVisible();
}

export interface Made {
  code: string;
  link: string;
  lastSix: string;
}

/** Sends the filled form; gives what is printed on the receipt. */
export async function takeIn(page: Page, office: Office): Promise<Made> {
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Đã tiếp nhận', { exact: true })).toBeVisible();
  const [made] = await office.command<Made[]>('demo', 'dossiers', '--limit', '1');
  if (made === undefined) throw new Error('A dossier was taken in.');
  return made;
}

/** Opens a dossier by its code, from anywhere. */
export async function openDossier(page: Page, code: string): Promise<void> {
  await page.getByRole('button', { name: 'Tìm nhanh' }).click();
  await page.getByRole('textbox', { name: 'Tìm nhanh' }).fill(code);
  await page.getByRole('dialog').getByText(code).click();
  await expect(page.getByRole('heading', { name: 'Diễn biến' })).toBeVisible();
}

/** Presses the action's button. Claiming is done at once; every other act is confirmed in a dialog. */
export async function take(page: Page, label: string): Promise<void> {
  await page.getByRole('button', { name: label, exact: true }).first().click();
  if (label === 'Nhận xử lý') return;
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: label, exact: true }).click();
  await expect(dialog).toBeHidden();
}
