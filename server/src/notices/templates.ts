// Sets and re-checks the ZBS templates of an Official Account: none is taken that a dossier could break.

import type { NoticeKind } from '@motcua/domain/status-notice';
import { noticeKinds } from '@motcua/domain/template-fields';
import {
  type FilledParam,
  fitTemplate,
  type TemplateFit,
  type TemplateParam,
} from '@motcua/domain/template-fit';
import type { TemplateParameter } from '@motcua/zalo/template-parameters';
import { getTemplate, type Template } from '@motcua/zalo/templates';
import { callWithToken } from '../oa/call-with-token.ts';
import { noAnswerSentence } from '../oa/sentences.ts';
import type { OaContext, OaRef } from '../oa/tokens.ts';
import { listTemplates, type OaTemplate, saveTemplate } from './templates-store.ts';

export type TemplateVerdict =
  | {
      kind: 'good';
      template: OaTemplate;
      name: string;
      mayBeCut: Extract<TemplateFit, { kind: 'fits' }>['mayBeCut'];
    }
  | { kind: 'bad'; sentences: string[] };

/** `kind` is a kind of notice or `*`; `wanted` are mappings as `ma_ho_so=code`. Saves only what is good. */
export async function setTemplate(
  ctx: OaContext,
  ref: OaRef,
  wish: { kind: string; templateId: string; wanted: readonly string[] },
): Promise<TemplateVerdict> {
  if (wish.kind !== '*' && !noticeKinds.includes(wish.kind as NoticeKind))
    return bad(`Không có loại tin ${wish.kind}; các loại: *, ${noticeKinds.join(', ')}.`);
  const verdict = await judge(ctx, ref, wish);
  if (verdict.kind === 'good')
    await ctx.database.tenant(ref.tenantId, (tx) => saveTemplate(tx, verdict.template));
  return verdict;
}

/** Asks Zalo again about every template of the tenant and holds it against what is kept; prices are brought up to date. */
export async function checkTemplates(
  ctx: OaContext,
  tenantId: string,
): Promise<{ template: OaTemplate; verdict: TemplateVerdict }[]> {
  const kept = await ctx.database.tenant(tenantId, (tx) => listTemplates(tx));
  const checked: { template: OaTemplate; verdict: TemplateVerdict }[] = [];
  for (const template of kept) {
    const { oaId, kind, templateId } = template;
    const wanted = template.params.map(mappingOf);
    checked.push({
      template,
      verdict: await setTemplate(ctx, { tenantId, oaId }, { kind, templateId, wanted }),
    });
  }
  return checked;
}

/** `ngay_hen=due:dd/mm/yyyy`: a kept parameter as it was typed. */
export function mappingOf({ name, from, format }: FilledParam): string {
  return `${name}=${from}${format === undefined ? '' : `:${format}`}`;
}

async function judge(
  ctx: OaContext,
  ref: OaRef,
  wish: { kind: string; templateId: string; wanted: readonly string[] },
): Promise<TemplateVerdict> {
  const answer = await callWithToken(ctx, ref, (accessToken) =>
    getTemplate({ hosts: ctx.zalo, accessToken }, wish.templateId),
  );
  if (answer.kind === 'refused') return bad(answer.policy.sentence);
  if (answer.kind === 'no_answer') return bad(noAnswerSentence(answer.why));
  if (answer.kind !== 'ok') return bad(answer.sentence);
  const template = answer.value;
  if (template.status !== 'ENABLE') return bad(notEnabled(template));
  const fit = fitTemplate(template.parameters.map(asDeclared), wish.wanted);
  if (fit.kind === 'breaks') return { kind: 'bad', sentences: fit.faults };
  return {
    kind: 'good',
    name: template.name,
    mayBeCut: fit.mayBeCut,
    template: {
      oaId: ref.oaId,
      kind: wish.kind,
      templateId: wish.templateId,
      params: fit.params,
      priceUserDong: template.priceByUser ?? null,
      pricePhoneDong: template.priceByPhone ?? null,
      checkedAt: ctx.clock.now(),
    },
  };
}

function notEnabled({ name, status, reason }: Template): string {
  const why = reason ? `, lý do: ${reason}` : '';
  return `Mẫu tin “${name}” chưa dùng được (trạng thái ${status ?? 'chưa rõ'}${why}); kiểm tra trên trang quản trị ZBS.`;
}

function asDeclared(parameter: TemplateParameter): TemplateParam {
  return {
    name: parameter.name,
    required: parameter.required,
    type: parameter.type ?? 'STRING',
    maxLength: parameter.maxLength ?? null,
    minLength: parameter.minLength ?? null,
    acceptNull: parameter.acceptsEmpty,
  };
}

function bad(sentence: string): TemplateVerdict {
  return { kind: 'bad', sentences: [sentence] };
}
