// Understanding, by example: what citizens really type, and what must not be mistaken for it.

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Intent, Listening } from './chat-intent.ts';
import { understand } from './chat-understand.ts';

const code = '000.00.27.H53-261122-0007';
const token = 'kien-tuong.q8Zr2mVw0aXc7LpT4yKd9N';

const meant: Record<string, string[]> = {
  status: [
    'hồ sơ của tôi tới đâu rồi',
    'Hồ sơ của tôi',
    'HỒ SƠ CỦA TÔI TỚI ĐÂU RỒI',
    'ho so cua toi toi dau roi',
    'hs cua toi toi dau r',
    'hs toi toi dau r',
    'hs em tới đâu rồi ạ',
    'hồ sơ của em đến đâu rồi ạ'.normalize('NFD'),
    'toi dau r',
    'tới đâu rồi',
    'xong chua',
    'xong chưa ạ',
    'xong chưa vậy',
    'hs xong chua z',
    'cho em hỏi hồ sơ nộp hôm thứ 2 xong chưa ạ',
    'khi nao lay dc',
    'khi nào lấy được vậy ad',
    'bao giờ có kết quả',
    'bao h co kq',
    'chừng nào lấy được giấy',
    'chung nao xong',
    'hôm nào lấy được',
    'mấy ngày nữa xong',
    'con may ngay nua',
    'còn bao lâu nữa vậy',
    'sao trễ hẹn z',
    'sao tre hen z',
    'sao tre hen vay',
    'hẹn 15 mà giờ chưa thấy j',
    'hen hom qua ma chua co',
    'sao lâu quá vậy',
    'lau qua z',
    'đợi hoài không thấy',
    'cho ca thang roi',
    'ai dang giu ho so',
    'ai đang giữ hồ sơ của tôi',
    'ai giữ hs z',
    'cán bộ nào đang xử lý',
    'hồ sơ đang ở bộ phận nào',
    'đang ở bước nào rồi',
    'ho so dang o dau',
    'tra cuu',
    'tra cứu hồ sơ',
    'tra cuu hs',
    'tracuu hs',
    'Tra cứu tình trạng hồ sơ giúp tôi',
    'kiểm tra hồ sơ giúp em',
    'xem hồ sơ',
    'coi lại hồ sơ giùm tui',
    'trạng thái hồ sơ',
    'trạng thái',
    'tình trạng hồ sơ',
    'tiến độ',
    'tien do xu ly',
    'theo dõi hồ sơ',
    'hồ sơ khai sinh của con tôi xong chưa',
    'khai sinh xong chua',
    'giấy khai sinh của bé có chưa',
    'gks xong chưa',
    'đăng ký kết hôn của em tới đâu rồi',
    'xác nhận độc thân có chưa ạ',
    'có kết quả chưa',
    'co kq chua',
    'ra chưa',
    'ký chưa ạ',
    'duyệt chưa vậy',
    'chưa thấy gọi',
    'chua thay bao gi het',
    'chưa nhận được kết quả',
    'hs nộp hôm qua sao rồi',
    'thiếu giấy gì',
    'bổ sung giấy tờ gì',
    'thieu gi nua khong, ho so cua toi',
    'quên mã hồ sơ',
    'tìm lại mã hồ sơ',
    'đến lấy được chưa',
    'lấy được chưa',
    'hoof sow cuar tooi',
    'ho62 so7 cua3 toi6',
    'tra cwus hoof sow',
    'hồ sơ  của\u200b tôi',
    'hồ sơ???',
    'quá hạn rồi sao chưa trả',
    'ad ơi hs của e sao r',
  ],
  status_of_code: [
    code,
    `tra cuu hs ${code}`,
    `hồ sơ ${code} xong chưa`,
    code.toLowerCase(),
    '000 00 27 H53 261122 0007',
    'H37.24.15-261120-0007',
  ],
  status_of_partial: ['0007', 'hồ sơ số 7', '261122-0007', 'hs so 12 xong chua', 'mã 0007'],
  link_code: [
    'MC-7K2QX-M4N9P',
    'mc-7k2qx-m4n9p',
    'mc 7k2qx m4n9p',
    'Xin chào, MC-7K2QX-M4N9P',
    'MC–7K2QX–M4N9P ạ',
  ],
  qr_token: [`https://motcua.example/q/${token}`, `xem giup em http://127.0.0.1:8080/q/${token}?a=1`],
  digits: ['123456', '123 456', '1 2 3 4 5 6', 'số cuối là 123456', '123456 ạ', '999086012345'],
  choice: ['1', '2', 'chọn 1', '3.', 'cái thứ 2'],
  yes: ['có', 'co', 'đồng ý', 'dong y', 'ok', 'OK ạ', 'dạ được', 'vâng', 'đúng rồi', 'uh', 'y'],
  no: ['không', 'ko', 'k', 'hông', 'không đồng ý', 'khong can', 'hok'],
  menu: ['menu', 'MENU', '0', 'meun', 'menu đi', 'quay lại', 'trợ giúp', 'help', 'bạn là ai', 'hướng dẫn'],
  cancel: ['huỷ', 'hủy', 'huy', 'HUỶ BỎ', 'thôi', 'dừng lại', 'cancel', 'thoát'],
  human: [
    'gặp cán bộ',
    'gap can bo',
    'GẶP CÁN BỘ',
    'cho em gặp cán bộ với',
    'gặp nhân viên',
    'tôi muốn nói chuyện với người thật, gặp người',
    'cho số đt đi',
    'cho xin số điện thoại',
    'xin sdt',
    'mấy h nghỉ',
    'mấy giờ làm việc',
    'sáng t7 có làm k',
    'hotline',
    'rút hồ sơ',
  ],
  unlink: [
    'huỷ liên kết',
    'hủy liên kết',
    'huy lien ket',
    'HUY LIEN KET',
    'bỏ liên kết đi',
    'quên tôi',
    'quen toi di',
    'xoá dữ liệu của tôi',
  ],
  thanks: ['cảm ơn', 'cam on ad', 'cám ơn nhiều', 'thanks', 'cảm ơn anh/chị nhiều nhé', 'tks'],
  greeting: ['hi', 'xin chào', 'chào ad', 'alo', 'hello', 'em chào anh chị', 'cho em hỏi'],
  petition: [
    'tui muốn phản ánh',
    'khiếu nại ở đâu',
    'tôi muốn góp ý',
    'kiến nghị về đường sá',
    'thái độ nhân viên quá tệ',
    'pakn',
  ],
  papers: [
    'làm khai sinh cho con cần gì',
    'lam khai sinh can gi',
    'Xin giấy xác nhận độc thân',
    'con le phi bn',
    'lệ phí chứng thực bao nhiêu',
    'thủ tục tách hộ',
    'sang tên sổ đỏ cho con mất bao lâu',
    'Hồ sơ đăng ký khai sinh gồm những gì',
    'nộp hồ sơ ở đâu',
    'xin trích lục khai sinh bản sao',
    'Ba tôi mất hôm qua, tôi phải đi báo tử ở đâu',
    'Tìm thủ tục, hỏi giấy tờ',
    'xác nhận tình trạng hôn nhân cần giấy tờ gì',
  ],
  apply: [
    'tôi muốn đăng ký kết hôn',
    'nop ho so khai sinh',
    'muon lam giay khai sinh cho con',
    'Nộp hồ sơ',
    'cho em nộp hồ sơ hộ kinh doanh',
    'em muốn làm giấy xác nhận độc thân',
    'khai hồ sơ khai sinh tại đây',
    'Tôi muốn làm khai sinh cho con',
    'toi can xin cap lai giay khai sinh',
    'nộp hồ sơ khai tử online',
  ],
  resume: ['tiếp tục', 'lam tiep', 'em muốn khai tiếp ạ', 'NHAP-7K2Q-M4N9', 'mã nháp nhap 7k2q m4n9'],
  on_web: ['làm tiếp trên web', 'lam tren web', 'khai trên máy tính'],
  denunciation: ['tôi muốn tố cáo', 'tố cáo có lộ tên ko', 'cán bộ vòi tiền'],
  emergency: ['cháy nhà', 'cấp cứu', 'có cướp'],
  unknown: [
    '',
    '   ',
    'asdfgh',
    'hôm nay trời đẹp',
    'giá vàng',
    '🙂🙂🙂',
    'bóng đá tối qua',
    '?',
    'vay vốn ngân hàng',
    'con mèo nhà tôi',
  ],
};

describe('what citizens type', () => {
  for (const [kind, texts] of Object.entries(meant))
    describe(kind, () => {
      it.each(texts)('%j', (text) => expect(understand(text).kind).toBe(kind));
    });
  it('is shown by at least 150 examples', () => {
    expect(Object.values(meant).flat().length).toBeGreaterThanOrEqual(150);
  });
});

it.each<[string, Intent]>([
  [`${code} 012345`, { kind: 'status_of_code', code, digits: '012345' }],
  [`hs ${code}, 6 số cuối 012345`, { kind: 'status_of_code', code, digits: '012345' }],
  [code, { kind: 'status_of_code', code, digits: null }],
  ['999086012345', { kind: 'digits', digits: '012345' }],
  ['mc 7k2qx m4n9p', { kind: 'link_code', code: 'MC-7K2QX-M4N9P' }],
  ['hồ sơ khai sinh của con tôi xong chưa', { kind: 'status', words: ['khai', 'sinh'] }],
  ['hồ sơ của tôi tới đâu rồi', { kind: 'status', words: [] }],
  ['quên tôi', { kind: 'unlink', forget: true }],
  ['huỷ liên kết', { kind: 'unlink', forget: false }],
])('%j carries what it names', (text, intent) => expect(understand(text)).toEqual(intent));

describe('what was asked decides how a bare answer is read', () => {
  const list: Listening = { for: 'choice', labels: ['Đăng ký khai sinh', 'Đăng ký kết hôn', 'Gặp cán bộ'] };
  it.each<[string, Listening, Intent]>([
    ['2', list, { kind: 'choice', number: 2 }],
    ['số 2', list, { kind: 'choice', number: 2 }],
    ['cái thứ hai', list, { kind: 'choice', number: 2 }],
    ['cái đầu tiên', list, { kind: 'choice', number: 1 }],
    ['Đăng ký kết hôn', list, { kind: 'choice', number: 2 }],
    ['dang ky ket hon', list, { kind: 'choice', number: 2 }],
    ['dang ky ket hn', list, { kind: 'choice', number: 2 }],
    ['Gặp cán bộ', list, { kind: 'human' }],
    ['9', list, { kind: 'choice', number: 9 }],
    ['số 7', { for: 'anything', labels: [] }, { kind: 'status_of_partial', date: null, sequence: 7 }],
    ['12345', { for: 'six_digits', labels: [] }, { kind: 'not_six_digits', count: 5 }],
    ['0007', { for: 'six_digits', labels: [] }, { kind: 'not_six_digits', count: 4 }],
    ['6 số cuối của em là 012345', { for: 'six_digits', labels: [] }, { kind: 'not_six_digits', count: 7 }],
    ['cccd 012345', { for: 'six_digits', labels: [] }, { kind: 'digits', digits: '012345' }],
    ['menu', { for: 'six_digits', labels: [] }, { kind: 'menu' }],
    ['huỷ', { for: 'yes_no', labels: ['Đồng ý', 'Không'] }, { kind: 'cancel' }],
    ['Không', { for: 'yes_no', labels: ['Đồng ý', 'Không'] }, { kind: 'choice', number: 2 }],
  ])('%j', (text, listening, intent) => expect(understand(text, listening)).toEqual(intent));
});

it('reads anything at all without failing', () => {
  const listening = fc.record<Listening>({
    for: fc.constantFrom('anything', 'six_digits', 'yes_no', 'choice'),
    labels: fc.array(fc.string(), { maxLength: 5 }),
  });
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 300 }),
      listening,
      (text, to) => understand(text, to).kind !== undefined,
    ),
  );
});

it('reads very long messages at once', { timeout: 1_000 }, () => {
  for (const long of ['hồ sơ ', '1', 'nhà ', 'a', 'MC-', '000.00.27.H53-', 'nhan '])
    expect(understand(long.repeat(50_000)).kind).toBeDefined();
});
