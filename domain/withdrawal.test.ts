// Until when a citizen may withdraw, and what is said of papers and money before they do.

import { expect, test } from 'vitest';
import { accepted, acted, afterwards, calendar, filed, type Story, staff } from './dossier-story.ts';
import { withdrawalOf } from './withdrawal.ts';

const read = ({ dossier, at }: Story) => withdrawalOf(dossier, calendar, at);
const atWork = afterwards(accepted(), 'pass_on');
const signed = afterwards(atWork, 'pass_on', 'approve');

test('possible from filing until the decision is signed', () => {
  for (const story of [filed(), accepted(), atWork, afterwards(atWork, 'request_supplement')])
    expect(read(story)?.why).toBeNull();
  expect(read(signed)?.why).toContain('đã được ký');
  expect(read(afterwards(signed, 'finish'))?.why).toContain('đã có kết quả');
  expect(read(afterwards(atWork, 'withdraw'))).toBeNull();
  expect(read(afterwards(signed, 'finish', 'hand_over'))).toBeNull();
});

test('papers of which originals were handed in come back; money paid and money owed are told apart', () => {
  const paper = { paperId: 'p1', name: 'Giấy chứng sinh', originals: 1, copies: 0, note: null };
  const withPaper = { ...atWork, dossier: { ...atWork.dossier, papers: [paper] } };
  expect(read(withPaper)?.after.join(' ')).toContain(
    'trả lại tại quầy, Anh/Chị mang theo căn cước: Giấy chứng sinh.',
  );
  const asked = acted(atWork, staff.specialist, {
    type: 'request_payment',
    amount: 50_000,
    reason: 'Lệ phí cấp bản sao',
    stopsClock: true,
  });
  expect(read(asked)?.after.at(-1)).toContain('50.000 đồng đang chờ nộp được huỷ');
  expect(read(afterwards(asked, 'confirm_payment'))?.after.at(-1)).toContain('Đã nộp 50.000 đồng');
  expect(read(atWork)?.after.at(-1)).toBe('Hồ sơ này chưa nộp khoản tiền nào.');
});
