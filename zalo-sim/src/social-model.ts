// What the street remembers of people who log in with Zalo on a web page or in a Mini App.

export interface WebCode {
  value: string;
  personId: string;
  expiresAt: number;
  challenge: string | null;
}

export interface WebSession {
  personId: string;
  access: string;
  accessExpiresAt: number;
  refresh: string | null;
  /** Thirty days after the first grant, however often it was refreshed. */
  refreshExpiresAt: number;
}

/** What `getPhoneNumber()` or `getLocation()` hands to a Mini App: good once, for two minutes. */
export interface MiniAppCode {
  value: string;
  personId: string;
  kind: 'phone' | 'location';
  expiresAt: number;
}

export interface Social {
  codes: WebCode[];
  sessions: WebSession[];
  miniAppCodes: MiniAppCode[];
}

export function newSocial(): Social {
  return { codes: [], sessions: [], miniAppCodes: [] };
}
