// The papers a one-stop office issues: which form is in force on a day, what it is called, how it is numbered, which event makes it.

import type { Dossier } from './dossier.ts';
import type { DossierEvent, Recorded } from './dossier-event.ts';
import { dateOf, type PlainDate } from './time.ts';

/** The papers that an event of a dossier makes; one event makes at most one. */
export const paperKinds = [
  'receipt',
  'supplement_request',
  'intake_refusal',
  'apology',
  'stop_notice',
  'refusal',
] as const;
export type PaperKind = (typeof paperKinds)[number];

/** A form of the State as it stood on a day. */
export interface PaperForm {
  /** As people say it: `Giấy tiếp nhận hồ sơ và hẹn trả kết quả`. */
  name: string;
  /** The name in the lines of the form's heading, in capitals. */
  title: readonly string[];
  /** The form and the paper that sets it: `Mẫu số 01, Thông tư số 03/2025/TT-VPCP`. */
  source: string;
}

/** A set of forms in force from a day on; `names` lack the forms that set does not have. */
interface FormSet {
  from: PlainDate;
  source: string;
  forms: Partial<Record<PaperKind | 'control_slip' | 'register', { number: string; title: string[] }>>;
}

const common = {
  receipt: { number: '01', title: ['Giấy tiếp nhận hồ sơ', 'và hẹn trả kết quả'] },
  supplement_request: { number: '02', title: ['Phiếu yêu cầu bổ sung,', 'hoàn thiện hồ sơ'] },
  intake_refusal: { number: '03', title: ['Phiếu từ chối tiếp nhận', 'giải quyết hồ sơ'] },
};
const controlSlip = ['Phiếu kiểm soát', 'quá trình giải quyết hồ sơ'];
const register = ['Sổ theo dõi hồ sơ'];

/** Newest first. Handbook §3.1: Phụ lục of the two circulars. */
const formSets: readonly FormSet[] = [
  {
    from: '2025-09-15',
    source: 'Thông tư số 03/2025/TT-VPCP',
    forms: {
      ...common,
      apology: {
        number: '04',
        title: ['Văn bản xin lỗi và đề nghị', 'gia hạn thời gian giải quyết'],
      },
      stop_notice: { number: '05', title: ['Thông báo dừng', 'giải quyết hồ sơ'] },
      control_slip: { number: '06', title: controlSlip },
      register: { number: '07', title: register },
    },
  },
  {
    from: '2018-11-23',
    source: 'Thông tư số 01/2018/TT-VPCP',
    forms: {
      ...common,
      apology: { number: '04', title: ['Phiếu xin lỗi và hẹn lại', 'ngày trả kết quả'] },
      control_slip: { number: '05', title: controlSlip },
      register: { number: '06', title: register },
    },
  },
];

/** The decree names this paper and no circular gives it a form; before the decree there was none of the name. */
const refusalSince: PlainDate = '2025-07-01';

/** The form in force on the day; null when there was none, as for the notice of stopping before 15/9/2025. */
export function formOn(kind: PaperKind | 'control_slip' | 'register', day: PlainDate): PaperForm | null {
  if (kind === 'refusal') {
    if (day < refusalSince) return null;
    return formOf(['Phiếu từ chối', 'giải quyết hồ sơ'], 'Khoản 3 Điều 19 Nghị định số 118/2025/NĐ-CP');
  }
  const set = formSets.find(({ from }) => from <= day);
  const form = set?.forms[kind];
  return set && form ? formOf(form.title, `Mẫu số ${form.number}, ${set.source}`) : null;
}

function formOf(title: readonly string[], source: string): PaperForm {
  return { name: title.join(' '), title: title.map((line) => line.toLocaleUpperCase('vi')), source };
}

/**
 * What stands behind the number: `Số: 0007/TNHS`. TNHS, HDHS and PXL are those of the forms in use; the others are
 * our own, for papers whose sign we have not seen.
 */
export const paperSeries: Record<PaperKind, string> = {
  receipt: 'TNHS',
  supplement_request: 'HDHS',
  intake_refusal: 'TCTN',
  apology: 'PXL',
  stop_notice: 'TBD',
  refusal: 'TCGQ',
};

/** A paper that an event made. */
export interface PaperMade {
  kind: PaperKind;
  /** Of the event. */
  seq: number;
  /** False for a receipt written anew after a supplement: it bears the number of the first one. */
  numbered: boolean;
}

/** The paper that an event makes of the dossier it leads to; null for none, as before the form was in force. */
export function paperOf({ seq, at, event }: Recorded, after: Dossier): PaperMade | null {
  const kind = kindOf(event, after);
  if (kind === null || formOn(kind, dateOf(at)) === null) return null;
  return { kind, seq, numbered: event.type !== 'supplement_taken' };
}

function kindOf(event: DossierEvent, after: Dossier): PaperKind | null {
  switch (event.type) {
    case 'dossier_accepted':
      return 'receipt';
    case 'supplement_taken':
      // The promise is a new one (NĐ 118/2025 Đ19.5); before reception there was none.
      return after.receivedAt === null ? null : 'receipt';
    case 'supplement_requested':
      return 'supplement_request';
    case 'intake_refused':
      return 'intake_refusal';
    case 'term_extended':
      return 'apology';
    case 'dossier_stopped':
      return 'stop_notice';
    case 'dossier_withdrawn':
      return after.receivedAt === null ? null : 'stop_notice';
    case 'dossier_finished':
      return event.outcome === 'refused' ? 'refusal' : null;
    default:
      return null;
  }
}

/** `0007`; at least four figures, as codes have. */
export function paperNumberText(number: number): string {
  return String(number).padStart(4, '0');
}
