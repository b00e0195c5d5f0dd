// What a receipt says: names in capitals, zero-padded days, money in words, masked numbers.

import { expect, test } from 'vitest';
import { maskedIdentity, type ReceiptContent, receiptSheet } from './receipt.ts';

const content: ReceiptContent = {
  superiorName: 'UBND phường Kiến Tường',
  agencyName: 'Trung tâm Phục vụ hành chính công',
  number: '0007',
  placeName: 'Kiến Tường',
  issuedOn: '2026-03-09',
  dossierCode: '000.00.27.H53-260309-0007',
  officeName: 'Bộ phận Một cửa phường Kiến Tường',
  officeAddress: 'Số 5, đường 30/4',
  officePhone: null,
  applicantName: 'Đỗ Thị Ưng',
  submitterName: null,
  address: 'Khu phố 4',
  phone: null,
  email: null,
  identity: { number: '999186012345', masked: true },
  procedureName: 'Chứng thực bản sao từ bản chính',
  summary: null,
  papers: [{ name: 'Bản chính', originals: 0, copies: 12, note: null }],
  copies: 3,
  termText: 'Trong ngày làm việc',
  receivedAt: '2026-03-09T15:01:00+07:00',
  due: null,
  fee: { amount: 24_000, paid: false },
  channel: 'counter',
  deliveryMethod: 'counter',
  book: null,
  officerName: 'Lê Thị Hoa',
  source: 'Mẫu số 01, Thông tư số 03/2025/TT-VPCP',
  remark: null,
  mark: null,
};

test('a receipt in words', () => {
  expect(receiptSheet(content)).toMatchObject({
    superiorName: 'UBND PHƯỜNG KIẾN TƯỜNG',
    agencyName: 'TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG',
    placeAndDate: 'Kiến Tường, ngày 09 tháng 3 năm 2026',
    applicantName: 'ĐỖ THỊ ƯNG',
    submitterName: 'ĐỖ THỊ ƯNG',
    identity: '999*******45',
    request: 'Chứng thực bản sao từ bản chính',
    papers: [{ name: 'Bản chính', originals: '–', copies: '12', note: '' }],
    copies: '03 bộ',
    receivedAt: '15 giờ 01 phút, ngày 09 tháng 3 năm 2026',
    due: 'Không có ngày hẹn trả',
    fee: '24.000 đồng (Hai mươi tư nghìn đồng), chưa thu',
    delivery: 'Bộ phận Một cửa phường Kiến Tường',
    contact: 'Số 5, đường 30/4',
  });
});

test('who hands in papers at the counter signs; who sends them does not', () => {
  expect(receiptSheet(content).submitterSigns).toBe(true);
  expect(receiptSheet({ ...content, channel: 'online' }).submitterSigns).toBe(false);
  expect(receiptSheet({ ...content, channel: 'post' }).submitterSigns).toBe(false);
});

test('how the result comes decides what the citizen is advised', () => {
  const say = (deliveryMethod: ReceiptContent['deliveryMethod']) => {
    const { delivery, advice } = receiptSheet({ ...content, deliveryMethod });
    return [delivery, advice];
  };
  expect(say('counter')[1]).toBe('Anh/Chị giữ giấy này và mang theo giấy tờ tùy thân khi đến nhận kết quả.');
  expect(say('post')).toEqual([
    'Nhà, qua dịch vụ bưu chính công ích',
    'Anh/Chị giữ giấy này và mang theo giấy tờ tùy thân khi bưu tá giao kết quả.',
  ]);
  expect(say('online')).toEqual(['Trực tuyến, bản điện tử', 'Anh/Chị giữ giấy này để tra cứu hồ sơ.']);
});

test('no fee is said in words, never as zero', () => {
  expect(receiptSheet({ ...content, fee: { amount: 0, paid: false } }).fee).toBe('Không thu');
});

test('a masked number shows three figures and two; a short one shows none', () => {
  expect(maskedIdentity('999186012345')).toBe('999*******45');
  expect(maskedIdentity('B1234567')).toBe('B12***67');
  expect(maskedIdentity('1234567')).toBe('*******');
});
