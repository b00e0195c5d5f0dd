// Variants of a procedure that differ in one respect (abroad, mobile, again …): what tells them in a name, and in a question.

import type { Syllable } from './find-syllables.ts';
import { holds, phrase, placeOf } from './find-syllables.ts';

export interface Trait {
  id: string;
  /** In a procedure's name. */
  written: string;
  /** In a question; besides what is written. */
  said: string;
  /** By which share an entry falls when the question does not speak of it, and rises when it does. */
  unasked: number;
  asked: number;
  /** By which share an entry falls that is not the variant asked for. */
  missing?: number;
  /** Phrases that only look as if it were said. */
  notSaid?: string;
  /** Decides between two that differ in this alone. */
  question?: string;
}

/**
 * Phrases are divided by `|`. With accents as written where a person types accents, without them otherwise. An entry
 * that is a variant nobody asked for stands behind the plain one; that is the whole idea.
 */
export const traits: readonly Trait[] = [
  {
    id: 'abroad',
    written: 'yếu tố nước ngoài|người nước ngoài|ở nước ngoài|của nước ngoài|tổ chức nước ngoài|nước ngoài',
    said: 'ngoại quốc|việt kiều|quốc tịch|định cư|hoa kỳ|người mỹ|bên mỹ|ở mỹ|hàn quốc|đài loan|trung quốc|nhật bản|người nhật|bên nhật|người pháp|bên pháp|ở pháp|ở đức|người đức|úc|canada|singapore|campuchia|người lào|nga|anh quốc|châu âu|visa|đại sứ quán|lãnh sự|hợp pháp hóa lãnh sự|hợp pháp hoá lãnh sự|hộ chiếu nước ngoài|người tây|chồng tây|vợ tây|khác quốc tịch|hai quốc tịch|quốc tế',
    question: 'Có người nước ngoài, hoặc người Việt Nam định cư ở nước ngoài, trong việc này không?',
    unasked: 0.35,
    asked: 0.2,
    missing: 0.2,
  },
  {
    id: 'mobile',
    written: 'lưu động',
    said: 'tận nhà|tại nhà|đến nhà|tới nhà|về nhà làm|không đi lại được|đi lại khó khăn|không thể đến|không đến được|không thể đi|liệt giường|vùng sâu|vùng xa|xa ủy ban|ở xa trung tâm',
    question: 'Anh/Chị cần cán bộ đến làm tại nhà, vì không đi lại được?',
    unasked: 0.35,
    asked: 0.45,
    missing: 0.1,
  },
  {
    id: 'again',
    written: 'đăng ký lại|cấp lại|công bố lại',
    said: 'lại|bị mất|mất giấy|mất bản chính|làm mất|đánh mất|thất lạc|không còn bản chính|không còn sổ|sổ gốc bị|bị cháy|bị rách|bị hỏng|bị hư|hư hỏng|rách nát|đã mất sổ|mất sổ|cấp lại|lần hai|lần nữa|lần thứ hai',
    notSaid:
      'tại sao lại|sao lại|còn lại|lại có|lại không|lại phải|nộp lại|ghi chú lại|lại được|xác định lại|trở lại',
    question: 'Việc này đã được đăng ký hoặc cấp trước đây, nay cần làm lại?',
    unasked: 0.3,
    asked: 0.35,
    missing: 0.3,
  },
  {
    id: 'ending',
    written: 'chấm dứt|giải thể|đóng cửa|ngừng hoạt động',
    said: 'kết thúc|thôi không|không muốn giám hộ nữa|đóng cửa|nghỉ bán|nghỉ kinh doanh|không kinh doanh nữa|dừng hẳn|ngừng giám hộ|hết giám hộ|hủy việc giám hộ|thôi giám hộ|hủy giám hộ|thôi làm|hết|đủ 18 tuổi',
    notSaid: 'hết hạn|hết hiệu lực|hết bao|trước hết|hết thảy',
    unasked: 0.3,
    asked: 0.35,
    missing: 0.3,
  },
  {
    id: 'watching',
    written: 'giám sát',
    said: 'theo dõi việc giám hộ|người giám sát',
    unasked: 0.35,
    asked: 0.3,
  },
  {
    id: 'combined',
    written: 'kết hợp',
    said: 'cùng lúc|đồng thời|kết hợp|ngoài giá thú|chưa kết hôn|chưa đăng ký kết hôn|không đăng ký kết hôn|chưa cưới|cha ruột|nhận con',
    unasked: 0.3,
    asked: 0.15,
  },
  {
    id: 'grown',
    written: 'đã có hồ sơ giấy tờ cá nhân',
    said: 'đã có giấy tờ|đã có hồ sơ|có giấy tờ cá nhân|có hồ sơ cá nhân|người lớn chưa|lớn tuổi|đã lớn|chưa từng làm khai sinh|chưa từng đăng ký khai sinh|chưa có giấy khai sinh|đã có cccd|đã có căn cước|có hồ sơ giấy tờ',
    unasked: 0.3,
    asked: 0.3,
  },
  {
    id: 'linked',
    written: 'liên thông',
    said: 'cùng lúc|một lần luôn|liên thông|luôn một thể',
    unasked: 0.4,
    asked: 0.3,
  },
  {
    id: 'register',
    written: 'ghi vào sổ hộ tịch|ghi chú',
    said: 'ghi chú|ghi vào sổ|đã được giải quyết|ở nước ngoài|đã kết hôn ở|đã ly hôn ở|tòa án nước ngoài',
    unasked: 0.3,
    asked: 0.2,
  },
  {
    id: 'central',
    written: 'cấp trung ương|cấp bộ|tổng cục|cục trưởng|bộ trưởng|thuộc bộ|cấp nhà nước|thủ tướng|chính phủ',
    said: 'trung ương|bộ|cục',
    unasked: 0.2,
    asked: 0.1,
  },
  {
    id: 'border',
    written: 'khu vực biên giới|biên giới',
    said: 'giáp biên|lào|campuchia',
    unasked: 0.4,
    asked: 0.2,
  },
  { id: 'province', written: 'cấp tỉnh|tại tỉnh', said: 'tỉnh|sở', unasked: 0.12, asked: 0.1 },
  { id: 'district', written: 'cấp huyện|tại huyện', said: 'huyện|quận', unasked: 0.12, asked: 0.1 },
  { id: 'commune', written: 'cấp xã|tại xã', said: 'xã|phường|ủy ban', unasked: 0, asked: 0.05 },
  {
    id: 'army',
    written: 'quân đội|quân nhân|quốc phòng|bộ đội|quân sự|sĩ quan|dân quân|quân khu|bộ tư lệnh|cơ yếu',
    said: 'bộ đội|lính|nhập ngũ|chiến sĩ|quân ngũ',
    unasked: 0.3,
    asked: 0.1,
  },
  {
    id: 'police',
    written: 'công an nhân dân|ngành công an|lực lượng công an',
    said: 'công an',
    unasked: 0.25,
    asked: 0.1,
  },
  {
    id: 'organisation',
    written: 'tổ chức tín dụng|ngân hàng|quỹ tín dụng|chi nhánh ngân hàng',
    said: 'ngân hàng|tín dụng|quỹ',
    unasked: 0.3,
    asked: 0.1,
  },
  {
    id: 'changing',
    written: 'thay đổi|điều chỉnh|sửa đổi|chuyển đổi',
    said: 'đổi|sửa|chỉnh|cải chính|sai|nhầm|thêm|bớt|bổ sung|dời|biến động|khác với',
    unasked: 0.15,
    asked: 0.05,
  },
  {
    id: 'exchanging',
    written: 'cấp đổi|đổi',
    said: 'hết hạn|sang|lên|gắn chip|mới',
    unasked: 0.15,
    asked: 0.1,
  },
  {
    id: 'extending',
    written: 'gia hạn',
    said: 'hết hạn|thêm hạn|kéo dài|hết thời hạn',
    unasked: 0.25,
    asked: 0.2,
  },
  {
    id: 'revoking',
    written: 'thu hồi|tước|hủy|huỷ|xóa|xoá|rút',
    said: 'bỏ|gỡ|trả lại|giải chấp|cắt khẩu|không cần nữa',
    unasked: 0.2,
    asked: 0.15,
  },
  {
    id: 'pausing',
    written: 'tạm ngừng|tạm đình chỉ|tạm dừng',
    said: 'tạm nghỉ|tạm đóng',
    unasked: 0.3,
    asked: 0.2,
  },
  {
    id: 'child',
    written: 'dưới 14 tuổi|dưới 6 tuổi|dưới 16 tuổi',
    said: 'trẻ em|em bé|cho con|cho bé|trẻ nhỏ|trẻ dưới|cho cháu',
    unasked: 0.15,
    asked: 0.15,
  },
  {
    id: 'dealing',
    written: 'giao dịch',
    said: 'hợp đồng|mua bán|chuyển nhượng|tặng cho|cho thuê|đặt cọc|mua nhà|bán đất',
    unasked: 0.15,
    asked: 0.1,
  },
  {
    id: 'collaborator',
    written: 'người dịch là cộng tác viên|viên chức ngoại giao',
    said: 'là cộng tác viên',
    unasked: 0.2,
    asked: 0.1,
  },
  {
    id: 'online',
    written: 'trực tuyến toàn trình|toàn trình',
    said: 'trực tuyến|online|qua mạng|trên mạng',
    unasked: 0.1,
    asked: 0.1,
  },
];

const written = traits.map((trait) => trait.written.split('|').map(phrase));
/** What is done with a paper that one has. */
const actions = traits.reduce(
  (bits, { id }, at) =>
    ['again', 'changing', 'exchanging', 'extending', 'revoking'].includes(id) ? bits | (1 << at) : bits,
  0,
);
const notSaid = traits.map((trait) =>
  (trait.notSaid ?? '')
    .split('|')
    .filter((each) => each !== '')
    .map(phrase),
);
const said = traits.map((trait, at) => [...trait.said.split('|').map(phrase), ...(written[at] ?? [])]);

/** The traits of an entry, a bit each, by its name. */
export function traitsWritten(syllables: readonly Syllable[], name: string): number {
  const bits = bitsOf(written, syllables);
  // `Cấp, cấp lại, gia hạn …` is the plain one as well.
  return /(?:cấp|đăng ký)(?: mới)?\s*[,/]/iu.test(name) ? bits & ~actions : bits;
}

/** The traits a question speaks of. */
export function traitsSaid(question: readonly Syllable[]): number {
  return traits.reduce((bits, _, at) => {
    const clear = (notSaid[at] ?? []).reduce((text, wanted) => without(text, wanted), question);
    return (said[at] ?? []).some((each) => holds(clear, each)) ? bits | (1 << at) : bits;
  }, 0);
}

function without(text: readonly Syllable[], unwanted: readonly Syllable[]): readonly Syllable[] {
  const at = placeOf(text, unwanted);
  return at === -1 ? text : [...text.slice(0, at), ...text.slice(at + unwanted.length)];
}

function bitsOf(phrases: readonly (readonly Syllable[])[][], text: readonly Syllable[]): number {
  return phrases.reduce(
    (bits, wanted, at) => (wanted.some((each) => holds(text, each)) ? bits | (1 << at) : bits),
    0,
  );
}
