// The offices this deployment serves. SQL only.

import { type Database, sql } from '../platform/database.ts';

export interface PublicOffice {
  tenant: string;
  name: string;
}

/** More than one deployment serves: a country has 34 provinces. */
const most = 500;

export function listOffices(database: Pick<Database, 'shared'>): Promise<PublicOffice[]> {
  return database.shared((tx) =>
    tx.rows<PublicOffice>(sql`select tenant_id as tenant, name from tenant order by name limit ${most}`),
  );
}
