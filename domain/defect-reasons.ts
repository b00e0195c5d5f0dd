// The catalogue of reasons: why something is asked for again or refused, in words for the citizen, with the rule by which it may be.

export interface DefectReason {
  /** Stays the same for ever: what was asked before is compared by it. */
  code: string;
  use: 'supplement' | 'refusal';
  /** As an officer looks for it. */
  label: string;
  /** As the citizen reads it; the officer makes it exact. */
  words: string;
  /** The rule by which the office says it, before reception and after; null where that is for the officer to name. */
  basis: { before: string | null; after: string | null };
}

/** A signature cannot be typed: whatever it is missing from, a photograph answers. */
export const signatureMissing = 'thieu_chu_ky';

/** The counter asks or refuses (Đ17.1c); appraisal asks within three working days (Đ19.5) or refuses (Đ19.3). */
const [atCounter, incomplete, notEligible] = [
  'Điểm c khoản 1 Điều 17 Nghị định 118/2025/NĐ-CP',
  'Khoản 5 Điều 19 Nghị định 118/2025/NĐ-CP',
  'Khoản 3 Điều 19 Nghị định 118/2025/NĐ-CP',
];
const refusing = { before: atCounter, after: notEligible };
const unnamed = { before: null, after: null };

const asks = (code: string, label: string, words: string): DefectReason => ({
  code,
  use: 'supplement',
  label,
  words,
  basis: { before: atCounter, after: incomplete },
});
const refuses = (code: string, label: string, words: string, basis: DefectReason['basis']): DefectReason => ({
  code,
  use: 'refusal',
  label,
  words,
  basis,
});

/** What every office meets, the commonest first. A reason of one's own is always possible beside them. */
export const defectReasons: readonly DefectReason[] = [
  asks('mo', 'Ảnh, bản chụp mờ', 'Ảnh bị mờ, không đọc được. Xin chụp lại đủ sáng, thấy trọn bốn góc giấy.'),
  asks('thieu_trang', 'Thiếu trang', 'Thiếu trang. Xin gửi đủ các trang, cả trang có dấu và chữ ký.'),
  asks(
    signatureMissing,
    'Thiếu chữ ký',
    'Chưa có chữ ký của người khai. Xin ký, ghi rõ họ tên rồi chụp gửi lại.',
  ),
  asks('thieu_giay', 'Chưa nộp giấy này', 'Chưa có giấy này trong hồ sơ. Xin nộp bổ sung.'),
  asks('het_han', 'Giấy tờ hết hạn', 'Giấy này đã hết hạn sử dụng. Xin nộp bản còn hiệu lực.'),
  asks('sai_mau', 'Sai mẫu', 'Tờ khai không đúng mẫu đang áp dụng. Xin khai lại theo mẫu cán bộ hướng dẫn.'),
  asks('thieu_thong_tin', 'Thiếu thông tin', 'Mục này còn để trống. Xin ghi đủ.'),
  asks(
    'sai_thong_tin',
    'Thông tin chưa đúng',
    'Thông tin không khớp với giấy tờ đã nộp. Xin kiểm tra và ghi lại.',
  ),
  asks(
    'thieu_chung_thuc',
    'Chưa chứng thực',
    'Bản sao chưa được chứng thực. Xin nộp bản có chứng thực, hoặc mang bản chính để đối chiếu.',
  ),
  asks('tay_xoa', 'Tẩy xóa, sửa chữa', 'Giấy có chỗ tẩy xóa hoặc sửa chữa. Xin nộp bản khác.'),
  asks(
    'thieu_uy_quyen',
    'Thiếu ủy quyền',
    'Anh/Chị nộp thay người khác. Xin bổ sung giấy ủy quyền, hoặc giấy tờ cho thấy được nộp thay.',
  ),
  refuses(
    'khong_tham_quyen',
    'Không thuộc thẩm quyền',
    'Việc này không thuộc thẩm quyền của cơ quan. Anh/Chị nộp tại:',
    { before: atCounter, after: null },
  ),
  refuses(
    'khong_du_dieu_kien',
    'Không đủ điều kiện',
    'Hồ sơ không đủ điều kiện giải quyết theo quy định, vì:',
    refusing,
  ),
  refuses(
    'da_giai_quyet',
    'Đã được giải quyết',
    'Yêu cầu này đã được giải quyết trước đó, theo văn bản số:',
    unnamed,
  ),
  refuses(
    'trung_ho_so',
    'Trùng hồ sơ đang giải quyết',
    'Anh/Chị đã có hồ sơ cùng nội dung đang được giải quyết, mã:',
    unnamed,
  ),
  refuses('giay_to_khong_hop_le', 'Giấy tờ không hợp lệ', 'Giấy tờ trong hồ sơ không hợp lệ, vì:', refusing),
  refuses(
    'khong_bo_sung',
    'Không bổ sung đúng hạn',
    'Hồ sơ chưa được bổ sung trong thời hạn đã thông báo, còn thiếu:',
    { before: null, after: incomplete },
  ),
];

/** The rule to name for a dossier that was, or was not yet, received. */
export function basisOf(
  { basis }: DefectReason,
  { receivedAt }: { receivedAt: string | null },
): string | null {
  return receivedAt === null ? basis.before : basis.after;
}

export function reasonsFor(use: DefectReason['use']): DefectReason[] {
  return defectReasons.filter((reason) => reason.use === use);
}
