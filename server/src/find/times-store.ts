// The dossiers of a procedure over a year, counted by the days they came and ended. SQL only.

import type { DossierStatus } from '@motcua/domain/dossier';
import type { Instant, PlainDate } from '@motcua/domain/time';
import { sql, type Tx } from '../platform/database.ts';

export interface FateRow {
  received: PlainDate;
  /** Null while it is open. */
  finished: PlainDate | null;
  status: DossierStatus;
  late: boolean;
  count: number;
}

export async function countFates(
  tx: Tx,
  code: string,
  { since, now }: { since: Instant; now: Instant },
): Promise<FateRow[]> {
  return tx.rows<FateRow>(sql`select received_at::date as received, finished_at::date as finished, status,
      coalesce(timeliness = 'late', finished_at is null and due_at < ${now} and clock_running, false) as late,
      count(*)::int as count
    from dossier
    where tenant_id = ${tx.tenantId} and procedure_code = ${code} and received_at >= ${since}
    group by 1, 2, 3, 4`);
}
