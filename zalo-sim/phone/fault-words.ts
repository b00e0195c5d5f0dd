// What each fault is called in Vietnamese, where it stands on the panel, and the one number one may set.

import type { Family, Fault, FaultKind, FaultSpec } from '../src/faults-kinds.ts';

export interface Knob {
  field: 'ms' | 'status' | 'code' | 'copies' | 'depth';
  unit: string;
  usual: number;
  least: number;
  most: number;
  /** How much of the field one step of the knob is. */
  times: number;
}

interface Words {
  label: string;
  says: string;
  knob?: Knob;
}

const knob = (
  field: Knob['field'],
  usual: number,
  unit: string,
  bounds: [number, number],
  times = 1,
): Knob => ({
  field,
  unit,
  usual,
  least: bounds[0],
  most: bounds[1],
  times,
});
const realTime: [number, number] = [1, 600_000];

const faultWords: Record<FaultKind, Words> = {
  slow: {
    label: 'Trả lời chậm',
    says: 'Việc đã làm ngay, câu trả lời tới sau.',
    knob: knob('ms', 3000, 'ms', realTime),
  },
  trickle: { label: 'Trả lời nhỏ giọt', says: 'Mỗi lần một byte.', knob: knob('ms', 50, 'ms', realTime) },
  never_ends: { label: 'Trả lời không bao giờ hết', says: 'Byte đầu tới, phần còn lại thì không.' },
  hang_up: { label: 'Ngắt giữa chừng', says: 'Việc đã làm, kết nối bị ngắt trước câu trả lời.' },
  refused: { label: 'Zalo ngừng hoạt động', says: 'Kết nối bị ngắt ngay, không việc nào được làm.' },
  server_error: {
    label: 'Trang lỗi máy chủ',
    says: 'Trang HTML với mã 5xx.',
    knob: knob('status', 502, 'HTTP', [500, 599]),
  },
  html_at_200: { label: 'Trang HTML với mã 200', says: 'Không phải JSON, việc chưa làm.' },
  empty_body: { label: 'Câu trả lời rỗng', says: 'Mã 200, không có nội dung; việc đã làm.' },
  cut_json: { label: 'JSON bị cắt nửa', says: 'Nửa đầu của câu trả lời thật; việc đã làm.' },
  error_code: {
    label: 'Mã lỗi tự chọn',
    says: 'Việc chưa làm.',
    knob: knob('code', -211, 'mã', [-99_999, -1]),
  },
  unknown_code: { label: 'Mã lỗi lạ', says: 'Mã không có trong bảng nào; việc chưa làm.' },
  error_but_delivered: {
    label: 'Báo lỗi nhưng đã gửi',
    says: 'Tin đã tới máy.',
    knob: knob('code', -200, 'mã', [-99_999, -1]),
  },
  delivered_but_silent: { label: 'Đã gửi nhưng im lặng', says: 'Tin đã tới máy, không có câu trả lời.' },
  accepted_not_delivered: {
    label: 'Báo nhận nhưng không tới',
    says: 'Mã 0, tin không tới máy, không có oa_send.',
  },
  duplicate: {
    label: 'Lặp sự kiện',
    says: 'Cùng nội dung, gửi cùng lúc.',
    knob: knob('copies', 3, 'bản', [2, 50]),
  },
  reorder: {
    label: 'Đảo thứ tự',
    says: 'Tới sau vài sự kiện sau nó.',
    knob: knob('depth', 3, 'bậc', [1, 100]),
  },
  delay: {
    label: 'Tới muộn',
    says: 'Không ai khác phải chờ.',
    knob: knob('ms', 120, 'phút', [1, 43_200], 60_000),
  },
  drop_echo: { label: 'Mất oa_send', says: 'Tin OA gửi không được báo lại.' },
  drop_receipt: { label: 'Mất báo nhận, báo xem', says: 'Không có user_received, user_seen.' },
  receipt_before_echo: { label: 'Báo nhận tới trước oa_send', says: 'Ngược thứ tự thường gặp.' },
  slow_connection: {
    label: 'Sự kiện tới từng mảnh',
    says: 'Nội dung tới dần.',
    knob: knob('ms', 1500, 'ms', realTime),
  },
  refresh_lost: { label: 'Mất câu trả lời làm mới', says: 'Mã làm mới đã bị dùng, mã mới không tới.' },
  refresh_without_token: {
    label: 'Làm mới thiếu mã mới',
    says: 'Chỉ có mã truy cập; mã làm mới cũ còn dùng được.',
  },
};

interface Group {
  title: string;
  kinds: readonly FaultKind[];
  /** They may be kept to calls of one family. */
  byFamily: boolean;
}

export const faultGroups: readonly Group[] = [
  { title: 'Đường truyền', byFamily: true, kinds: ['slow', 'trickle', 'never_ends', 'hang_up', 'refused'] },
  {
    title: 'Câu trả lời hỏng',
    byFamily: true,
    kinds: ['server_error', 'html_at_200', 'empty_body', 'cut_json', 'error_code', 'unknown_code'],
  },
  {
    title: 'Nói khác làm',
    byFamily: true,
    kinds: ['error_but_delivered', 'delivered_but_silent', 'accepted_not_delivered'],
  },
  {
    title: 'Webhook',
    byFamily: false,
    kinds: [
      'duplicate',
      'reorder',
      'delay',
      'drop_echo',
      'drop_receipt',
      'receipt_before_echo',
      'slow_connection',
    ],
  },
  { title: 'Làm mới mã truy cập', byFamily: false, kinds: ['refresh_lost', 'refresh_without_token'] },
];

export const familyWords: Record<Family, string> = {
  send: 'Gửi tin',
  template: 'Gửi tin mẫu',
  upload: 'Tải tệp lên',
  reading: 'Đọc',
  article: 'Bài viết',
  oauth: 'Mã truy cập',
  graph: 'Đăng nhập',
  media: 'Tải ảnh về',
};

export function wordsOf(kind: FaultKind): Words {
  return faultWords[kind];
}

/** "3000 ms", "20 % số lần", "chỉ Nguyễn Thị Lan": what this fault is set to. */
export function settingsOf(spec: FaultSpec, nameOf: (personId: string) => string): string {
  const { knob: set } = faultWords[spec.kind];
  const value: unknown = set && Reflect.get(spec, set.field);
  const parts = [
    set && typeof value === 'number' && measured(value / set.times, set.unit),
    spec.share !== undefined && `${amount(spec.share * 100)} % số lần`,
    spec.times !== undefined && `${amount(spec.times)} lần`,
    spec.forMs !== undefined && `trong ${amount(spec.forMs / 60_000)} phút`,
    spec.skip !== undefined && `bỏ qua ${amount(spec.skip)} lần đầu`,
    spec.families?.map((family) => familyWords[family]).join(', '),
    spec.path,
    spec.events?.join(', '),
    spec.personId !== undefined && `chỉ ${nameOf(spec.personId)}`,
  ];
  return parts.filter((part) => typeof part === 'string' && part !== '').join(' · ') || 'mọi lần';
}

/** "3.000 ms", but "mã -32". */
function measured(value: number, unit: string): string {
  return unit === 'mã' || unit === 'HTTP' ? `${unit} ${value}` : `${amount(value)} ${unit}`;
}

/** "trúng 4 trong 20 lần". */
export function strikesOf({ struck, seen }: Pick<Fault, 'struck' | 'seen'>): string {
  if (seen === 0) return 'chưa gặp lần nào';
  return `trúng ${amount(struck)} trong ${amount(seen)} lần`;
}

export function amount(value: number): string {
  return value.toLocaleString('vi-VN', { maximumFractionDigits: 1 });
}
