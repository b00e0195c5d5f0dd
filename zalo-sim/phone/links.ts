// Addresses a phone meets: into the OA's chat, or onto the web.

export type Target = { kind: 'chat'; text: string | null } | { kind: 'web'; url: string };

/**
 * `https://zalo.me/<oa>` and the simulator's own `/zalo.me/<oa>` and `/go/<oa>` lead into the chat, other web
 * addresses onto a page; undefined when the text is no address (or of another OA).
 */
export function targetOf(text: string, oaId: string, ownOrigin: string): Target | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined;
  const path = url.pathname.replace(/\/$/, '');
  const intoChat =
    (url.hostname === 'zalo.me' && path === `/${oaId}`) ||
    (url.origin === ownOrigin && (path === `/zalo.me/${oaId}` || path === `/go/${oaId}`));
  return intoChat ? { kind: 'chat', text: url.searchParams.get('text') } : { kind: 'web', url: url.href };
}

/** The text cut into plain pieces and web addresses, so that addresses can be tapped. */
export function pieces(text: string): { text: string; isLink: boolean }[] {
  return text
    .split(/(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]])/)
    .map((piece, index) => ({ text: piece, isLink: index % 2 === 1 }))
    .filter((piece) => piece.text !== '');
}
