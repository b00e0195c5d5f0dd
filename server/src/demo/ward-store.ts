// What a person who tries the demo needs to see of its dossiers. SQL only.

import { sql, type Tx } from '../platform/database.ts';

export interface DemoDossierRow {
  id: string;
  code: string;
  procedureName: string;
  step: string;
  holder: string | null;
  due: string | null;
  ended: boolean;
  applicantId: string;
  applicantName: string;
  identitySealed: string;
  linkGeneration: number;
}

/** Dossiers with what a person trying the demo needs: open ones first, newest first. */
export async function listDemoDossiers(tx: Tx, limit: number): Promise<DemoDossierRow[]> {
  return tx.rows<DemoDossierRow>(sql`select d.id, d.code, d.procedure_name as "procedureName",
      d.state->'process'->'steps'->(d.state->'holding'->>'stepIndex')::int->>'name' as step,
      (select o.title || ' ' || o.full_name from officer o where o.tenant_id = d.tenant_id and o.id = d.officer_id) as holder,
      d.due_at as due, d.ended, a.id as "applicantId", a.full_name as "applicantName",
      a.identity_sealed as "identitySealed", d.link_generation as "linkGeneration"
    from dossier d join applicant a on a.tenant_id = d.tenant_id and a.id = d.applicant_id
    where d.tenant_id = ${tx.tenantId} and d.code is not null
    order by d.ended, d.submitted_at desc limit ${limit}`);
}
