// What a worklist may be narrowed by and in which order it may stand: the same words in the address bar, the API and the memory of an officer.

import { z } from 'zod';
import { plainDateSchema } from './time.ts';

const openStatuses = [
  'submitted',
  'received',
  'in_process',
  'awaiting_supplement',
  'awaiting_payment',
  'resolved',
] as const;
const urgencies = ['on_time', 'at_risk', 'late', 'paused', 'no_term'] as const;

/** An exact status, never a group of them. A day is one of reception, or of filing while nothing was received. */
export const worklistFilterSchema = z.object({
  procedure: z.string().max(20, 'Mã thủ tục không quá 20 ký tự.').exactOptional(),
  status: z.enum(openStatuses, 'Không có tình trạng này. Xin chọn trong danh sách.').exactOptional(),
  urgency: z.enum(urgencies, 'Không có mức hạn này. Xin chọn trong danh sách.').exactOptional(),
  unit: z.string().max(40, 'Mã đơn vị không quá 40 ký tự.').exactOptional(),
  officer: z
    .union([z.literal('none'), z.uuid()], 'Không có cán bộ này. Xin chọn lại trong danh sách.')
    .exactOptional(),
  from: plainDateSchema.exactOptional(),
  to: plainDateSchema.exactOptional(),
  /** `due`: least time left first · `received`: longest here first · `newest` first. */
  sort: z.enum(['due', 'received', 'newest'], 'Không có cách sắp xếp này.').exactOptional(),
});
export type WorklistFilter = z.infer<typeof worklistFilterSchema>;
export type WorklistSort = NonNullable<WorklistFilter['sort']>;
