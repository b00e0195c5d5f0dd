// Rows of what citizens answer in words. Their photographs are among the files of the dossier. SQL only.

import type { AnswerChannel } from '@motcua/domain/dossier-event';
import type { Instant } from '@motcua/domain/time';
import { sql, type Tx } from '../platform/database.ts';

export interface ValueRow {
  id: string;
  dossierId: string;
  item: number;
  field: string;
  value: string;
  channel: AnswerChannel;
  at: Instant;
}

export async function insertValue(tx: Tx, row: ValueRow): Promise<void> {
  await tx.send(sql`insert into supplement_value (tenant_id, id, dossier_id, item, field, value, channel, at)
    values (${tx.tenantId}, ${row.id}, ${row.dossierId}, ${row.item}, ${row.field}, ${row.value}, ${row.channel}, ${row.at})`);
}

/** What was written since a moment, newest first. */
export function listValues(tx: Tx, dossierId: string, since: Instant): Promise<ValueRow[]> {
  return tx.rows<ValueRow>(sql`select id, dossier_id as "dossierId", item, field, value, channel, at from supplement_value
    where tenant_id = ${tx.tenantId} and dossier_id = ${dossierId} and at >= ${since} order by at desc, id desc`);
}
