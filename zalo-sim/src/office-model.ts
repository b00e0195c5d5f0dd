// What the street remembers for the rest of the OA API: articles, tags, upload counts, broadcasts, visitors.

export interface ArticleBlock {
  type: 'text' | 'image' | 'video';
  content: string;
  url: string;
  caption: string;
}

export interface Article {
  id: string;
  /** What creating or updating handed out; `verify` turns it into the id. */
  token: string;
  type: 'normal' | 'video';
  title: string;
  author: string;
  description: string;
  coverUrl: string;
  body: ArticleBlock[];
  status: 'show' | 'hide';
  comment: 'show' | 'hide';
  createdAt: number;
  updatedAt: number;
  /** Until then `verify` answers −214. */
  readyAt: number;
  views: number;
}

export interface Tag {
  name: string;
  personIds: string[];
}

/** Somebody who writes through the chat widget of a web page without being logged in. */
export interface Visitor {
  anonymousId: string;
  conversationId: string;
}

/** What the OA has noted about a person, or the person has handed over. */
export interface SharedInfo {
  name?: string;
  phone?: string;
  address?: string;
  city?: string;
  district?: string;
  ward?: string;
  user_dob?: string;
  gender?: string;
}

export interface Office {
  articles: Article[];
  tags: Tag[];
  visitors: Visitor[];
  /** Uploads of this month, for each kind. */
  uploads: { month: string; image: number; gif: number; file: number };
  broadcasts: { month: string; used: number };
  /** The OA has removed the app: its tokens are dead and nothing is posted until somebody agrees again. */
  revoked: boolean;
}

export function newOffice(): Office {
  return {
    articles: [],
    tags: [],
    visitors: [],
    uploads: { month: '', image: 0, gif: 0, file: 0 },
    broadcasts: { month: '', used: 0 },
    revoked: false,
  };
}
