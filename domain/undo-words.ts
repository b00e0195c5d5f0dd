// Which acts can be taken back, what each is called then, and why the others cannot.

import type { DossierEvent } from './dossier-event.ts';

type EventType = DossierEvent['type'];

interface UndoWords {
  /** In the middle of a sentence: `chuyển bước`. */
  name: string;
  /** Null: it can be taken back. Otherwise what to do instead. */
  never: string | null;
  /** True when citizens never read of the act, so that they need not read of its end. */
  inside: boolean;
}

const open = (name: string): UndoWords => ({ name, never: null, inside: false });
const inside = (name: string): UndoWords => ({ name, never: null, inside: true });
const never = (name: string, why: string): UndoWords => ({ name, never: why, inside: true });

/** Complete by type: whoever adds an event decides whether it can be taken back. */
const words: Record<EventType, UndoWords> = {
  step_passed: open('chuyển bước'),
  step_returned: inside('trả lại bước trước'),
  dossier_assigned: inside('nhận hoặc phân công'),
  dossier_released: inside('trả lại hồ sơ cho đồng nghiệp'),
  lease_renewed: never(
    'giữ tiếp hồ sơ',
    'Việc giữ tiếp không cần hoàn tác. Xin trả lại hồ sơ nếu không làm nữa.',
  ),
  filed_again: never(
    'tiếp nhận thêm',
    'Hồ sơ đã tiếp nhận. Nếu nhầm, xin rút hồ sơ theo yêu cầu của người nộp.',
  ),
  papers_received: never(
    'nhận bàn giao',
    'Giấy tờ đã ký nhận. Nếu cần trả lại, xin lập đợt bàn giao ngược lại.',
  ),
  files_kept: never('lưu bản chụp', 'Bản chụp đã lưu vào hồ sơ. Xin thêm bản chụp đúng bên cạnh.'),
  note_added: never('ghi chú', 'Ghi chú đã lưu trong diễn biến. Xin ghi thêm một ghi chú nếu cần nói lại.'),
  supplement_requested: open('yêu cầu bổ sung'),
  supplement_proposed: inside('đề nghị bổ sung'),
  supplement_declined: inside('không đồng ý bổ sung'),
  supplement_returned: open('yêu cầu làm lại phần bổ sung'),
  supplement_taken: open('nhận bổ sung'),
  payment_requested: open('yêu cầu nộp tiền'),
  term_extended: open('hẹn lại ngày trả'),
  step_approved: open('ký duyệt'),
  intake_refused: open('không tiếp nhận hồ sơ'),
  dossier_withdrawn: open('rút hồ sơ'),
  dossier_stopped: open('dừng giải quyết'),
  details_corrected: inside('sửa thông tin'),
  dossier_submitted: never(
    'nộp hồ sơ',
    'Hồ sơ đã nộp không hoàn tác được. Xin rút hồ sơ nếu công dân yêu cầu.',
  ),
  dossier_accepted: never(
    'tiếp nhận',
    'Mã hồ sơ và giấy tiếp nhận đã cấp cho công dân nên không hoàn tác được. Xin rút hồ sơ hoặc dừng giải quyết.',
  ),
  payment_confirmed: never(
    'xác nhận nộp tiền',
    'Tiền đã xác nhận không hoàn tác được. Xin báo cán bộ thu phí để đối soát.',
  ),
  dossier_finished: never(
    'phát hành kết quả',
    'Kết quả đã phát hành không hoàn tác được. Xin dùng “Sửa kết quả sai” nếu kết quả có sai sót.',
  ),
  result_handed_over: never(
    'trả kết quả',
    'Kết quả đã trao không hoàn tác được. Xin dùng “Sửa kết quả sai” nếu kết quả có sai sót.',
  ),
  result_correction_opened: never(
    'mở lại để sửa kết quả',
    'Việc sửa kết quả đã báo công dân nên không hoàn tác được. Xin sửa xong rồi phát hành lại.',
  ),
  link_renewed: never(
    'cấp lại mã QR',
    'Mã QR cũ đã bị huỷ và không dùng lại được. Xin in giấy tiếp nhận mới.',
  ),
  process_migrated: never(
    'chuyển quy trình',
    'Việc chuyển quy trình làm cho nhiều hồ sơ nên không hoàn tác từng hồ sơ. Xin liên hệ quản trị đơn vị.',
  ),
  agency_moved: never(
    'chuyển sang cơ quan mới',
    'Việc sáp nhập làm cho mọi hồ sơ theo quyết định nên không hoàn tác từng hồ sơ.',
  ),
  supplement_answered: never(
    'gửi bổ sung',
    'Phần bổ sung do công dân gửi. Xin xem và nhận, hoặc yêu cầu làm lại.',
  ),
  opinions_asked: open('lấy ý kiến'),
  opinion_given: never(
    'trả lời ý kiến',
    'Ý kiến đã gửi cơ quan giải quyết nên không hoàn tác được. Xin gửi văn bản nếu ý kiến thay đổi.',
  ),
  opinion_silent: never(
    'ghi nhận quá hạn trả lời',
    'Hết hạn trả lời do hệ thống ghi nên không hoàn tác được.',
  ),
  opinion_waived: inside('không chờ ý kiến'),
  citizen_reminded: never('nhắc công dân', 'Lời nhắc do hệ thống gửi đúng hạn nên không hoàn tác được.'),
  due_moved: never('tính lại ngày hẹn', 'Ngày hẹn do lịch làm việc quyết định. Xin sửa lịch nếu lịch sai.'),
  act_undone: never('hoàn tác', 'Việc trước đã được hoàn tác. Xin làm lại việc đó nếu vẫn cần.'),
};

export function undoneName(type: EventType): string {
  return words[type].name;
}

/** Why an act of this kind is never taken back; null when it can be. */
export function whyNever(type: EventType): string | null {
  return words[type].never;
}

export function isToldInside(type: EventType): boolean {
  return words[type].inside;
}
