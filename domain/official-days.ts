// The days off and make-up days the State announced for its offices, 2018-2027, as announced.

import type { DayKind } from './calendar.ts';

/** `[kind, day or first/last day, name, ground]`; without a ground the Labour Code's article applies. */
export type OfficialRow = readonly [kind: DayKind, days: string, name: string, ground?: string | null];

const newYear = 'Tết Dương lịch';
const tet = 'Tết Nguyên đán';
const kings = 'Giỗ Tổ Hùng Vương';
const victory = 'Ngày Chiến thắng 30/4';
const labour = 'Quốc tế Lao động 1/5';
const national = 'Quốc khánh';
const culture = 'Ngày Văn hóa Việt Nam';

const cultureGround = 'Nghị quyết 28/2026/QH16';
const swap2018 = 'Công văn 6519/VPCP-KGVX';
const swap2025 = 'Công văn 8726/VPCP-KGVX';
const swap2026 = 'Công văn 12729/VPCP-KGVX ngày 25/12/2025';
/** Marks a row whose announcement has not been seen: an office checks it before it relies on it. */
const expected = 'dự kiến, cần đối chiếu thông báo chính thức';

/** Ranges include the weekend inside them, so that the trace can name it. */
export const officialRows: readonly OfficialRow[] = [
  ['holiday', '2018-01-01', newYear],
  ['holiday', '2018-02-14/2018-02-20', tet],
  ['holiday', '2018-04-25', kings],
  ['holiday', '2018-04-30', victory],
  ['holiday', '2018-05-01', labour],
  ['holiday', '2018-09-02', national],
  ['compensatory', '2018-09-03', `nghỉ bù ${national}`],
  ['swap_off', '2018-12-31', 'nghỉ hoán đổi, làm bù thứ Bảy, 5/1/2019', swap2018],

  ['holiday', '2019-01-01', newYear],
  ['swap_work', '2019-01-05', 'làm bù cho thứ Hai, 31/12/2018', swap2018],
  ['holiday', '2019-02-04/2019-02-08', tet],
  ['holiday', '2019-04-14', kings],
  ['compensatory', '2019-04-15', `nghỉ bù ${kings}`],
  ['swap_off', '2019-04-29', 'nghỉ hoán đổi, làm bù thứ Bảy, 4/5', null],
  ['holiday', '2019-04-30', victory],
  ['holiday', '2019-05-01', labour],
  ['swap_work', '2019-05-04', 'làm bù cho thứ Hai, 29/4', null],
  ['holiday', '2019-09-02', national],

  ['holiday', '2020-01-01', newYear],
  ['holiday', '2020-01-23/2020-01-29', tet],
  ['holiday', '2020-04-02', kings],
  ['holiday', '2020-04-30', victory],
  ['holiday', '2020-05-01', labour],
  ['holiday', '2020-09-02', national],

  ['holiday', '2021-01-01', newYear],
  ['holiday', '2021-02-10/2021-02-16', tet],
  ['holiday', '2021-04-21', kings],
  ['holiday', '2021-04-30', victory],
  ['holiday', '2021-05-01', labour],
  ['compensatory', '2021-05-03', `nghỉ bù ${labour}`],
  ['holiday', '2021-09-02/2021-09-03', national],

  ['holiday', '2022-01-01', newYear],
  ['compensatory', '2022-01-03', `nghỉ bù ${newYear}`],
  ['holiday', '2022-01-31/2022-02-04', tet],
  ['holiday', '2022-04-10', kings],
  ['compensatory', '2022-04-11', `nghỉ bù ${kings}`],
  ['holiday', '2022-04-30', victory],
  ['holiday', '2022-05-01', labour],
  ['compensatory', '2022-05-02', `nghỉ bù ${victory}`],
  ['compensatory', '2022-05-03', `nghỉ bù ${labour}`],
  ['holiday', '2022-09-01/2022-09-02', national],

  ['holiday', '2023-01-01', newYear],
  ['compensatory', '2023-01-02', `nghỉ bù ${newYear}`],
  ['holiday', '2023-01-20/2023-01-26', tet],
  ['holiday', '2023-04-29', kings],
  ['holiday', '2023-04-30', victory],
  ['holiday', '2023-05-01', labour],
  ['compensatory', '2023-05-02', `nghỉ bù ${kings}`],
  ['compensatory', '2023-05-03', `nghỉ bù ${victory}`],
  ['holiday', '2023-09-01/2023-09-02', national],
  ['compensatory', '2023-09-04', `nghỉ bù ${national}`],

  ['holiday', '2024-01-01', newYear],
  ['holiday', '2024-02-08/2024-02-14', tet],
  ['holiday', '2024-04-18', kings],
  ['swap_off', '2024-04-29', 'nghỉ hoán đổi, làm bù thứ Bảy, 4/5', null],
  ['holiday', '2024-04-30', victory],
  ['holiday', '2024-05-01', labour],
  ['swap_work', '2024-05-04', 'làm bù cho thứ Hai, 29/4', null],
  ['holiday', '2024-09-02/2024-09-03', national],

  ['holiday', '2025-01-01', newYear],
  ['holiday', '2025-01-27/2025-01-31', tet],
  ['holiday', '2025-04-07', kings],
  ['swap_work', '2025-04-26', 'làm bù cho thứ Sáu, 2/5', swap2025],
  ['holiday', '2025-04-30', victory],
  ['holiday', '2025-05-01', labour],
  ['swap_off', '2025-05-02', 'nghỉ hoán đổi, làm bù thứ Bảy, 26/4', swap2025],
  ['holiday', '2025-09-01/2025-09-02', national],

  ['holiday', '2026-01-01', newYear],
  ['swap_off', '2026-01-02', 'nghỉ hoán đổi, làm bù thứ Bảy, 10/1', swap2026],
  ['swap_work', '2026-01-10', 'làm bù cho thứ Sáu, 2/1', swap2026],
  ['holiday', '2026-02-16/2026-02-20', tet],
  ['holiday', '2026-04-26', kings],
  ['compensatory', '2026-04-27', `nghỉ bù ${kings}`],
  ['holiday', '2026-04-30', victory],
  ['holiday', '2026-05-01', labour],
  ['swap_work', '2026-08-22', 'làm bù cho thứ Hai, 31/8', expected],
  ['swap_off', '2026-08-31', 'nghỉ hoán đổi, làm bù thứ Bảy, 22/8', expected],
  ['holiday', '2026-09-01/2026-09-02', national],
  ['holiday', '2026-11-24', culture, cultureGround],

  ['holiday', '2027-01-01', newYear, expected],
  ['holiday', '2027-02-04/2027-02-10', tet, expected],
  ['holiday', '2027-04-16', kings, expected],
  ['holiday', '2027-04-30', victory, expected],
  ['holiday', '2027-05-01', labour, expected],
  ['compensatory', '2027-05-03', `nghỉ bù ${labour}`, expected],
  ['holiday', '2027-09-02/2027-09-03', national, expected],
  ['holiday', '2027-11-24', culture, cultureGround],
];
