// The OA's templates: which there are, what each wants in its blanks, what it costs.

import { readAnswer, type ZaloAnswer } from './ask.ts';
import { booleanAt, isObject, type JsonObject, listAt, numberAt, objectAt, textAt } from './json.ts';
import type { TemplateParameter } from './template-parameters.ts';
import { getZbs, type ZbsAccess } from './zbs-access.ts';

export type TemplateStatus = 'ENABLE' | 'PENDING_REVIEW' | 'REJECT' | 'DISABLE';

export interface TemplateSummary {
  templateId: string;
  name: string;
  /** A `TemplateStatus`, or a word not known yet. */
  status: string | undefined;
  /** `HIGH`, `MEDIUM`, `LOW`, `UNDEFINED`; a low one is about to be disabled (-146). */
  quality: string | undefined;
}

export interface Template extends TemplateSummary {
  /** Why it was rejected, in Zalo's words. */
  reason: string | undefined;
  parameters: readonly TemplateParameter[];
  buttons: readonly { type: number | undefined; title: string | undefined; content: string | undefined }[];
  /** Not charged when it could not be delivered within this time. */
  timeoutMs: number | undefined;
  previewUrl: string | undefined;
  /** `1` transaction, `2` customer care, `3` promotion, or the word for it. */
  tag: string | undefined;
  /** Đồng, without tax, by phone number and by user id. */
  priceByPhone: number | undefined;
  priceByUser: number | undefined;
}

/** Zalo shows no more at a time. */
export const templatePageSize = 100;

const statusNumbers: Record<TemplateStatus, number> = { ENABLE: 1, PENDING_REVIEW: 2, REJECT: 3, DISABLE: 4 };

/** One page of the OA's templates. */
export async function listTemplates(
  access: ZbsAccess,
  page: { offset?: number; limit?: number; status?: TemplateStatus } = {},
): Promise<ZaloAnswer<{ total: number | undefined; templates: readonly TemplateSummary[] }>> {
  const answer = await getZbs(access, '/template/all', {
    offset: page.offset ?? 0,
    limit: Math.min(page.limit ?? templatePageSize, templatePageSize),
    status: page.status && statusNumbers[page.status],
  });
  return readAnswer(answer, (body) => ({
    total: numberAt(objectAt(body, 'metadata'), 'total'),
    templates: listAt(body, 'data').flatMap((row) => readSummary(row) ?? []),
  }));
}

/** One template with its blanks, to measure texts against before sending. */
export async function getTemplate(access: ZbsAccess, templateId: string): Promise<ZaloAnswer<Template>> {
  const answer = await getZbs(access, '/template/info/v2', { template_id: templateId });
  return readAnswer(answer, (body) => readTemplate(objectAt(body, 'data')));
}

/** Texts as they could stand in the blanks, for a preview. */
export async function getTemplateSample(
  access: ZbsAccess,
  templateId: string,
): Promise<ZaloAnswer<Readonly<Record<string, string>>>> {
  const answer = await getZbs(access, '/template/sample-data', { template_id: templateId });
  return readAnswer(answer, (body) => {
    const data = objectAt(body, 'data');
    return Object.fromEntries(Object.keys(data).map((name) => [name, textAt(data, name) ?? '']));
  });
}

function readSummary(row: unknown): TemplateSummary | undefined {
  const templateId = textAt(row, 'templateId');
  if (templateId === undefined) return undefined;
  return {
    templateId,
    name: textAt(row, 'templateName') ?? templateId,
    status: textAt(row, 'status'),
    quality: textAt(row, 'templateQuality'),
  };
}

function readTemplate(data: JsonObject): Template | undefined {
  const summary = readSummary(data);
  return (
    summary && {
      ...summary,
      reason: textAt(data, 'reason'),
      parameters: listAt(data, 'listParams').flatMap((row) => readParameter(row) ?? []),
      buttons: listAt(data, 'listButtons')
        .filter(isObject)
        .map((row) => ({
          type: numberAt(row, 'type'),
          title: textAt(row, 'title'),
          content: textAt(row, 'content'),
        })),
      timeoutMs: numberAt(data, 'timeout'),
      previewUrl: textAt(data, 'previewUrl'),
      tag: textAt(data, 'templateTag'),
      priceByPhone: numberAt(data, 'price_sdt') ?? numberAt(data, 'price'),
      priceByUser: numberAt(data, 'price_uid'),
    }
  );
}

function readParameter(row: unknown): TemplateParameter | undefined {
  const name = textAt(row, 'name');
  if (name === undefined) return undefined;
  return {
    name,
    // Where Zalo does not say, the blank is taken to be obligatory: an empty one would be refused.
    required: booleanAt(row, 'require') ?? true,
    type: textAt(row, 'type'),
    minLength: numberAt(row, 'minLength'),
    maxLength: numberAt(row, 'maxLength'),
    acceptsEmpty: booleanAt(row, 'acceptNull') ?? false,
  };
}
