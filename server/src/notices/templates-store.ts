// Which approved ZBS template tells which kind of notice, and what fills it. SQL only.

import type { FilledParam } from '@motcua/domain/template-fit';
import { sql, type Tx } from '../platform/database.ts';

export interface OaTemplate {
  oaId: string;
  /** A kind of notice, or `*` for every kind without a template of its own. */
  kind: string;
  templateId: string;
  params: FilledParam[];
  priceUserDong: number | null;
  pricePhoneDong: number | null;
  checkedAt: string;
}

const columns = sql`oa_id as "oaId", kind, template_id as "templateId", params, price_user_dong as "priceUserDong",
  price_phone_dong as "pricePhoneDong", checked_at as "checkedAt"`;

export async function findTemplate(tx: Tx, oaId: string, kind: string): Promise<OaTemplate | undefined> {
  return tx.row<OaTemplate>(sql`select ${columns} from oa_template
    where tenant_id = ${tx.tenantId} and oa_id = ${oaId} and kind in (${kind}, '*')
    order by kind = '*' limit 1`);
}

export async function listTemplates(tx: Tx): Promise<OaTemplate[]> {
  return tx.rows<OaTemplate>(sql`select ${columns} from oa_template where tenant_id = ${tx.tenantId}
    order by oa_id, kind limit 500`);
}

export async function saveTemplate(tx: Tx, template: OaTemplate): Promise<void> {
  await tx.run(sql`insert into oa_template (tenant_id, oa_id, kind, template_id, params, price_user_dong,
      price_phone_dong, checked_at)
    values (${tx.tenantId}, ${template.oaId}, ${template.kind}, ${template.templateId},
      ${JSON.stringify(template.params)}::jsonb, ${template.priceUserDong}, ${template.pricePhoneDong},
      ${template.checkedAt})
    on conflict (tenant_id, oa_id, kind) do update set template_id = excluded.template_id, params = excluded.params,
      price_user_dong = excluded.price_user_dong, price_phone_dong = excluded.price_phone_dong,
      checked_at = excluded.checked_at`);
}
