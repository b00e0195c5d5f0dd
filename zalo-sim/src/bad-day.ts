// A bad day of the platform: a little of most faults at once, and nothing a careful program would not survive.

import type { FaultSpec } from './faults-kinds.ts';

export const badDay: readonly FaultSpec[] = [
  { kind: 'slow', ms: 400, share: 0.3 },
  { kind: 'server_error', share: 0.05, families: ['send', 'template', 'reading', 'upload'] },
  { kind: 'error_but_delivered', share: 0.1 },
  { kind: 'hang_up', share: 0.05, families: ['send', 'template'] },
  { kind: 'error_code', code: -32, share: 0.05, families: ['send', 'template'] },
  { kind: 'duplicate', copies: 3, share: 0.3 },
  { kind: 'reorder', depth: 2, ms: 5000, share: 0.2 },
  { kind: 'delay', ms: 3000, share: 0.1 },
  { kind: 'receipt_before_echo', share: 0.2 },
  { kind: 'drop_receipt', share: 0.2 },
  { kind: 'drop_echo', share: 0.1 },
];
