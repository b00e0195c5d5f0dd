// What an officer does at the desk, as a journey says it.

import { expect, type Page } from '@playwright/test';

export async function signIn(page: Page, username: string): Promise<void> {
  await page.goto('/dang-nhap');
  await page.getByLabel('Tên đăng nhập').fill(username);
  await page.getByLabel('Mật khẩu').fill('motcua-demo');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/ban-lam-viec**');
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
