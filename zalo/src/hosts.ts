// The four addresses of the Zalo platform, so that a simulator can stand in for any of them.

/** Origins without a trailing slash, e.g. `https://openapi.zalo.me`. */
export interface ZaloHosts {
  /** Tokens and the permission page. */
  oauth: string;
  /** Official Account calls: messages, users, uploads. */
  openapi: string;
  /** Template messages by phone number (ZBS, formerly ZNS). */
  business: string;
  /** The signed-in person: web login and Mini App. */
  graph: string;
}

export const productionHosts: ZaloHosts = {
  oauth: 'https://oauth.zaloapp.com',
  openapi: 'https://openapi.zalo.me',
  business: 'https://business.openapi.zalo.me',
  graph: 'https://graph.zalo.me',
};
