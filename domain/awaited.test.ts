// The first line of the citizen's page: whose move it is.

import { expect, test } from 'vitest';
import { awaitedOf } from './awaited.ts';
import { finished, twoItems, view } from './status-view.fixture.ts';

test('the next move is named with whose it is, whatever the dossier waits for', () => {
  const seen = (more: object) => awaitedOf({ ...view, ...more });
  expect(seen({})).toEqual({ from: 'office', text: 'Đang chờ Bộ phận Tư pháp: Thẩm định' });
  expect(seen({ status: 'submitted' }).text).toContain('tiếp nhận');
  expect(seen({ status: 'awaiting_supplement', supplement: twoItems })).toMatchObject({ from: 'citizen' });
  expect(
    seen({ status: 'awaiting_supplement', supplement: { ...twoItems, answeredAt: view.submittedAt } }),
  ).toMatchObject({ from: 'office' });
  expect(seen({ status: 'awaiting_payment', payment: { amount: 8000, reason: 'Lệ phí' } })).toMatchObject({
    from: 'citizen',
    text: 'Đang chờ Anh/Chị nộp tiền',
  });
  expect(seen({ opinions: [{ agency: 'Công an phường', answerBy: view.submittedAt }] })).toEqual({
    from: 'other_agency',
    text: 'Đang chờ ý kiến Công an phường',
  });
  expect(seen(finished())).toMatchObject({ from: 'citizen' });
  expect(seen(finished({ delivery: 'post', pickUp: null }))).toMatchObject({ from: 'office' });
  expect(seen({ status: 'withdrawn', step: null })).toMatchObject({ from: 'nobody' });
  expect(seen({ status: 'returned', outcome: 'refused' }).text).toBe('Đã trả văn bản từ chối');
});
