// Where the steps of other agencies are, by the code of the agency and of its unit. SQL only.

import type { PlaceOf } from '@motcua/domain/dossier-place';
import type { Process } from '@motcua/domain/process';
import { sql, type Tx } from '../platform/database.ts';

export interface Places {
  placeOf: PlaceOf;
  agencyOf: (code: string) => string | undefined;
  /** All agencies it names. */
  agencyIds: string[];
}

/** The places of a process and whom it asks; asks nothing where it stays within the dossier's own agency. */
export async function readPlaces(tx: Tx, { steps }: Process): Promise<Places> {
  const named = steps.flatMap(({ agency, consultations = [] }) => [
    agency,
    ...consultations.map(({ agencyCode }) => agencyCode),
  ]);
  const codes = [...new Set(named.filter((code) => code !== undefined))];
  if (codes.length === 0) return { placeOf: () => 'own', agencyOf: () => undefined, agencyIds: [] };
  const rows = await tx.rows<{
    code: string;
    unit: string;
    agencyId: string;
    agencyName: string;
    unitName: string;
  }>(sql`select a.code, u.code as unit, h.id as "agencyId", h.name as "agencyName", u.name as "unitName"
    from agency a
      -- The code of an agency that was merged leads to its successor.
      join agency h on h.tenant_id = a.tenant_id and h.id = coalesce(a.successor_id, a.id)
      join agency_unit u on u.tenant_id = h.tenant_id and u.agency_id = h.id
    where a.tenant_id = ${tx.tenantId} and a.code = any(${codes}::text[])`);
  const places = new Map(rows.map(({ code, unit, ...place }) => [`${code}/${unit}`, place]));
  const ids = new Map(rows.map(({ code, agencyId }) => [code, agencyId]));
  return {
    placeOf: ({ agency, unit }) => (agency === undefined ? 'own' : places.get(`${agency}/${unit}`)),
    agencyOf: (code) => ids.get(code),
    agencyIds: [...new Set(ids.values())],
  };
}

/** The agencies that were not merged into another, each with its units: where a step can be. */
export async function listPlaces(
  tx: Tx,
): Promise<{ code: string; name: string; units: { code: string; name: string }[] }[]> {
  return tx.rows(sql`select a.code, a.name,
      jsonb_agg(jsonb_build_object('code', u.code, 'name', u.name) order by u.position) as units
    from agency a join agency_unit u on u.tenant_id = a.tenant_id and u.agency_id = a.id
    where a.tenant_id = ${tx.tenantId} and a.successor_id is null
    group by a.tenant_id, a.id, a.code, a.name order by a.name limit 500`);
}
