// motcua oa templates: which approved ZBS template tells which kind of notice, held against Zalo before it is used.

import { noticeKinds, templateFields } from '@motcua/domain/template-fields';
import { defineCommand } from 'citty';
import { checkTemplates, mappingOf, setTemplate, type TemplateVerdict } from '../notices/templates.ts';
import { listTemplates, type OaTemplate } from '../notices/templates-store.ts';
import { exitCodes } from '../platform/start-fault.ts';
import { conclude, jsonFlag, print, printJson, withOffice } from './output.ts';
import { pickTenant, pickTenants, tenantFlag } from './pick-tenant.ts';

const list = defineCommand({
  meta: { name: 'list', description: 'Các mẫu tin đang dùng, theo loại tin' },
  args: { ...tenantFlag, ...jsonFlag },
  run: ({ args }) =>
    conclude(() =>
      withOffice(async ({ ctx }) => {
        const all: OaTemplate[] = [];
        for (const tenantId of await pickTenants(ctx.database, args.tenant))
          all.push(...(await ctx.database.tenant(tenantId, (tx) => listTemplates(tx))));
        if (args.json) printJson(all);
        else if (all.length === 0) print('Chưa có mẫu tin nào; đặt bằng motcua oa templates set.');
        else for (const template of all) print(lineOf(template));
      }),
    ),
});

const set = defineCommand({
  meta: {
    name: 'set',
    description: `Chọn mẫu tin cho một loại tin và nói trường nào điền tham số nào, ví dụ --params "ma_ho_so=code,ngay_hen=due:dd/mm/yyyy". Mẫu được đối chiếu với Zalo trước khi lưu. Các trường: ${Object.keys(templateFields).join(', ')}`,
  },
  args: {
    'oa-id': { type: 'string', required: true, valueHint: 'số', description: 'Mã Official Account' },
    template: { type: 'string', required: true, valueHint: 'số', description: 'Mã mẫu tin ở trang ZBS' },
    params: {
      type: 'string',
      required: true,
      valueHint: 'tham_số=trường,…',
      description: 'Trường nào điền tham số nào, cách nhau bằng dấu phẩy',
    },
    kind: {
      type: 'string',
      default: '*',
      valueHint: 'loại',
      description: `Loại tin: * cho mọi loại chưa có mẫu riêng, hoặc ${noticeKinds.join(', ')}`,
    },
    ...tenantFlag,
    ...jsonFlag,
  },
  run: ({ args }) =>
    conclude(() =>
      withOffice(async ({ ctx }) => {
        const tenantId = await pickTenant(ctx.database, args.tenant);
        const wanted = args.params
          .split(',')
          .map((each) => each.trim())
          .filter((each) => each !== '');
        const wish = { kind: args.kind, templateId: args.template, wanted };
        const verdict = await setTemplate(ctx, { tenantId, oaId: args['oa-id'] }, wish);
        if (args.json) printJson(verdict);
        else tell(verdict, args.template);
        return verdict.kind === 'good' ? exitCodes.done : exitCodes.failed;
      }),
    ),
});

const check = defineCommand({
  meta: {
    name: 'check',
    description: 'Đối chiếu lại mọi mẫu tin với Zalo. Mã thoát 1 khi có mẫu không còn dùng được.',
  },
  args: { ...tenantFlag, ...jsonFlag },
  run: ({ args }) =>
    conclude(() =>
      withOffice(async ({ ctx }) => {
        const all: Awaited<ReturnType<typeof checkTemplates>> = [];
        for (const tenantId of await pickTenants(ctx.database, args.tenant))
          all.push(...(await checkTemplates(ctx, tenantId)));
        if (args.json) printJson(all);
        else if (all.length === 0) print('Chưa có mẫu tin nào để đối chiếu.');
        else for (const { template, verdict } of all) tell(verdict, template.templateId);
        return all.every(({ verdict }) => verdict.kind === 'good') ? exitCodes.done : exitCodes.failed;
      }),
    ),
});

export const templates = defineCommand({
  meta: { name: 'templates', description: 'Mẫu tin ZBS: mẫu nào báo loại tin nào' },
  subCommands: { list, set, check },
});

function tell(verdict: TemplateVerdict, templateId: string): void {
  if (verdict.kind === 'bad') {
    print(`Mẫu ${templateId} không dùng được:`);
    for (const sentence of verdict.sentences) print(`  - ${sentence}`);
    return;
  }
  print(`Mẫu “${verdict.name}” dùng được. ${lineOf(verdict.template)}`);
  for (const { name, label, maxLength } of verdict.mayBeCut)
    print(`  Lưu ý: ${name} (${label}) dài quá ${maxLength} ký tự thì bị rút gọn bằng dấu …`);
}

function lineOf({ oaId, kind, templateId, params, priceUserDong, pricePhoneDong }: OaTemplate): string {
  const price = (dong: number | null) => (dong === null ? 'chưa rõ giá' : `${dong} đồng`);
  return `OA ${oaId}, loại ${kind}: mẫu ${templateId}, ${params.map(mappingOf).join(' ')}; theo tài khoản ${price(priceUserDong)}, theo số điện thoại ${price(pricePhoneDong)}.`;
}
