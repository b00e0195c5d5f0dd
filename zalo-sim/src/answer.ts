// What the OA API answers: HTTP 200 always, success and refusal told apart by `error`.

export interface Answer {
  error: number;
  message: string;
  data?: unknown;
}

const refusals = {
  [-100]: 'attachment_id is expired',
  [-201]: 'Params is invalid',
  [-210]: 'Parameter exceeds allowable limit',
  [-211]: 'Out of quota',
  [-213]: 'User has not followed OA',
  [-216]: 'Access token is invalid',
  [-217]: 'User blocked invitation',
  [-230]: 'User has not interacted with the OA in the past 7 days',
  [-232]: 'User has no interaction or the interaction has expired',
  [-233]: 'Message type is invalid',
  [-235]: 'This API does not support this type of OA',
  [-240]: 'MessageV2 API has been shut down, please switch to MessageV3',
  [-244]: 'User has restricted this type of message',
} as const;

export type RefusalCode = keyof typeof refusals;

export function succeed(data: unknown): Answer {
  return { data, error: 0, message: 'Success' };
}

/** A refusal in Zalo's words, or in more exact ones (`"text is invalid!"`). */
export function refuse(code: RefusalCode, message: string = refusals[code]): Answer {
  return { error: code, message };
}

export function isRefusal(value: object): value is Answer {
  return 'error' in value && value.error !== 0;
}
