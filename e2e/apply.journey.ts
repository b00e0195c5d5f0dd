// A helper registers a household business on the web for somebody else, from a telephone: filed once, received, read at the desk.

import { expect, type Page, test } from '@playwright/test';
import { expectNoBarriers } from './barriers.ts';
import { type Office, openOffice } from './office.ts';

let office: Office;

test.beforeAll(async () => {
  office = await openOffice();
});

test.afterAll(async () => {
  expect(await office.end()).toBe(0);
});

const next = (page: Page) => page.getByRole('button', { name: 'Tiếp tục' }).click();
const fill = (page: Page, label: RegExp, text: string) => page.getByLabel(label).first().fill(text);

async function fillAddress(page: Page, of: RegExp): Promise<void> {
  const address = page.getByRole('group', { name: of });
  await address.getByLabel('Tỉnh, thành phố').selectOption({ label: 'Tỉnh Tây Ninh' });
  await address.getByLabel('Xã, phường').selectOption({ label: 'Phường Kiến Tường' });
  await address.getByLabel('Số nhà, đường, thôn, ấp').fill('Số 5 đường 30/4');
}

const choose = (page: Page, group: RegExp, answer: string) =>
  page.getByRole('group', { name: group }).getByLabel(answer, { exact: true }).check();

test('a helper files for another, and the dossier waits for reception', async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, baseURL: office.url });
  const page = await context.newPage();
  await page.goto('/thu-tuc/kien-tuong/1.001612');
  await page.getByRole('button', { name: 'Nộp hồ sơ' }).click();

  await expect(page.getByRole('heading', { name: 'Anh/Chị nộp hồ sơ cho ai?' })).toBeVisible();
  await next(page);
  await expect(page.getByRole('alert')).toContainText('Chọn câu trả lời');
  await expectNoBarriers(page);
  await choose(page, /cho ai/, 'Nộp giúp người khác');
  await next(page);

  await fill(page, /Họ, chữ đệm, tên/, 'Nguyễn Văn Giúp');
  await fill(page, /Số căn cước/, '999095000011');
  await fill(page, /Số điện thoại/, '0912345678');
  await choose(page, /tư cách/, 'Đoàn viên, cán bộ hỗ trợ, nhân viên bưu điện');
  await choose(page, /số điện thoại của ai/, 'Người nộp giúp');
  await next(page);

  await expect(page.getByRole('heading', { name: 'Chủ hộ kinh doanh' })).toBeFocused();
  await fill(page, /Họ, chữ đệm, tên/, 'Trần Thị Bé');
  await choose(page, /Giới tính/, 'Nữ');
  await fill(page, /Ngày sinh/, '5/3/1990');
  await fill(page, /Quốc tịch/, 'Việt Nam');
  await fill(page, /Số căn cước/, '999190000015');
  await fill(page, /Số điện thoại/, '0987654321');
  await fillAddress(page, /Nơi cư trú/);
  await choose(page, /Địa chỉ liên lạc khác/, 'Không');
  await next(page);

  await choose(page, /do ai thành lập/, 'Một cá nhân thành lập');
  await next(page);
  await fill(page, /Tên hộ kinh doanh/, 'Hộ kinh doanh Bé Bánh Mì');
  await fillAddress(page, /Trụ sở/);
  // What was typed is there after the page was closed, and on going back.
  await expect(page.getByText(/Đã lưu nháp/)).toBeVisible();
  await page.getByLabel(/Tên hộ kinh doanh/).focus();
  await expect(page.getByText(/Đã lưu nháp/)).toBeVisible();
  await next(page);
  await page.goBack();
  await expect(page.getByLabel(/Tên hộ kinh doanh/)).toHaveValue('Hộ kinh doanh Bé Bánh Mì');
  await next(page);

  await page.getByRole('button', { name: 'Thêm ngành, nghề' }).click();
  await fill(page, /Tên ngành, nghề/, 'Bán lẻ bánh mì');
  await choose(page, /có điều kiện/, 'Không');
  await fill(page, /Vốn kinh doanh/, '50 triệu');
  await next(page);
  await fill(page, /Ngày bắt đầu/, '15/12/2026');
  await fill(page, /Số lao động/, '1');
  await choose(page, /thông báo thuế/, 'Không');
  await choose(page, /ủy quyền nộp thay/, 'Không');
  await next(page);

  await expect(page.getByRole('heading', { name: 'Xem lại trước khi nộp' })).toBeVisible();
  await expect(page.getByText('Nguyễn Văn Giúp, số 0912345678')).toBeVisible();
  await expect(page.getByText('50.000.000 đồng')).toBeVisible();
  await expectNoBarriers(page);
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Nộp hồ sơ' }).click();
  await expect(page.getByRole('heading', { name: 'Đã nộp, chờ tiếp nhận' })).toBeVisible();
  await expectNoBarriers(page);
  await page.getByRole('link', { name: 'Theo dõi hồ sơ' }).click();
  await expect(page.getByText(/chờ|trả lời trong/i).first()).toBeVisible();
  await context.close();
});
