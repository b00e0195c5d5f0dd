// What a dossier waits for now, and from whom: the first thing a citizen wants to read.

import type { StatusView } from './status-view.ts';
import { clip } from './status-words.ts';

export interface Awaited {
  from: 'citizen' | 'office' | 'other_agency' | 'nobody';
  /** `Đang chờ Bộ phận Tư pháp - Hộ tịch: Thẩm định` */
  text: string;
}

/** The next move and whose it is; `nobody` once everything is over. */
export function awaitedOf(view: StatusView): Awaited {
  const { status, step, supplement } = view;
  if (status === 'awaiting_supplement' && supplement?.answeredAt === undefined)
    return { from: 'citizen', text: 'Đang chờ Anh/Chị bổ sung' };
  if (view.payment !== null && status === 'awaiting_payment')
    return { from: 'citizen', text: 'Đang chờ Anh/Chị nộp tiền' };
  if (status === 'awaiting_supplement')
    return { from: 'office', text: `Đang chờ ${view.officeName} xem phần bổ sung` };
  if (status === 'submitted') return { from: 'office', text: `Đang chờ ${view.officeName} tiếp nhận` };
  if (status === 'resolved')
    return view.result?.pickUp == null
      ? { from: 'office', text: 'Đã có kết quả, đang gửi đến Anh/Chị' }
      : { from: 'citizen', text: 'Đang chờ Anh/Chị đến nhận kết quả' };
  const [opinion] = view.opinions;
  if (opinion !== undefined)
    return { from: 'other_agency', text: `Đang chờ ý kiến ${clip(opinion.agency, 120)}` };
  if (step !== null && (status === 'received' || status === 'in_process'))
    return { from: 'office', text: `Đang chờ ${step.unitName}: ${clip(step.name, 120)}` };
  return { from: 'nobody', text: endText(view) };
}

function endText({ status, outcome }: StatusView): string {
  switch (status) {
    case 'returned':
      return outcome === 'refused' ? 'Đã trả văn bản từ chối' : 'Đã trả kết quả';
    case 'withdrawn':
      return 'Đã rút theo yêu cầu của Anh/Chị';
    case 'refused_at_intake':
      return 'Chưa được tiếp nhận';
    case 'stopped':
      return 'Đã dừng giải quyết';
    default:
      return 'Đang được xử lý';
  }
}
