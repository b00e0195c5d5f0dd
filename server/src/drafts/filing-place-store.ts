// Where online filing lands, by procedure and day. SQL only.

import type { FilingPlaceSetting } from '@motcua/domain/filing-place';
import type { Instant } from '@motcua/domain/time';
import { sql, type Tx } from '../platform/database.ts';

export function listFilingPlaces(tx: Tx, procedureCode: string): Promise<FilingPlaceSetting[]> {
  return tx.rows<FilingPlaceSetting>(sql`select effective_from as "from", place, system_name as "systemName", url
    from filing_place where tenant_id = ${tx.tenantId} and procedure_code = ${procedureCode}
    order by effective_from desc`);
}

/** One setting a day: a later word on the same day replaces the one before. */
export async function putFilingPlace(
  tx: Tx,
  procedureCode: string,
  setting: FilingPlaceSetting,
  { officerId, at }: { officerId: string | null; at: Instant },
): Promise<void> {
  await tx.run(sql`insert into filing_place (tenant_id, procedure_code, effective_from, place, system_name, url,
      decided_by, decided_at)
    values (${tx.tenantId}, ${procedureCode}, ${setting.from}, ${setting.place}, ${setting.systemName}, ${setting.url},
      ${officerId}, ${at})
    on conflict (tenant_id, procedure_code, effective_from) do update set place = excluded.place,
      system_name = excluded.system_name, url = excluded.url, decided_by = excluded.decided_by,
      decided_at = excluded.decided_at`);
}
