// One dossier through three agencies, with an opinion, a photograph from the phone and a new date: everything that tells of
// it tells the same story.

import { type Browser, expect, type Page, test } from '@playwright/test';
import { readPages } from '../server/src/papers/pdf-reading.ts';
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

const branch = 'Chi nhánh Văn phòng Đăng ký đất đai khu vực Kiến Tường';
const department = 'Sở Nông nghiệp và Môi trường tỉnh Tây Ninh';
const asked = 'Sở Xây dựng tỉnh Tây Ninh';
const land = {
  typed: 'sang ten so do',
  option: /Sang tên sổ đỏ/,
  paper: /Đơn đăng ký biến động/,
};

async function deskOf(browser: Browser, who: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, baseURL: office.url });
  const page = await context.newPage();
  await signIn(page, who);
  return page;
}

interface View {
  id: string;
  due: string;
  dueText: string;
  trace: { text: string }[];
  timeline: { type: string; at: string; text: string; lines: string[] }[];
}

test('three agencies, one story', async ({ browser }) => {
  test.setTimeout(300_000);
  const clerk = await deskOf(browser, 'nhung');
  const thao = await deskOf(browser, 'thao');
  const phoneContext = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    baseURL: office.phoneUrl,
  });
  const phone = await phoneContext.newPage();
  const chat = phone.getByRole('log', { name: 'Tin nhắn' });

  // Taken in at the ward, it is at once the branch's; the citizen reads where it lies.
  const applicant = { name: 'Nguyễn Thị Mai', number: '999186012345', phone: '0912000101' };
  await fillIn(clerk, applicant, land);
  const made = await takeIn(clerk, office);
  const mai = await phoneOf(office, applicant.name);
  await scan(phone, mai, made.link, new RegExp(`chờ .*${branch} nhận`));
  await phone.locator('.answer', { hasText: 'Đồng ý' }).click();
  await expect(chat.getByText(/^Đã liên kết\./)).toBeVisible();
  await phone.locator('.box').fill('nhắn cả ban đêm');
  await phone.locator('.box').press('Enter');

  // The branch finds a paper blurred; the citizen sends a photograph from the phone.
  await openDossier(thao, made.code);
  await take(thao, 'Nhận xử lý');
  await thao.getByRole('button', { name: 'Yêu cầu bổ sung', exact: true }).first().click();
  const dialog = thao.getByRole('dialog');
  await dialog.getByLabel('Giấy tờ hoặc mục').click();
  await thao.getByRole('option', { name: /Bản gốc Giấy chứng nhận/ }).click();
  await dialog.getByLabel('Thiếu gì, sửa thế nào').fill('Ảnh bị mờ, xin chụp lại cả bốn góc.');
  await dialog.getByRole('button', { name: 'Yêu cầu bổ sung', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(chat.getByText(/cần Anh\/Chị bổ sung/).last()).toBeVisible();
  const photo = { name: 'anh.png', mimeType: 'image/png', buffer: await phone.screenshot() };
  await phone.locator('input[type=file][accept="image/*"]').first().setInputFiles(photo);
  await expect(chat.getByText(/Trung tâm đã nhận đủ/)).toBeVisible({ timeout: 60_000 });
  await expect(thao.getByRole('button', { name: 'Nhận bổ sung', exact: true }).first()).toBeVisible();
  await take(thao, 'Nhận bổ sung');

  // A new date, with an apology.
  await thao.getByRole('button', { name: 'Xin lỗi và hẹn lại', exact: true }).first().click();
  await dialog.getByLabel('Thêm bao lâu').fill('5');
  await dialog.getByLabel('Lý do', { exact: true }).fill('Phải đo đạc lại thửa đất.');
  await dialog.getByRole('button', { name: 'Xin lỗi và hẹn lại', exact: true }).click();
  await expect(dialog).toBeHidden();

  // Another department is asked; the step waits for it, and everybody reads for whom and until when.
  await take(thao, 'Lấy ý kiến');
  await expect(thao.getByText(new RegExp(`Đang chờ ý kiến ${asked} đến`)).first()).toBeVisible();
  await picture(thao, 'waiting-for-opinion');
  await expectNoBarriers(thao);
  const my = await deskOf(browser, 'my');
  await my.goto('/lay-y-kien');
  await expect(my.getByRole('heading', { name: 'Xin ý kiến' })).toBeVisible();
  await expect(my.getByText(`${branch} hỏi`)).toBeVisible();
  await picture(my, 'opinions');
  await expectNoBarriers(my);
  await my.getByRole('link', { name: /Thửa đất có nằm trong quy hoạch/ }).click();
  await my.getByRole('button', { name: 'Trả lời ý kiến', exact: true }).first().click();
  const answer = my.getByRole('dialog');
  await answer.getByLabel('Đồng ý, có điều kiện').check();
  await answer.getByLabel('Nội dung trả lời').fill('Không thuộc quy hoạch; giữ chỉ giới đường đỏ 3 mét.');
  await expectNoBarriers(my);
  await answer.getByRole('button', { name: 'Trả lời ý kiến', exact: true }).click();
  await expect(answer).toBeHidden();
  await expect(thao.getByText(`${asked} đã có ý kiến`)).toBeVisible();

  // On to the department, to the branch for the book, and back to the counter.
  await take(thao, 'Chuyển bước tiếp');
  const hung = await deskOf(browser, 'hung');
  await openDossier(hung, made.code);
  await take(hung, 'Ký duyệt');
  const tien = await deskOf(browser, 'tien');
  await openDossier(tien, made.code);
  await tien.getByRole('button', { name: 'Phát hành kết quả', exact: true }).first().click();
  await tien.getByRole('dialog').getByLabel('Số văn bản kết quả').fill('CH 01234');
  await tien.getByRole('dialog').getByRole('button', { name: 'Phát hành kết quả', exact: true }).click();
  await expect(chat.getByText(/đã được giải quyết/).last()).toBeVisible();
  await clerk.goto('/ban-lam-viec');
  await openDossier(clerk, made.code);
  await clerk.getByRole('button', { name: 'Trả kết quả', exact: true }).first().click();
  await clerk.getByRole('dialog').getByLabel('Họ tên người nhận kết quả').fill(applicant.name);
  await clerk.getByRole('dialog').getByRole('button', { name: 'Trả kết quả', exact: true }).click();
  await expect(clerk.getByRole('dialog')).toBeHidden();
  await picture(clerk, 'three-agencies');

  // The ledger: what happened, in this order.
  const id = /([0-9a-f-]{36})/.exec(my.url())?.[1] ?? '';
  const view = (await (await clerk.request.get(`/api/v1/dossiers/${id}`)).json()) as View;
  const story = view.timeline.map(({ type }) => type).reverse();
  expect(story.filter((type) => type !== 'files_kept')).toEqual([
    'dossier_submitted',
    'dossier_accepted',
    'step_passed',
    'dossier_assigned',
    'supplement_requested',
    'supplement_answered',
    'supplement_taken',
    'term_extended',
    'opinions_asked',
    'opinion_given',
    'step_passed',
    'step_approved',
    'dossier_finished',
    'result_handed_over',
  ]);
  expect(await office.command<{ faults: unknown[] }>('verify-ledger')).toMatchObject({ faults: [] });
  const [, month, day] = /\d{4}-(\d\d)-(\d\d)T/.exec(view.due) ?? [];
  const dueWords = `${Number(day)}/${Number(month)}`;

  // The promise: the new date stands in the ledger, in the trace, in the message of the apology.
  const extended = view.timeline.find(({ type }) => type === 'term_extended');
  expect(extended?.text).toContain(dueWords);
  expect(view.trace.map(({ text }) => text).join(' ')).toMatch(/bổ sung|gia hạn|hẹn lại|thêm/);
  const messages = await answersTo(office, mai);
  const apology = messages.find((text) => text.includes('xin lỗi') && text.includes('hẹn'));
  expect(apology).toContain(dueWords);
  expect(messages.filter((text) => text.includes(made.code)).length).toBeGreaterThan(2);

  // The control slip: three agencies, who was asked, and the same times.
  const slip = await clerk.request.get(`/api/v1/dossiers/${id}/papers/control-slip.pdf`);
  const text = readPages(await slip.body())
    .map((page) => page.text)
    .join(' ')
    .replace(/\s+/g, ' ');
  for (const name of [branch, department, asked])
    expect(text.replaceAll(' ', '')).toContain(name.replaceAll(' ', ''));
  expect(text).toContain(made.code);
  expect(text.replaceAll(' ', '')).toContain('Lấyýkiến');

  // The register: the same number, the same person, the promised day, and that it was given.
  const today = view.timeline.at(-1)?.at.slice(0, 10) ?? '';
  const book = (await (await clerk.request.get(`/api/v1/register?from=${today}&to=${today}`)).json()) as {
    rows: { code: string; applicantName: string; due: string; returned: string }[];
  };
  const line = book.rows.find(({ code }) => code === made.code);
  expect(line).toMatchObject({ applicantName: applicant.name });
  expect(line?.due).toMatch(new RegExp(`0?${Number(day)}/0?${Number(month)}/`));
  expect(line?.returned).not.toBe('');

  // The same pages on a phone.
  const small = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
  await small.goto(made.link);
  await expect(small.getByText(`Lấy ý kiến ${asked}`)).toBeVisible();
  await expect(small.getByText('giữ chỉ giới đường đỏ')).toHaveCount(0);
  await picture(small, 'three-agencies-phone');
  await expectNoBarriers(small);
  await my.setViewportSize({ width: 390, height: 844 });
  await my.goto('/lay-y-kien');
  await expect(my.getByRole('heading', { name: 'Xin ý kiến' })).toBeVisible();
  await picture(my, 'opinions-phone');
  await expectNoBarriers(my);
});
