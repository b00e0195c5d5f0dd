// What the street remembers of template messages (ZBS, formerly ZNS): templates, the account that pays, quotas.

export const templateStatuses = ['ENABLE', 'PENDING_REVIEW', 'REJECT', 'DISABLE'] as const;
export type TemplateStatus = (typeof templateStatuses)[number];

export const qualities = ['HIGH', 'MEDIUM', 'LOW', 'UNDEFINED'] as const;
export type Quality = (typeof qualities)[number];

/** 1 transaction, 2 customer care, 3 promotion. */
export const templateTags = [1, 2, 3] as const;
export type TemplateTag = (typeof templateTags)[number];

/** 1 custom, 2 one-time password, 3 payment, 4 voucher, 5 rating. */
export const templateTypes = [1, 2, 3, 4, 5] as const;
export type TemplateType = (typeof templateTypes)[number];

export interface TemplateParam {
  name: string;
  /** Zalo's kind of parameter, 1 to 15: it sets the greatest length. */
  kind: number;
  required: boolean;
  /** An empty text is allowed. */
  acceptNull: boolean;
  minLength: number;
  maxLength: number;
  /** For dates: how they must be written, as `dd/mm/yyyy` or `hh:mm dd/mm/yyyy`. */
  format: string | null;
}

export interface TemplateButton {
  /** Zalo's kind of button, 1 to 12: 1 opens the owner's page, 2 calls. */
  type: number;
  title: string;
  content: string;
}

/** What a person sees after giving this many stars. */
export interface RatingLevel {
  title: string;
  question: string;
  answers: string[];
  thanks: string;
  description: string;
}

export interface Template {
  id: string;
  name: string;
  type: TemplateType;
  tag: TemplateTag;
  status: TemplateStatus;
  /** Why it was refused or switched off. */
  reason: string;
  quality: Quality;
  createdAt: number;
  /** Texts hold parameters as `<name>`. */
  title: string;
  paragraphs: string[];
  rows: { label: string; value: string }[];
  params: TemplateParam[];
  buttons: TemplateButton[];
  /** Answers of the Response component; such a template cannot be sent by user id. */
  responses: string[];
  /** Five levels for a rating template, otherwise none. */
  rating: RatingLevel[];
  /** Sent only inside a journey; cannot be sent by user id. */
  journey: boolean;
  price: number;
  priceByUid: number;
  dailyQuota: number | null;
}

/** Money held for a message: kept when it is delivered in time, given back when it is not. */
export interface Charge {
  messageId: string;
  amount: number;
  until: number;
}

export interface Zbs {
  templates: Template[];
  account: {
    /** The OA has a paid package (−135). */
    package: boolean;
    /** The platform has locked the OA (−1351). */
    locked: boolean;
    /** A ZCA account is linked (−136) and holds this many đồng (−137). */
    linked: boolean;
    balance: number;
    /** The app is linked to that account (−105) and may send (−138). */
    appLinked: boolean;
    appPermitted: boolean;
  };
  allowedTags: TemplateTag[];
  quality: Quality;
  dailyQuota: number;
  developmentQuota: number;
  /** What was sent on this Vietnamese day. */
  used: { day: string; total: number; development: number; byTemplate: Record<string, number> };
  charges: Charge[];
}
