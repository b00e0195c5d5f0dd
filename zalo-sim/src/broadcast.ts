// Articles sent to everybody who follows: `recipient.target`, by day only, a few times a month.

import type { Answer } from './answer.ts';
import { refuse, succeed } from './answer.ts';
import { isNight, monthOf } from './calendar.ts';
import type { Fields } from './json.ts';
import { fieldsOf, listOf, textOf } from './json.ts';
import type { Content } from './model.ts';
import type { Street } from './parts.ts';
import { appendMessage, receive } from './people.ts';

const mostArticles = 5;
/** The greatest number each list of the target may hold; lists are comma-separated. */
const targets: Readonly<Record<string, number>> = {
  ages: 7,
  gender: 2,
  locations: 2,
  cities: 63,
  platform: 3,
};

/** Sends one to five articles to all followers. The street knows no ages or cities: everybody is meant. */
export function broadcast(street: Street, body: unknown): Answer {
  const { office, people, settings } = street.state;
  const target = fieldsOf(fieldsOf(fieldsOf(body)['recipient'])['target']);
  const wrong = Object.keys(target).find((name) => !isTarget(name, target[name]));
  if (wrong !== undefined) return refuse(-201, `${wrong} is invalid!`);
  const content = readArticles(street, fieldsOf(fieldsOf(body)['message']));
  if ('error' in content) return content;
  if (isNight(street.now())) return refuse(-234);
  const month = monthOf(street.now());
  if (office.broadcasts.month !== month) office.broadcasts = { month, used: 0 };
  if (office.broadcasts.used >= settings.broadcastsPerMonth) return refuse(-211);
  office.broadcasts.used += 1;

  for (const person of people.filter((one) => one.follows && !one.blocked)) {
    const message = { personId: person.id, from: 'oa', content, quoteMsgId: null, silent: false } as const;
    const sent = appendMessage(street, message);
    if (person.online) receive(street, sent);
    else street.tell({ kind: 'message', personId: person.id });
  }
  return succeed({ message_id: street.ids.hex(20) });
}

function isTarget(name: string, value: unknown): boolean {
  const most = targets[name];
  return (
    most !== undefined &&
    typeof value === 'string' &&
    value.split(',').every((one) => /^\d{1,2}$/.test(one) && Number(one) <= most)
  );
}

function readArticles(street: Street, message: Fields): Content | Answer {
  const payload = fieldsOf(fieldsOf(message['attachment'])['payload']);
  const elements = listOf(payload['elements']).map(fieldsOf);
  if (payload['template_type'] !== 'media' || elements.length === 0) return refuse(-233);
  if (elements.length > mostArticles) return refuse(-210);
  const articles = [];
  for (const element of elements) {
    if (element['media_type'] !== 'article') return refuse(-233);
    const id = textOf(element['attachment_id']);
    const article = street.state.office.articles.find((one) => one.id === id && one.status === 'show');
    if (!article) return refuse(-201, 'attachment_id is invalid!');
    const { title, description, coverUrl } = article;
    articles.push({ title, description, coverUrl, url: `${street.origin()}/articles/${article.id}` });
  }
  return { kind: 'article', articles };
}
