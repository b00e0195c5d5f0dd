// Every event in words: the line of the timeline, and the further lines below it.

import { beforeText, dayText, momentText, termText } from './clock-time.ts';
import type { Dossier, KeptFile, SupplementItem } from './dossier.ts';
import type { DossierEvent } from './dossier-event.ts';
import { elsewhereText, placeText } from './dossier-place.ts';
import { moneyText } from './money-words.ts';
import { opinionWords } from './opinion-words.ts';
import type { Process } from './process.ts';
import { dateOf } from './time.ts';
import { isToldInside, undoneName } from './undo-words.ts';
import { lowerFirst } from './wording.ts';

export interface EventWords {
  text: string;
  lines: string[];
  /** True when the citizen's page shows it too. Notes between colleagues and names of assignees stay inside. */
  public: boolean;
}

export interface WordsNeeded {
  /** Name of a unit by its code. */
  unitName: (code: string) => string;
  /** Polite name of an officer by id. */
  officerName(id: string): string;
  today: string;
}

const channelWords = { chat: 'qua Zalo', web: 'qua trang tra cứu', counter: 'tại quầy' };
const channels = { counter: 'tại quầy', online: 'trực tuyến', post: 'qua bưu chính' };
const deliveries = { counter: 'tại quầy', online: 'trực tuyến', post: 'qua bưu chính' };

export const deliveryWords = deliveries;

/** What happened, for people. `dossier` gives names of steps. */
export function wordsOf(event: DossierEvent, dossier: Dossier, need: WordsNeeded): EventWords {
  const stepName = (index: number) => dossier.process.steps[index]?.name ?? '';
  const toPublic = (text: string, lines: string[] = []): EventWords => ({ text, lines, public: true });
  const inside = (text: string, lines: string[] = []): EventWords => ({ text, lines, public: false });
  switch (event.type) {
    case 'dossier_submitted':
      return toPublic(`Hồ sơ được nộp ${channels[event.channel]}`);
    case 'dossier_accepted':
      return toPublic(
        `Tiếp nhận hồ sơ, cấp mã ${event.code}`,
        event.fee > 0 ? [`Phí, lệ phí: ${moneyText(event.fee)}`] : [],
      );
    case 'intake_refused':
      return toPublic('Không tiếp nhận hồ sơ', event.reasons);
    case 'step_passed':
      return {
        ...toPublic(`Chuyển sang bước ${stepName(event.to)}, ${placeText(event, need.unitName)}`),
        lines: event.note === null ? [] : [`Ghi chú nội bộ: ${event.note}`],
      };
    case 'step_returned':
      return inside(`Trả lại bước ${stepName(event.to)}, ${placeText(event, need.unitName)}`, [
        `Lý do: ${event.reason}`,
      ]);
    case 'dossier_assigned':
      return event.claimed
        ? inside(`${need.officerName(event.officerId)} nhận xử lý`)
        : inside(`Phân công cho ${need.officerName(event.officerId)}`);
    case 'dossier_released':
      return event.reason === null
        ? inside(
            `Hết thời gian giữ của ${need.officerName(event.officerId)}, hồ sơ về lại hàng chờ của đơn vị`,
          )
        : inside('Trả hồ sơ về hàng chờ của đơn vị', [`Lý do: ${event.reason}`]);
    case 'lease_renewed':
      return inside('Giữ tiếp hồ sơ');
    case 'note_added':
      return inside('Ghi chú nội bộ', [event.text]);
    case 'supplement_requested':
      return toPublic(`Yêu cầu bổ sung ${beforeText(event.answerBy, need.today)}`, [
        ...event.items.map(itemText),
        ...(event.sectorGround === null ? [] : [`Căn cứ: ${event.sectorGround}`]),
      ]);
    case 'supplement_proposed':
      return inside('Đề nghị lãnh đạo cho yêu cầu bổ sung lần nữa', event.items.map(itemText));
    case 'supplement_declined':
      return inside('Không yêu cầu bổ sung lần nữa', [`Lý do: ${event.reason}`]);
    case 'supplement_answered':
      return toPublic(`Công dân gửi bổ sung ${channelWords[event.channel]}`, [
        `${event.items.length} mục, chờ cán bộ xem`,
      ]);
    case 'supplement_returned':
      return toPublic(
        `Phần bổ sung còn phải làm lại ${beforeText(event.answerBy, need.today)}`,
        event.items.map(({ reason }) => reason),
      );
    case 'supplement_taken':
      return toPublic('Đã nhận đủ bổ sung', [
        ...event.papers.map((paper) => paper.name),
        ...(event.summary === undefined ? [] : [`Nội dung: ${event.summary}`]),
        ...(event.completedAt === undefined
          ? []
          : [`Hồ sơ đủ từ ${momentText(event.completedAt, need.today)}; thời gian tính từ lúc đó.`]),
      ]);
    case 'payment_requested':
      return toPublic(`Yêu cầu nộp ${moneyText(event.amount)}`, [
        event.reason,
        ...(event.stopsClock ? ['Thời gian giải quyết tạm dừng cho đến khi nộp.'] : []),
        ...(event.payBy === undefined
          ? []
          : [`Hạn nộp: đến hết ${dayText(dateOf(event.payBy), need.today)}`]),
      ]);
    case 'payment_confirmed':
      return toPublic(
        `Đã nộp ${moneyText(event.amount)}`,
        event.receiptNumber === null ? [] : [`Biên lai số ${event.receiptNumber}`],
      );
    case 'term_extended':
      return toPublic(`Xin lỗi và hẹn lại ${dayText(dateOf(event.newDue), need.today)}`, [
        `Lý do: ${event.reason}`,
        event.apology,
        `Thời gian thêm: ${termText(event.term)}`,
      ]);
    case 'step_approved':
      return event.outcome === 'granted'
        ? toPublic(
            `Ký duyệt, chuyển sang bước ${stepName(event.to)}${event.elsewhere === undefined ? '' : `, ${elsewhereText(event.elsewhere)}`}`,
          )
        : toPublic('Quyết định từ chối giải quyết', event.reasons);
    case 'dossier_withdrawn':
      return toPublic('Công dân rút hồ sơ', [event.reason, ...paidFeeLines(dossier)]);
    case 'dossier_stopped':
      return toPublic('Dừng giải quyết', [event.reason, ...paidFeeLines(dossier)]);
    case 'dossier_finished':
      return toPublic(
        event.outcome === 'refused' ? 'Phát hành văn bản từ chối giải quyết' : 'Đã có kết quả',
        event.resultNumber === null ? [] : [`Số: ${event.resultNumber}`],
      );
    case 'result_handed_over':
      return {
        ...toPublic(`Trả kết quả ${deliveries[event.method]}`),
        lines: [`Người nhận: ${event.collector}`],
      };
    case 'result_correction_opened':
      return toPublic('Mở lại để sửa kết quả', [event.reason]);
    case 'details_corrected':
      return inside('Sửa thông tin hồ sơ', [
        ...(event.summary === null ? [] : [`Nội dung: ${event.summary}`]),
        ...(event.deliveryMethod === null ? [] : [`Nhận kết quả ${deliveries[event.deliveryMethod]}`]),
        `Lý do: ${event.reason}`,
      ]);
    case 'process_migrated':
      return inside(
        `Chuyển sang quy trình phiên bản ${event.processVersion}, ở bước ${event.process.steps[event.to]?.name ?? ''}`,
        [`Lý do: ${event.reason}`],
      );
    case 'agency_moved':
      return toPublic(`${event.toName} giải quyết tiếp thay ${event.fromName}`, [
        `Căn cứ: ${event.decision}`,
      ]);
    case 'link_renewed':
      return inside('Cấp lại mã QR; mã in trước đây không còn dùng được', [`Lý do: ${event.reason}`]);
    case 'filed_again':
      return inside('Tiếp nhận thêm dù người nộp đã có hồ sơ cùng thủ tục', [
        `Hồ sơ trước: ${event.others.map(({ code }) => code ?? 'chưa có mã').join(', ')}`,
        `Lý do: ${event.reason}`,
      ]);
    case 'papers_received':
      return inside(`Nhận giấy tờ bàn giao theo đợt ${event.batch}`, [
        `Bên giao: ${need.officerName(event.fromOfficerId)}`,
      ]);
    case 'files_kept':
      return toPublic('Lưu bản chụp giấy tờ', event.files.map(fileText));
    case 'act_undone': {
      const what = `Rút lại việc ${undoneName(event.act)}`;
      const lines = [`Lý do: ${event.reason}`];
      return isToldInside(event.act) ? inside(what, lines) : toPublic(what, lines);
    }
    case 'opinions_asked':
    case 'opinion_given':
    case 'opinion_silent':
      return { ...opinionWords(event, need.today), public: true };
    case 'opinion_waived':
      return { ...opinionWords(event, need.today), public: false };
    case 'citizen_reminded':
      return toPublic(
        event.about === 'supplement'
          ? `Nhắc bổ sung, hạn đến hết ${dayText(dateOf(event.until), need.today)}`
          : `Nhắc nộp tiền, hạn đến hết ${dayText(dateOf(event.until), need.today)}`,
      );
    case 'due_moved':
      return toPublic(`Ngày hẹn trả chuyển sang ${momentText(event.newDue, need.today)}`, [
        `Trước đây: ${beforeText(event.oldDue, need.today)}`,
        event.reason,
      ]);
  }
}

/** What becomes of money already paid, when there is no result for it: as the process said before anybody paid. */
function paidFeeLines({ payments, process: { paidFee } }: Dossier): string[] {
  const paid = payments.reduce((sum, { paidAt, amount }) => sum + (paidAt === null ? 0 : amount), 0);
  if (paid === 0 || paidFee === undefined) return [];
  const becomes = paidFee.kind === 'refunded' ? 'được hoàn lại' : 'không hoàn lại';
  return [`Khoản đã nộp ${moneyText(paid)} ${becomes}: ${paidFee.ground}.`];
}

/** The process each event of a history happened in: it may have been another one than today's. */
export function processesOf(history: readonly DossierEvent[]): Process[] {
  let process: Process = { procedureCode: '', steps: [] };
  return history.map((event) => {
    if ('process' in event) process = event.process;
    return process;
  });
}

/** `Giấy chứng sinh: 2 trang, bản thứ 3` */
function fileText({ name, pages, version }: KeptFile): string {
  return `${name}: ${pages} trang${version > 1 ? `, bản thứ ${version}` : ''}`;
}

/** `Giấy chứng sinh: ảnh bị mờ, chụp lại` */
export function itemText(item: SupplementItem): string {
  return `${item.label}: ${lowerFirst(item.reason)}`;
}
