// What a client does about a refusal, and until when it waits: the words all error tables are written in.

export type ErrorAction =
  /** Refresh the token once and try once more; then it is the operator's. */
  | 'refresh_token'
  /** Try again in the next minute or later; nothing is wrong with the message. */
  | 'retry_later'
  /** Not known what it means: look whether it arrived, try again a few times at most, then show it to a human. */
  | 'retry_bounded'
  | 'switch_to_v2'
  | 'switch_to_v3'
  /** This person cannot be reached this way: use another channel. */
  | 'fallback'
  /** A quota or the night: send the same message when `until` has come. */
  | 'defer'
  /** Neither now nor later, and nobody has to do anything. */
  | 'drop'
  /** A human must change something on Zalo's console or pay. */
  | 'operator'
  | 'bug'
  /** The uploaded image or file has expired: upload again once. */
  | 'reupload'
  /** Send once more without the quotation, if there was one; else it is a bug. */
  | 'drop_quote'
  /** The message may have been delivered: look before sending again. */
  | 'uncertain';

/** When a quota starts anew, or the night is over. */
export type WaitUntil = 'next_minute' | 'morning' | 'next_day' | 'next_month';

export interface ErrorPolicy {
  code: number;
  /** False: Zalo said something the table does not know. */
  known: boolean;
  action: ErrorAction;
  /** With `retry_later` and `defer`: the earliest moment at which trying again makes sense; see `momentAfter`. */
  until?: WaitUntil;
  /** One Vietnamese sentence for the operator: what happened and what to do. */
  sentence: string;
}

export type ErrorRow = readonly [action: ErrorAction, sentence: string, until?: WaitUntil];

/** Codes of one host, what to do about each, and what to say. */
export type ErrorTable = Readonly<Record<number, ErrorRow>>;

/** The table's row for a code other than 0; a code it does not know is tried again, but not without end. */
export function policyOf(table: ErrorTable, code: number): ErrorPolicy {
  const row = Object.hasOwn(table, code) ? table[code] : undefined;
  if (!row) {
    const sentence = `Zalo trả về mã ${code} chưa có trong bảng; tin được thử lại vài lần, sau đó cần người quản trị xem.`;
    return { code, known: false, action: 'retry_bounded', sentence };
  }
  const [action, sentence, until] = row;
  return { code, known: true, action, ...(until && { until }), sentence };
}

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
/** Vietnam has kept +07:00, without summer time, since 1975. */
const vietnamMs = 7 * 60 * minuteMs;
const morningMs = (6 * 60 + 5) * minuteMs;

/**
 * The first moment at or after which the wait is over, in epoch milliseconds: the next whole minute, 06:05 in Vietnam
 * (the night ends at 6), or 06:05 of tomorrow or of the first day of next month.
 */
export function momentAfter(until: WaitUntil, now: number): number {
  if (until === 'next_minute') return Math.floor(now / minuteMs) * minuteMs + minuteMs;
  const today = Math.floor((now + vietnamMs) / dayMs) * dayMs;
  const morning = today - vietnamMs + morningMs;
  if (until === 'morning') return now < morning ? morning : morning + dayMs;
  if (until === 'next_day') return morning + dayMs;
  const wall = new Date(today);
  return Date.UTC(wall.getUTCFullYear(), wall.getUTCMonth() + 1, 1) - vietnamMs + morningMs;
}
