// What the OA API answers: HTTP 200 always, success and refusal told apart by `error`.

export interface Answer {
  error: number;
  message: string;
  data?: unknown;
  /** Totals beside a list, on the hosts that give them. */
  metadata?: unknown;
}

const refusals = {
  [-32]: 'Rate limit exceeded',
  [-100]: 'attachment_id is expired',
  [-200]: 'Send message failed',
  [-201]: 'Params is invalid',
  [-210]: 'Parameter exceeds allowable limit',
  [-211]: 'Out of quota',
  [-212]: 'App has not registed this api',
  [-213]: 'User has not followed OA',
  [-214]: 'Article is being processed',
  [-216]: 'Access token is invalid',
  [-217]: 'User blocked invitation',
  [-219]: 'App was removed or disabled',
  [-227]: 'User is banned or has been inactive for more than 45 days',
  [-230]: 'User has not interacted with the OA in the past 7 days',
  [-232]: 'User has no interaction or the interaction has expired',
  [-233]: 'Message type is invalid',
  [-234]: 'This type of message cannot be sent at night',
  [-235]: 'This API does not support this type of OA',
  [-240]: 'MessageV2 API has been shut down, please switch to MessageV3',
  [-242]: 'appsecret_proof is invalid',
  [-244]: 'User has restricted this type of message',
  [-249]: 'This template cannot be sent by user id',
  [-321]: 'The ZCA account has not enough money',
} as const;

export type RefusalCode = keyof typeof refusals;

export function succeed(data: unknown): Answer {
  return { data, error: 0, message: 'Success' };
}

/** A refusal in Zalo's words, or in more exact ones (`"text is invalid!"`). */
export function refuse(code: RefusalCode, message: string = refusals[code]): Answer {
  return { error: code, message };
}

/** Zalo's words for a code, or words for one that nobody knows. */
export function wordsOf(code: number): string {
  const known: Readonly<Record<number, string>> = refusals;
  return known[code] ?? 'Unknown error';
}

export function isRefusal(value: object): value is Answer {
  return 'error' in value && value.error !== 0;
}
