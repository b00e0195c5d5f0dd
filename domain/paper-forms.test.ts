// Which form is in force on a day, and which event makes which paper.

import { expect, test } from 'vitest';
import { accepted, acted, afterwards, anAction, filed, type Story, staff } from './dossier-story.ts';
import { formOn, paperNumberText, paperOf } from './paper-forms.ts';

/** What every event of a story made, in order. */
const madeBy = ({ history, dossier }: Story) =>
  history.map((row) => paperOf(row, dossier)).filter((made) => made !== null);

test('the circular changes on 15/9/2025: numbers, one title, one new form', () => {
  const old = (kind: Parameters<typeof formOn>[0]) => formOn(kind, '2025-09-14');
  const now = (kind: Parameters<typeof formOn>[0]) => formOn(kind, '2025-09-15');
  expect(old('receipt')?.source).toBe('Mẫu số 01, Thông tư số 01/2018/TT-VPCP');
  expect(now('receipt')?.source).toBe('Mẫu số 01, Thông tư số 03/2025/TT-VPCP');
  expect(old('receipt')?.name).toBe(now('receipt')?.name);
  expect(old('apology')?.name).toBe('Phiếu xin lỗi và hẹn lại ngày trả kết quả');
  expect(now('apology')?.name).toBe('Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết');
  expect(old('stop_notice')).toBeNull();
  expect(now('stop_notice')?.source).toMatch(/^Mẫu số 05/);
  expect([old('control_slip')?.source, now('control_slip')?.source].map((text) => text?.slice(0, 9))).toEqual(
    ['Mẫu số 05', 'Mẫu số 06'],
  );
  expect([old('register')?.source, now('register')?.source].map((text) => text?.slice(0, 9))).toEqual([
    'Mẫu số 06',
    'Mẫu số 07',
  ]);
  expect(now('intake_refusal')?.title).toEqual(['PHIẾU TỪ CHỐI TIẾP NHẬN', 'GIẢI QUYẾT HỒ SƠ']);
});

test('the refusal to resolve has its name from the decree, not before it', () => {
  expect(formOn('refusal', '2025-06-30')).toBeNull();
  expect(formOn('refusal', '2025-07-01')?.source).toBe('Khoản 3 Điều 19 Nghị định số 118/2025/NĐ-CP');
});

test('accepting, asking and taking what was missing make a receipt, a request and a receipt anew', () => {
  const story = afterwards(accepted(), 'request_supplement', 'take_supplement');
  expect(madeBy(story)).toEqual([
    { kind: 'receipt', seq: 2, numbered: true },
    { kind: 'supplement_request', seq: 3, numbered: true },
    { kind: 'receipt', seq: 4, numbered: false },
  ]);
});

test('before reception a supplement makes no receipt, and a filing taken back no paper', () => {
  const asked = acted(filed(), staff.clerk_in, anAction('request_supplement'));
  expect(madeBy(afterwards(asked, 'take_supplement')).map(({ kind }) => kind)).toEqual([
    'supplement_request',
  ]);
  expect(madeBy(afterwards(filed(), 'withdraw'))).toEqual([]);
  expect(madeBy(afterwards(accepted(), 'withdraw')).map(({ kind }) => kind)).toEqual([
    'receipt',
    'stop_notice',
  ]);
});

test('a result makes no paper of ours; a refusal does, when it is published', () => {
  const signed = afterwards(accepted(), 'pass_on', 'pass_on');
  expect(madeBy(afterwards(signed, 'approve', 'finish')).map(({ kind }) => kind)).toEqual(['receipt']);
  expect(madeBy(afterwards(signed, 'refuse')).map(({ kind }) => kind)).toEqual(['receipt']);
  expect(madeBy(afterwards(signed, 'refuse', 'finish')).map(({ kind }) => kind)).toEqual([
    'receipt',
    'refusal',
  ]);
});

test('before its form was in force an event makes no paper', () => {
  const story = afterwards(accepted({ at: '2025-09-12T08:00:00+07:00' }), 'stop');
  expect(madeBy(story).map(({ kind }) => kind)).toEqual(['receipt']);
});

test('numbers have four figures and more when they need them', () => {
  expect([7, 12_345].map(paperNumberText)).toEqual(['0007', '12345']);
});
