// What business.openapi.zalo.me answers: its own table of codes, HTTP 200 always.

import type { Answer } from './answer.ts';

const refusals = {
  [-100]: 'Unknown error',
  [-105]: 'App is not linked to the OA',
  [-107]: 'Message id is invalid',
  [-108]: 'Phone number is invalid',
  [-109]: 'Template id is invalid',
  [-110]: 'Zalo version of the user is not supported',
  [-111]: 'Template data is empty',
  [-1121]: 'Template data is over the maximum length',
  [-1122]: 'Template data is missing a parameter',
  [-1124]: 'Template data is of an invalid format',
  [-114]: 'User cannot receive the message',
  [-118]: 'Zalo account not existed',
  [-119]: 'Account cannot receive the message',
  [-121]: 'Request body is empty',
  [-122]: 'Request body is of an invalid format',
  [-124]: 'Access token is invalid',
  [-1241]: 'appsecret_proof is invalid',
  [-126]: 'Development quota is exceeded',
  [-127]: 'Test messages can be sent to administrators only',
  [-131]: 'Template is not approved',
  [-132]: 'Parameter is invalid',
  [-133]: 'Messages cannot be sent at night',
  [-135]: 'OA may not send template messages',
  [-1351]: 'OA is blocked by the system',
  [-136]: 'A ZCA account must be linked',
  [-137]: 'The ZCA account could not be charged',
  [-138]: 'App has no permission to use this API',
  [-139]: 'User refuses this type of message',
  [-140]: 'User is not eligible for this message',
  [-141]: 'User refuses messages of this OA',
  [-144]: 'Daily quota of the OA is exceeded',
  [-145]: 'Message type is not allowed for this OA',
  [-146]: 'Template is disabled for its low quality',
  [-147]: 'Daily quota of the template is exceeded',
  [-161]: 'sending_mode is invalid',
  [-162]: 'sending_mode 3 is for tags 1 and 2 only',
} as const;

export type ZbsCode = keyof typeof refusals;

/** A refusal in the platform's words; `detail` names the parameter. */
export function refuseZbs(code: ZbsCode, detail?: string): Answer {
  return { error: code, message: detail === undefined ? refusals[code] : `${refusals[code]}: ${detail}` };
}
