// What the papers to a citizen say, beside the receipt: supplement request, refusals, apology, notice of stopping. From the ledger alone.

import type { Calendar } from './calendar.ts';
import { longDayText, longMomentText, termText } from './clock-time.ts';
import { computeDeadline } from './deadline.ts';
import { currentStep, type Dossier } from './dossier.ts';
import type { DossierEvent, Recorded } from './dossier-event.ts';
import { deadlineInputOf } from './dossier-guard.ts';
import { moneyText } from './money-words.ts';
import { formOn, type PaperKind, type PaperMade, paperNumberText, paperSeries } from './paper-forms.ts';
import {
  type Block,
  byName,
  field,
  type IssuedAs,
  printable,
  type Sheet,
  type Signer,
  sheetFrame,
  table,
} from './paper-sheet.ts';
import { dateOf, type Instant } from './time.ts';

/** Whom a paper speaks of: what the dossier itself does not know. */
export interface PaperPerson {
  fullName: string;
  address: string;
  phone: string | null;
  email: string | null;
}

export interface PaperFacts {
  made: PaperMade;
  /** Null when none was given: a gap is printed. */
  number: number | null;
  recorded: Recorded;
  /** The dossier as the event found it, and as it left it. */
  before: Dossier;
  after: Dossier;
  as: IssuedAs;
  person: PaperPerson;
  procedureName: string;
}

type Of<Type extends DossierEvent['type']> = Extract<DossierEvent, { type: Type }>;

/** The paper in words. `calendar` is the one that was in force at the event. Throws for a receipt, which has words of its own. */
export function citizenSheet(typed: PaperFacts, calendar: Calendar): Sheet {
  const facts = printable(typed);
  const { event } = facts.recorded;
  switch (event.type) {
    case 'supplement_requested':
      return supplementRequest(facts, event);
    case 'intake_refused':
      return intakeRefusal(facts, event);
    case 'term_extended':
      return apology(facts, event, calendar);
    case 'dossier_stopped':
    case 'dossier_withdrawn':
      return stopNotice(facts, event);
    case 'dossier_finished':
      return refusal(facts, event);
    default:
      throw new Error(`No paper is made by ${event.type}.`);
  }
}

function supplementRequest(facts: PaperFacts, event: Of<'supplement_requested'>): Sheet {
  const { as, after } = facts;
  const lapse =
    after.receivedAt === null
      ? 'Thời gian giải quyết bắt đầu tính khi hồ sơ đầy đủ được tiếp nhận.'
      : event.mode === 'reset'
        ? 'Thời gian giải quyết được tính lại từ đầu kể từ khi hồ sơ được hoàn thiện. Quá thời hạn trên mà chưa hoàn thiện thì hồ sơ được dừng giải quyết (khoản 5 Điều 19 Nghị định số 118/2025/NĐ-CP).'
        : 'Thời gian giải quyết tạm dừng từ lúc yêu cầu và được tính tiếp kể từ khi hồ sơ được hoàn thiện.';
  return {
    ...frame(facts, 'office'),
    blocks: [
      ...personBlocks(facts),
      { kind: 'text', text: 'Yêu cầu hoàn thiện hồ sơ gồm những nội dung sau:' },
      table(
        ['TT', 'Giấy tờ, nội dung cần bổ sung', 'Lý do'],
        [1, 8, 9],
        event.items.map(({ label, reason, basis }, at) => [
          String(at + 1),
          label,
          basis === undefined ? reason : `${reason}\nCăn cứ: ${basis}.`,
        ]),
      ),
      ...(event.sectorGround === null ? [] : [field('Căn cứ', event.sectorGround)]),
      field('Hoàn thiện hồ sơ trước', longMomentText(event.answerBy), true),
      { kind: 'text', text: lapse },
      {
        kind: 'text',
        text: `Trong quá trình hoàn thiện hồ sơ nếu có vướng mắc, Ông/Bà liên hệ ${as.officerName === null ? '' : `${as.officerName}, `}${contactOf(as)} để được hướng dẫn, hoặc quét mã trên phiếu này để tra cứu và gửi bổ sung.`,
      },
    ],
    signers: [byName('NGƯỜI HƯỚNG DẪN', as.officerName)],
  };
}

function intakeRefusal(facts: PaperFacts, event: Of<'intake_refused'>): Sheet {
  const office = facts.as.officeName;
  const officer = byName('NGƯỜI TIẾP NHẬN HỒ SƠ', facts.as.officerName);
  return {
    ...frame(facts, 'office'),
    blocks: [
      ...personBlocks(facts),
      {
        kind: 'text',
        text: `Qua xem xét, ${office} thông báo không tiếp nhận, giải quyết hồ sơ này với lý do cụ thể như sau:`,
      },
      { kind: 'list', items: event.reasons },
      { kind: 'text', text: 'Xin thông báo cho Ông/Bà được biết và thực hiện.' },
    ],
    signers:
      facts.before.channel === 'counter'
        ? [byName('NGƯỜI NỘP HỒ SƠ', facts.person.fullName), officer]
        : [officer],
  };
}

function apology(facts: PaperFacts, event: Of<'term_extended'>, calendar: Calendar): Sheet {
  const { as, before } = facts;
  const promised = dueOf(before, calendar);
  return {
    ...frame(facts, 'agency'),
    blocks: [
      { kind: 'to', text: `Kính gửi: Ông/Bà ${facts.person.fullName}` },
      {
        kind: 'text',
        text: `Lúc ${momentOr(before.receivedAt)}, ${as.officeName} tiếp nhận hồ sơ của Ông/Bà về ${facts.procedureName}, mã hồ sơ ${before.code ?? ''}.`,
      },
      field('Thời gian hẹn trả kết quả', momentOr(promised)),
      {
        kind: 'text',
        text: `Tuy nhiên đến nay hồ sơ của Ông/Bà chưa giải quyết xong, dự kiến không trả được kết quả đúng thời gian đã hẹn.`,
      },
      field('Lý do', event.reason),
      { kind: 'text', text: sentence(event.apology) },
      {
        kind: 'text',
        text: `${as.agencyName} xin lỗi Ông/Bà vì sự chậm trễ này và đề nghị gia hạn thời gian giải quyết thêm ${termText(event.term)}. Việc gia hạn chỉ thực hiện một lần; đây là lần thứ nhất.`,
      },
      field('Hẹn trả kết quả lại vào', longMomentText(event.newDue), true),
      field('Cơ quan chịu trách nhiệm', as.agencyName),
      { kind: 'text', text: 'Rất mong được sự thông cảm của Ông/Bà.' },
    ],
    signers: [byHead(null)],
    recipients: ['Như trên;', `${as.officeName};`, 'Lưu: VT, hồ sơ.'],
  };
}

function stopNotice(facts: PaperFacts, event: Of<'dossier_stopped' | 'dossier_withdrawn'>): Sheet {
  const { as, before, person } = facts;
  const paid = before.payments.filter(({ paidAt }) => paidAt !== null);
  const total = paid.reduce((sum, { amount }) => sum + amount, 0);
  const owed = before.payments.find(({ paidAt }) => paidAt === null);
  return {
    ...frame(facts, 'agency'),
    blocks: [
      { kind: 'to', text: `Kính gửi: Ông/Bà ${person.fullName}` },
      field('Nội dung yêu cầu giải quyết', facts.procedureName, true),
      field('Thời gian nhận hồ sơ', momentOr(before.receivedAt)),
      field('Giai đoạn khi dừng', currentStep(before).name),
      field('Dừng giải quyết từ', longMomentText(facts.recorded.at)),
      field('Căn cứ dừng', groundOf(facts, event), true),
      field('Lý do cụ thể', event.reason),
      field(
        'Phí, lệ phí',
        total === 0
          ? 'Không có khoản đã nộp'
          : `Đã nộp ${moneyText(total)}; việc hoàn trả theo quy định đối với từng loại phí, lệ phí`,
      ),
      ...(owed === undefined
        ? []
        : [field('Khoản chưa nộp', `${moneyText(owed.amount)}, Ông/Bà không phải nộp nữa`)]),
      { kind: 'text', text: 'Giấy tờ Ông/Bà đã nộp được trả lại tại nơi tiếp nhận, gồm:' },
      table(
        ['TT', 'Tên giấy tờ', 'Bản chính', 'Bản sao', 'Ghi chú'],
        [1, 11, 2, 2, 4],
        before.papers.map(({ name, originals, copies, note }, at) => [
          String(at + 1),
          name,
          String(originals),
          String(copies),
          note ?? '',
        ]),
        [0, 2, 3],
      ),
      {
        kind: 'text',
        text: `Nếu vẫn có yêu cầu, Ông/Bà nộp hồ sơ mới tại ${as.officeName}. Cần hướng dẫn, Ông/Bà liên hệ ${contactOf(as)}.`,
      },
    ],
    signers: [byHead(null)],
    recipients: ['Như trên;', `${as.officeName};`, 'Lưu: VT, hồ sơ.'],
  };
}

function refusal(facts: PaperFacts, event: Of<'dossier_finished'>): Sheet {
  const { as, before } = facts;
  const document = event.resultNumber === null ? '' : ` (văn bản số ${event.resultNumber} kèm theo)`;
  return {
    ...frame(facts, 'agency'),
    blocks: [
      ...personBlocks(facts),
      field('Thời gian nhận hồ sơ', momentOr(before.receivedAt)),
      {
        kind: 'text',
        text: `Sau khi thẩm định, ${as.agencyName} từ chối giải quyết hồ sơ này${document} với lý do cụ thể như sau:`,
      },
      { kind: 'list', items: before.outcomeReasons },
      {
        kind: 'text',
        text: `Phiếu này là kết quả giải quyết hồ sơ; ${as.officeName} trả lại Ông/Bà hồ sơ đã nộp cùng phiếu này. Nếu không đồng ý, Ông/Bà có quyền khiếu nại hoặc khởi kiện theo quy định của pháp luật.`,
      },
    ],
    signers: [byHead(as.officerName)],
    recipients: ['Người nộp hồ sơ;', `${as.officeName};`, 'Lưu: VT, hồ sơ.'],
  };
}

function frame({ made, number, recorded, as, after }: PaperFacts, issuer: 'office' | 'agency'): Sheet {
  const day = dateOf(recorded.at);
  const form = formOn(made.kind, day);
  if (form === null) throw new Error('A paper is made only while its form is in force.');
  const text = number === null ? null : paperNumberText(number);
  const heading = {
    form,
    issuer,
    day,
    number: { text, series: paperSeries[made.kind] },
    subtitle: after.code === null ? null : `Mã hồ sơ: ${after.code}`,
  };
  return { ...sheetFrame(as, heading), qrHint: hints[made.kind] ?? null };
}

const hints: Partial<Record<PaperKind, string>> = {
  supplement_request: 'Quét mã bằng Zalo để bổ sung',
  apology: 'Quét mã bằng Zalo để theo dõi hồ sơ',
  stop_notice: 'Quét mã bằng Zalo để xem hồ sơ',
  refusal: 'Quét mã bằng Zalo để xem hồ sơ',
};

function personBlocks({ person, procedureName, after }: PaperFacts): Block[] {
  const request =
    after.summary === after.procedureName ? procedureName : `${procedureName} (${after.summary})`;
  return [
    field('Hồ sơ của', person.fullName, true),
    field('Nội dung yêu cầu giải quyết', request, true),
    field('Địa chỉ', person.address),
    {
      kind: 'pair',
      left: { label: 'Số điện thoại', value: person.phone },
      right: { label: 'Email', value: person.email },
    },
  ];
}

function groundOf({ before, recorded }: PaperFacts, event: { type: string }): string {
  if (event.type === 'dossier_withdrawn') return 'Ông/Bà đề nghị rút hồ sơ';
  const open = before.supplements.find(({ completedAt }) => completedAt === null);
  if (open !== undefined && recorded.at > open.answerBy)
    return `Quá thời hạn hoàn thiện hồ sơ (${longDayText(dateOf(open.answerBy))})`;
  return before.status === 'awaiting_payment'
    ? 'Chưa hoàn thành nghĩa vụ tài chính'
    : 'Hồ sơ không thể tiếp tục giải quyết';
}

/** The date promised; null where the law sets no term. */
export function dueOf(dossier: Dossier, calendar: Calendar): Instant | null {
  const input = deadlineInputOf(dossier);
  return input === null ? null : computeDeadline(calendar, input).due;
}

function byHead(name: string | null): Signer {
  return { who: 'THỦ TRƯỞNG CƠ QUAN', hint: '(Ký, ghi rõ họ tên và đóng dấu)', name };
}

function contactOf({ officeName, address, phone }: IssuedAs): string {
  return `${officeName}, ${address}${phone === null ? '' : `, số điện thoại ${phone}`}`;
}

function momentOr(at: Instant | null): string {
  return at === null ? 'Không có' : longMomentText(at);
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
