// Where online filing of a procedure legally lands, and the one sentence that the web, the chat and the desk say of it.

import { z } from 'zod';
import { plainDateSchema } from './time.ts';

/**
 * `here`: a granted or internal service, received at this desk. `national_portal`: we prepare the package, the citizen
 * files it there. `ministry_system`: filed and dealt with elsewhere; we can only say where.
 */
export const filingPlaceKinds = ['here', 'national_portal', 'ministry_system'] as const;
export type FilingPlaceKind = (typeof filingPlaceKinds)[number];

/** A setting of an office for one procedure, in force from its day until the next one's. */
export const filingPlaceSettingSchema = z.object({
  from: plainDateSchema,
  place: z.enum(filingPlaceKinds, 'Chọn nơi nộp trực tuyến.'),
  /** What people call the system of a ministry; null for the others. */
  systemName: z
    .string()
    .trim()
    .min(3, 'Ghi tên hệ thống, ít nhất 3 ký tự.')
    .max(120, 'Rút gọn tên hệ thống, không quá 120 ký tự.')
    .nullable(),
  url: z
    .url({ protocol: /^https$/, error: 'Địa chỉ bắt đầu bằng https://.' })
    .max(300, 'Địa chỉ không quá 300 ký tự.')
    .nullable(),
});
export type FilingPlaceSetting = z.infer<typeof filingPlaceSettingSchema>;

export interface FilingPlace {
  kind: FilingPlaceKind;
  /** What people call it; of `here`, the office. */
  name: string;
  /** Where they go; null where there is nothing to open. */
  url: string | null;
}

/** Since 1 July 2025 what no office was granted is filed online on the national portal (NĐ 118/2025 Đ15). */
const nationalPortal: FilingPlace = {
  kind: 'national_portal',
  name: 'Cổng Dịch vụ công quốc gia',
  url: 'https://dichvucong.gov.vn',
};

/** Where filing lands on that day: the newest setting that has begun. */
export function filingPlaceOn(
  settings: readonly FilingPlaceSetting[],
  day: string,
  officeName: string,
): FilingPlace {
  const setting = settings
    .filter(({ from }) => from <= day)
    .reduce<FilingPlaceSetting | undefined>(
      (best, each) => (best && best.from > each.from ? best : each),
      undefined,
    );
  switch (setting?.place) {
    case 'here':
      return { kind: 'here', name: officeName, url: null };
    case 'ministry_system':
      return { kind: 'ministry_system', name: setting.systemName ?? 'hệ thống của Bộ', url: setting.url };
    case 'national_portal':
      return { ...nationalPortal, url: setting.url ?? nationalPortal.url };
    case undefined:
      return nationalPortal;
  }
}

/** What is true of it, in one or two sentences; the same words on every channel and at the desk. */
export function filingPlaceText({ kind, name }: FilingPlace): string {
  switch (kind) {
    case 'here':
      return `Hồ sơ nộp ở đây gửi thẳng đến ${name}. Cán bộ trả lời trong 8 giờ làm việc; mã hồ sơ và ngày hẹn trả có từ khi hồ sơ được tiếp nhận.`;
    case 'national_portal':
      return `Thủ tục này nộp trực tuyến trên ${name}. Ở đây Anh/Chị chuẩn bị sẵn tờ khai và ảnh giấy tờ, tải trọn bộ về rồi nộp trên Cổng; bộ giấy tờ chuẩn bị ở đây chưa phải là hồ sơ đã nộp.`;
    case 'ministry_system':
      return `Thủ tục này nộp và giải quyết trên ${name}, không nộp được ở đây. Anh/Chị nộp và xem kết quả trên hệ thống đó.`;
  }
}

/** On the button that leads there, or that begins here. */
export function filingPlaceAction({ kind, name }: FilingPlace): string {
  switch (kind) {
    case 'here':
      return 'Nộp hồ sơ';
    case 'national_portal':
      return 'Chuẩn bị hồ sơ';
    case 'ministry_system':
      return `Mở ${name}`;
  }
}
