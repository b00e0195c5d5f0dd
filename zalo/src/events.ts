// Everything Zalo tells a webhook, as one union: ids are always text, `name` is Zalo's own word for the event.

/** On every event. `oaId` and `appId` are claims of the body until the signature is verified. */
export interface EventBase {
  name: string;
  appId: string | undefined;
  oaId: string | undefined;
  /** Zalo's clock, epoch milliseconds. */
  at: number | undefined;
  /** SHA-256 (hex) of the bytes received: equal on every redelivery. */
  digest: string;
}

export type Attachment =
  | {
      type: 'image' | 'gif' | 'audio' | 'video' | 'link';
      url: string;
      thumbnail: string | undefined;
      description: string | undefined;
    }
  | { type: 'sticker'; url: string | undefined; id: string | undefined }
  | { type: 'location'; latitude: number; longitude: number }
  | {
      type: 'file';
      url: string;
      name: string | undefined;
      bytes: number | undefined;
      checksum: string | undefined;
      format: string | undefined;
    }
  | {
      type: 'business_card';
      phone: string | undefined;
      qrCodeUrl: string | undefined;
      url: string | undefined;
    }
  | { type: 'template'; id: string | undefined; text: string | undefined; url: string | undefined }
  /** A type or a shape not known yet. */
  | { type: 'other'; wireType: string };

/** What was written. `messageType` is the last word of the event name: text, image, sticker, … */
export interface MessageContent {
  messageType: string;
  msgId: string;
  text: string | undefined;
  /** The message this one answers. */
  quoteMsgId: string | undefined;
  attachments: readonly Attachment[];
}

interface Person {
  userId: string;
  /** The same person's id for the app, when given: joins with Zalo login and Mini App. */
  userIdByApp: string | undefined;
}

/** What a person shared when asked. Either the two-tier address of today or the three-tier one of before. */
export interface SharedInfo {
  name: string | undefined;
  /** `84…`, as Zalo writes it. */
  phone: string | undefined;
  /** `30/10/1999`, as Zalo writes it. */
  dateOfBirth: string | undefined;
  gender: string | undefined;
  address: string | undefined;
  ward: string | undefined;
  /** Only in the older shape. */
  district: string | undefined;
  city: string | undefined;
}

type Conversation =
  | ({ kind: 'user_sent' } & Person & MessageContent)
  /** The echo of anything the OA sent; `adminId` only when a human wrote it in OA Manager. */
  | ({ kind: 'oa_sent'; adminId: string | undefined } & Person & MessageContent)
  | ({ kind: 'anonymous_sent'; anonymousId: string; conversationId: string | undefined } & MessageContent)
  | ({ kind: 'oa_sent_anonymous'; anonymousId: string; conversationId: string | undefined } & MessageContent)
  | ({ kind: 'user_received'; msgId: string } & Person)
  | ({ kind: 'user_seen'; msgIds: readonly string[] } & Person)
  | ({ kind: 'reacted'; by: 'user' | 'oa'; msgId: string; icon: string | undefined } & Person);

type Relationship =
  | ({ kind: 'followed'; source: string | undefined } & Person)
  | ({ kind: 'unfollowed' } & Person)
  /** Tapped "Nhắn tin" for the first time: the OA may write first. */
  | ({ kind: 'chat_opened' } & Person)
  | ({ kind: 'info_submitted'; info: SharedInfo } & Person)
  | { kind: 'tag_added' | 'tag_removed'; userIds: readonly string[]; tag: string }
  | { kind: 'tag_deleted'; tag: string }
  | { kind: 'user_info_updated'; userId: string | undefined; method: string | undefined }
  /** The person exercised a data subject's right: erase or restrict what is held of them. */
  | ({ kind: 'user_withdrew' } & Person)
  | { kind: 'permission_revoked' }
  | { kind: 'widget_accepted'; userId: string; userExternalId: string | undefined; url: string | undefined }
  | {
      kind: 'widget_sync_failed';
      userId: string;
      userExternalId: string | undefined;
      message: string | undefined;
    }
  | {
      kind: 'extension_purchased';
      extensionId: string;
      validFrom: string | undefined;
      validThrough: string | undefined;
      months: number | undefined;
    };

type Calls =
  | {
      kind: 'call_consent_asked';
      userId: string | undefined;
      phone: string | undefined;
      /** `SENT` or `EXPIRED` */
      requestType: string | undefined;
      askedAt: number | undefined;
      expiresAt: number | undefined;
    }
  | {
      kind: 'call_consent_answered';
      userId: string | undefined;
      phone: string | undefined;
      /** `ALLOW` or `USER_BLOCKED` */
      answer: string | undefined;
      answeredAt: number | undefined;
      /** Undefined when the consent has no end. */
      expiresAt: number | undefined;
    }
  | {
      kind: 'called';
      by: 'user' | 'oa';
      callId: string;
      userId: string | undefined;
      phone: string | undefined;
      callType: string | undefined;
      startedAt: number | undefined;
      durationMs: number | undefined;
      waitingSeconds: number | undefined;
      talkMs: number | undefined;
      statusCode: string | undefined;
    };

type Groups =
  | { kind: 'group_changed'; groupId: string }
  | ({
      kind: 'group_message';
      by: 'user' | 'oa';
      groupId: string;
      senderId: string | undefined;
    } & MessageContent)
  | { kind: 'shop_ordered' };

type Templates =
  /** A template message reached a phone; `recipient` is the number or its hash. */
  | {
      kind: 'template_received';
      recipient: string;
      msgId: string;
      trackingId: string | undefined;
      deliveredAt: number | undefined;
    }
  | {
      kind: 'rated';
      msgId: string;
      trackingId: string | undefined;
      /** `csat`, and what stood to choose from: `five_emotions`. */
      ratingType: string | undefined;
      option: string | undefined;
      rate: number | undefined;
      note: string | undefined;
      feedbacks: readonly string[];
      submittedAt: number | undefined;
    }
  | {
      kind: 'response_clicked';
      msgId: string;
      trackingId: string | undefined;
      buttonType: string | undefined;
      /** The text on the button. */
      data: string | undefined;
      submittedAt: number | undefined;
    }
  | {
      kind: 'template_status_changed';
      templateId: string;
      from: string | undefined;
      to: string | undefined;
      reason: string | undefined;
    }
  | { kind: 'template_quality_changed'; templateId: string; quality: string | undefined }
  | { kind: 'template_quota_changed' | 'template_tags_changed'; templateId: string | undefined }
  | { kind: 'daily_quota_changed'; from: number | undefined; to: number | undefined }
  | { kind: 'journey_acknowledged' | 'journey_timed_out' };

/** A name not known, or a known name in a shape that cannot be read: keep it, count it, answer 200. */
type Unknown = { kind: 'unknown'; partyIds: readonly string[] };

export type EventBody = Conversation | Relationship | Calls | Groups | Templates | Unknown;

export type ZaloEvent = EventBase & EventBody;
