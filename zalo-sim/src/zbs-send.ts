// Sends a template message by number, by hash of a number, or by user id, with every check in Zalo's order.

import type { Answer } from './answer.ts';
import { isRefusal, refuse, succeed } from './answer.ts';
import { isNight } from './calendar.ts';
import { postMessageEvent } from './events.ts';
import type { Fields } from './json.ts';
import { fieldsOf, lengthOf, textOf } from './json.ts';
import type { Message, Person, Reach, TemplateCard } from './model.ts';
import type { Street } from './parts.ts';
import { appendMessage, findPerson, receive } from './people.ts';
import { isNumber, numberOf } from './phone-number.ts';
import { book, missingPrerequisite, overQuota, settle, usedToday } from './zbs-account.ts';
import type { ZbsCode } from './zbs-answer.ts';
import { refuseZbs } from './zbs-answer.ts';
import { hashOfPhone } from './zbs-events.ts';
import type { Template } from './zbs-model.ts';
import { faultIn, filled } from './zbs-params.ts';
import { uidTemplatesSince } from './zbs-samples.ts';

const longestTrackingId = 48;

const reachCodes: Record<Exclude<Reach, 'ok'>, ZbsCode> = {
  no_zalo: -118,
  cannot_receive: -119,
  inactive: -114,
  not_eligible: -140,
  old_app: -110,
  refuses_oa: -141,
};

/**
 * `POST /message/template` (`phone`) and `/message/template/hashphone` (`hash_phone`), after the token was
 * checked. The same `tracking_id` twice sends twice: Zalo documents no idempotency.
 */
export function sendToNumber(street: Street, by: 'phone' | 'hash_phone', body: unknown): Answer {
  settle(street);
  const order = fieldsOf(body);
  const template = readTemplate(street, order);
  if (isRefusal(template)) return template;
  const number = readNumber(street, by, order[by]);
  if (number === undefined) return refuseZbs(-108);
  const problem = faultyData(street, template, order) ?? faultyOrder(order, template);
  if (problem) return problem;
  const person = street.state.people.find((one) => holds(one, by, number));
  const mayNot = missingPrerequisite(street) ?? faultyMoment(street, template, order, person);
  if (mayNot) return mayNot;
  const unreachable = person ? unreachableBy(person, template) : -118;
  if (!person || unreachable !== undefined) return refuseZbs(unreachable ?? -118);

  const trial = order['mode'] === 'development';
  const { price } = template;
  if (!trial && street.state.zbs.account.balance < price) return refuseZbs(-137);
  const to = String(order[by]);
  const sent = deliver(street, person, cardOf(template, order, to), { template, price, trial });
  const used = usedToday(street);
  const { dailyQuota } = street.state.zbs;
  return succeed({
    msg_id: sent.id,
    sent_time: String(sent.at),
    sending_mode: modeOf(order),
    quota: { dailyQuota: String(dailyQuota), remainingQuota: String(Math.max(0, dailyQuota - used.total)) },
  });
}

/** `POST /v3.0/oa/message/template`: by user id, cheaper, for templates made since December 2025. */
export function sendToUser(street: Street, body: unknown): Answer {
  settle(street);
  const { oa, settings } = street.state;
  if (oa.type === 'state' && !settings.stateOaMaySendTemplates) return refuse(-235);
  const order = fieldsOf(body);
  const person = findPerson(street, textOf(order['user_id']) ?? '');
  if (!person) return refuse(-201, 'user_id is invalid!');
  const template = readTemplate(street, order);
  if (isRefusal(template)) return template;
  const tooOld = template.createdAt < uidTemplatesSince;
  if (tooOld || template.type === 2 || template.responses.length > 0 || template.journey) return refuse(-249);
  const problem =
    faultyData(street, template, order) ??
    missingPrerequisite(street) ??
    faultyMoment(street, template, order, person);
  if (problem) return problem;
  if (person.blocked) return refuse(street.state.settings.blockedCode);
  const unreachable = unreachableBy(person, template);
  if (unreachable !== undefined) return refuseZbs(unreachable);
  if (street.state.zbs.account.balance < template.priceByUid) return refuse(-321);

  const card = cardOf(template, order, null);
  const sent = deliver(street, person, card, { template, price: template.priceByUid, trial: false });
  return succeed({
    message_id: sent.id,
    user_id: person.id,
    sent_time: String(sent.at),
    quota: { quota_type: 'purchase_quota', owner_type: 'OA', owner_id: street.state.oa.id },
  });
}

function readTemplate(street: Street, order: Fields): Template | Answer {
  const id = order['template_id'];
  const template = street.state.zbs.templates.find((one) => one.id === String(id));
  if (!template) return refuseZbs(-109);
  if (template.status === 'DISABLE' && template.quality === 'LOW') return refuseZbs(-146);
  return template.status === 'ENABLE' ? template : refuseZbs(-131);
}

/** The number as `84…` or its hash in lower case; undefined when it is neither. */
function readNumber(street: Street, by: 'phone' | 'hash_phone', value: unknown): string | undefined {
  const text = textOf(value) ?? '';
  if (by === 'hash_phone') return /^[0-9a-f]{64}$/i.test(text) ? text.toLowerCase() : undefined;
  const local = street.state.settings.templateLocalPhones ? text.replace(/^0/, '84') : text;
  const number = local.replace(/^\+/, '');
  return isNumber(number) ? number : undefined;
}

function holds(person: Person, by: 'phone' | 'hash_phone', number: string): boolean {
  if (person.phone === null) return false;
  const own = numberOf(person.phone) ?? person.phone;
  return number === (by === 'phone' ? own : hashOfPhone(own));
}

function faultyData(street: Street, template: Template, order: Fields): Answer | undefined {
  const data = fieldsOf(order['template_data']);
  if (Object.keys(data).length === 0 && template.params.some((one) => one.required)) return refuseZbs(-111);
  const fault = faultIn(template, data, street.state.settings.templateFormats);
  return fault && refuseZbs(fault.code, fault.name);
}

function faultyOrder(order: Fields, template: Template): Answer | undefined {
  const trackingId = textOf(order['tracking_id']) ?? '';
  if (trackingId === '' || lengthOf(trackingId) > longestTrackingId) return refuseZbs(-132, 'tracking_id');
  const { mode } = order;
  if (mode !== undefined && mode !== 'development') return refuseZbs(-132, 'mode');
  if (modeOf(order) !== '1' && modeOf(order) !== '3') return refuseZbs(-161);
  return modeOf(order) === '3' && template.tag === 3 ? refuseZbs(-162) : undefined;
}

/** Kind, hour and quotas; messages in development mode have a quota of their own and go to administrators. */
function faultyMoment(
  street: Street,
  template: Template,
  order: Fields,
  person: Person | undefined,
): Answer | undefined {
  const { zbs, settings } = street.state;
  if (!zbs.allowedTags.includes(template.tag)) return refuseZbs(-145);
  if (order['mode'] === 'development') {
    if (!person?.admin) return refuseZbs(-127);
    return usedToday(street).development >= zbs.developmentQuota ? refuseZbs(-126) : undefined;
  }
  if (settings.templateNightRule && template.type !== 2 && isNight(street.now())) return refuseZbs(-133);
  return overQuota(street, template, modeOf(order) === '3');
}

function unreachableBy(person: Person, template: Template): ZbsCode | undefined {
  if (person.reach !== 'ok') return reachCodes[person.reach];
  if (person.blocked) return -141;
  return person.refusedTags.includes(template.tag) ? -139 : undefined;
}

function modeOf(order: Fields): string {
  const mode = order['sending_mode'];
  return typeof mode === 'number' ? String(mode) : (textOf(mode) ?? (mode === undefined ? '1' : ''));
}

function cardOf(template: Template, order: Fields, to: string | null): TemplateCard {
  const data = fieldsOf(order['template_data']);
  const inText = (text: string) => filled(text, data);
  return {
    kind: 'template',
    templateId: template.id,
    to,
    trackingId: textOf(order['tracking_id']) ?? null,
    title: inText(template.title),
    paragraphs: template.paragraphs.map(inText),
    rows: template.rows.map(({ label, value }) => ({ label, value: inText(value) })),
    buttons: template.buttons.map((button) => ({ ...button, content: inText(button.content) })),
    responses: template.responses,
    levels: template.rating,
    rating: null,
    response: null,
  };
}

function deliver(
  street: Street,
  person: Person,
  content: TemplateCard,
  order: { template: Template; price: number; trial: boolean },
): Pick<Message, 'id' | 'at'> {
  if (street.faults.onSend('template', person.id)) {
    const lost = { id: street.ids.hex(20), at: street.now() };
    book(street, { id: lost.id, ...order });
    return lost;
  }
  const message = { personId: person.id, from: 'oa', content, quoteMsgId: null, silent: false } as const;
  const sent = appendMessage(street, message);
  book(street, { id: sent.id, ...order });
  if (content.to === null) postMessageEvent(street, sent);
  if (person.online) receive(street, sent);
  else street.tell({ kind: 'message', personId: person.id });
  return sent;
}
