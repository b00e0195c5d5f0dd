// What an officer does at the desk, as a journey says it.

import { expect, type Page } from '@playwright/test';

export async function signIn(page: Page, username: string): Promise<void> {
  await page.goto('/dang-nhap');
  await page.getByLabel('Tên đăng nhập').fill(username);
  await page.getByLabel('Mật khẩu').fill('motcua-demo');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/ban-lam-viec**');
}

/** Opens a dossier that waits for somebody of the officer's unit. */
export async function openWaiting(page: Page, code: string): Promise<void> {
  await page.goto('/ban-lam-viec?tab=to_claim');
  await page.locator('[data-row]', { hasText: code }).first().click();
  await expect(page.getByRole('heading', { name: 'Diễn biến' })).toBeVisible();
}

/** Presses the action's button and, where it asks something first, its confirmation. */
export async function take(page: Page, label: string): Promise<void> {
  await page.getByRole('button', { name: label, exact: true }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: label, exact: true }).click();
  await expect(dialog).toBeHidden();
}
