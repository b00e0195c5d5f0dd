// The register book: which dossiers stand in it, in the order of their numbers. SQL only.

import type { RegisterLine, RegisterPeriod } from '@motcua/domain/paper-register';
import { instantAt } from '@motcua/domain/time';
import { type Sql, sql, type Tx } from '../platform/database.ts';

export interface RegisterFilter extends RegisterPeriod {
  agencyId: string;
  /** Folded words that must all occur in name, procedure or phone; or part of a code. */
  words: readonly string[];
}

/** A line of the book with the dossier it is of; units are named by their code. */
export type RegisterRow = RegisterLine & { dossierId: string };

export async function listRegister(
  tx: Tx,
  filter: RegisterFilter,
  page: { limit: number; offset: number },
): Promise<RegisterRow[]> {
  // The page is chosen by narrow rows; only then are its states and people fetched.
  return tx.rows<RegisterRow>(sql`select page.number, d.id as "dossierId", d.code, d.procedure_name as "procedureName",
      (d.state ->> 'copies')::int as copies, a.full_name as "applicantName", a.address, a.phone,
      coalesce(jsonb_path_query_first(d.state, '$.process.steps[*] ? (@.kind == "work").unit') #>> '{}', d.unit)
        as "unitName",
      d.received_at as "receivedAt", d.due_at as due, d.state #>> '{handedOver,at}' as "returnedAt",
      d.state ->> 'deliveryMethod' as "deliveryMethod", d.state #>> '{handedOver,collector}' as collector, d.status
    from (select p.tenant_id, p.dossier_id, p.year, p.number from ${inBook(tx, filter)}
        order by p.year, p.number limit ${page.limit} offset ${page.offset}) page
      join dossier d on d.tenant_id = page.tenant_id and d.id = page.dossier_id
      join applicant a on a.tenant_id = d.tenant_id and a.id = d.applicant_id
    order by page.year, page.number`);
}

export async function countRegister(tx: Tx, filter: RegisterFilter): Promise<number> {
  const row = await tx.row<{ total: number }>(sql`select count(*)::int as total from ${inBook(tx, filter)}`);
  return row?.total ?? 0;
}

/** A line for each first receipt of the period: what was taken in, nothing else. */
function inBook(tx: Tx, { agencyId, from, to, words }: RegisterFilter): Sql {
  const kept = sql`p.tenant_id = ${tx.tenantId} and p.agency_id = ${agencyId} and p.kind = 'receipt'
    and p.number is not null and p.issued_at >= ${instantAt(from, 0)} and p.issued_at < ${instantAt(to, 1440)}`;
  if (words.length === 0) return sql`paper p where ${kept}`;
  const patterns = words.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
  return sql`paper p join dossier s on s.tenant_id = p.tenant_id and s.id = p.dossier_id
    where ${kept} and (s.search_key || ' ' || lower(coalesce(s.code, ''))) like all (${patterns}::text[])`;
}
