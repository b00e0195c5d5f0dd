// The person a dossier is for: the only place where personal data is kept.

import type { Sex } from '@motcua/domain/identity-card';
import type { PlainDate } from '@motcua/domain/time';
import { sql, type Tx } from '../platform/database.ts';

export interface ApplicantRow {
  id: string;
  fullName: string;
  identitySealed: string | null;
  identityDigest: string | null;
  lastSixDigest: string | null;
  phone: string | null;
  email: string | null;
  address: string;
  bornOn: PlainDate | null;
  sex: Sex | null;
  issuedOn: PlainDate | null;
}

export async function insertApplicant(tx: Tx, row: ApplicantRow, at: string): Promise<void> {
  await tx.run(sql`insert into applicant (tenant_id, id, full_name, identity_sealed, identity_digest,
      last_six_digest, phone, email, address, born_on, sex, issued_on, created_at)
    values (${tx.tenantId}, ${row.id}, ${row.fullName}, ${row.identitySealed}, ${row.identityDigest},
      ${row.lastSixDigest}, ${row.phone}, ${row.email}, ${row.address}, ${row.bornOn}, ${row.sex},
      ${row.issuedOn}, ${at})`);
}

export async function getApplicant(tx: Tx, id: string): Promise<ApplicantRow> {
  const row = await tx.row<ApplicantRow>(sql`select id, full_name as "fullName",
      identity_sealed as "identitySealed", identity_digest as "identityDigest",
      last_six_digest as "lastSixDigest", phone, email, address, born_on as "bornOn", sex,
      issued_on as "issuedOn"
    from applicant where tenant_id = ${tx.tenantId} and id = ${id}`);
  if (row === undefined) throw new Error('A dossier has an applicant.');
  return row;
}
