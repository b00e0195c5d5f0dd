// What a message's content looks like inside a webhook event.

import { createHash } from 'node:crypto';
import { urlOf } from './media.ts';
import type { Content } from './model.ts';
import type { Street } from './parts.ts';

/** The inside of `message`: text, attachments, or both. */
export function wireContent(street: Street, content: Content): Record<string, unknown> {
  const attach = (type: string, payload: object) => ({ attachments: [{ type, payload }] });
  switch (content.kind) {
    case 'text':
      return { text: content.text };
    case 'image':
    case 'gif': {
      const url = urlOf(street, content.place);
      return {
        ...(content.text && { text: content.text }),
        ...attach(content.kind, { thumbnail: url, url }),
      };
    }
    case 'file': {
      const { name, type, checksum } = content;
      const url = urlOf(street, content.place);
      return attach('file', { size: String(content.size), name, checksum, type, url });
    }
    case 'audio':
      return attach('audio', { url: urlOf(street, content.place) });
    case 'sticker':
      return attach('sticker', { id: content.stickerId, url: stickerUrl(street, content.stickerId) });
    case 'location': {
      const { latitude, longitude } = content;
      return attach('location', { coordinates: { latitude, longitude } });
    }
    case 'video': {
      const url = urlOf(street, content.place);
      return attach('video', { url, thumbnail: url, description: content.description });
    }
    case 'link':
    case 'business_card': {
      const { thumbnail, description, url } = content;
      return attach('link', { thumbnail, description, url });
    }
    case 'request_info':
      return attach('template', templateEcho('request_user_info', `${content.title}\n${content.subtitle}`));
    case 'article':
      return {
        attachments: content.articles.map(({ coverUrl, description, url }) => ({
          type: 'link',
          payload: { thumbnail: coverUrl, description, url },
        })),
      };
    case 'list':
      return {
        attachments: content.elements.map((element) => ({
          type: 'link',
          payload: {
            thumbnail: element.imageUrl ?? '',
            description: element.subtitle,
            url: element.url ?? '',
          },
        })),
      };
    case 'template':
      return attach(
        'template',
        templateEcho(content.templateId, [content.title, ...content.paragraphs].join('\n')),
      );
  }
}

export function stickerUrl(street: Street, stickerId: string): string {
  return `${street.origin()}/phone/stickers/${stickerId}.svg`;
}

/** How events name this content; templates of all sorts are called the same. */
export function eventSuffix(content: Content): string {
  switch (content.kind) {
    case 'request_info':
      return 'template';
    case 'article':
      return 'list';
    default:
      return content.kind;
  }
}

function templateEcho(id: string, text: string) {
  const checksum = createHash('md5').update(text).digest('hex');
  return { zinstant_id: id, text, link_url: '', checksum };
}
