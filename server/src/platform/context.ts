// What every use case is handed: the database, the keys, the clock, fresh ids, and where this office is reached.

import type { ZaloHosts } from '@motcua/zalo/hosts';
import type { Clock } from './clock.ts';
import type { Database } from './database.ts';
import type { Secrets } from './secrets.ts';

export interface Context {
  database: Database;
  secrets: Secrets;
  clock: Clock;
  /** A fresh UUID, version 7. */
  newId: () => string;
  /** Where people reach this office, without a slash at the end: `https://motcua.example.gov.vn`. */
  publicUrl: string;
  zalo: ZaloHosts;
  /** The SMS interface, when the office has one. */
  sms?: { url: string; token: string };
  /** Notices go out at night as well, as if everybody had asked for it: the demo, which people try in the evening. */
  tellAtNight?: boolean;
  /** The demo ward accepts the invented identity numbers of its citizens. */
  demo: boolean;
  /** After so many silent working hours an account is looked at; 6 when absent. */
  silenceHours?: number;
}
