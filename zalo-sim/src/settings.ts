// The switches: where public sources disagree or are silent, the simulator lets its user choose. See the README.

export interface Settings {
  /** The code for a person who blocked the OA. */
  blockedCode: -217 | -244;
  /** The code after seven days without an interaction. */
  expiredCode: -230 | -232;
  listOnV3: boolean;
  stateOaMayReadUserDetail: boolean;
  textPrefill: boolean;
  /** How long what people send stays fetchable. */
  mediaDays: number;
  /** Template messages between 22:00 and 06:00 are refused (−133). */
  templateNightRule: boolean;
  /** Phone numbers that start with 0 are taken as 84…; otherwise −108. */
  templateLocalPhones: boolean;
  /** Date, number, phone and address parameters must look like what the template declares (−1124). */
  templateFormats: boolean;
  /** An OA of a state agency may send templates at all (otherwise −135, by user id −235). */
  stateOaMaySendTemplates: boolean;
  /** An OA of a state agency needs the paid package too before it may send templates (−135). */
  stateOaNeedsPackage: boolean;
  /** What a person hands over: addresses of two tiers (`ward`), or the older shape with a district. */
  userInfoShape: 'ward' | 'district';
  /** The console's toggle: calls of the OA without a right appsecret_proof are refused (−242, −1241). */
  requireAppSecretProof: boolean;
  /** graph.zalo.me asks servers for appsecret_proof. */
  graphNeedsProof: boolean;
  /** OAuth errors come with a name and without the number. */
  oauthErrorsWithoutCode: boolean;
  /** Uploads of each kind in a month. */
  uploadsPerMonth: number;
  /** Broadcasts in a month. */
  broadcastsPerMonth: number;
  /** How long an article is being processed (−214). */
  articleSeconds: number;
  /** Answers still carry `remain` and `total` for free replies, as before March 2026. */
  replyQuotaTotals: boolean;
  /** A user id is also taken as a JSON number in tag calls, as their documentation says. */
  numericUserIds: boolean;
  /** Calls of the app in one minute before −32, counted from each full minute; null is no limit. */
  appCallsPerMinute: number | null;
  /** The same for this OA alone: Zalo says that its packages have one, and not how high. */
  oaCallsPerMinute: number | null;
  /** "Lọc cú pháp" of the console: only texts that start with # are posted. */
  syntaxFilter: boolean;
  /** Events whose switch in the console is off. */
  eventsOff: string[];
}

export const defaultSettings: Readonly<Settings> = {
  blockedCode: -217,
  expiredCode: -230,
  listOnV3: true,
  stateOaMayReadUserDetail: true,
  textPrefill: true,
  mediaDays: 7,
  templateNightRule: true,
  templateLocalPhones: false,
  templateFormats: true,
  stateOaMaySendTemplates: true,
  stateOaNeedsPackage: false,
  userInfoShape: 'ward',
  requireAppSecretProof: false,
  graphNeedsProof: true,
  oauthErrorsWithoutCode: false,
  uploadsPerMonth: 5000,
  broadcastsPerMonth: 4,
  articleSeconds: 5,
  replyQuotaTotals: false,
  numericUserIds: true,
  appCallsPerMinute: 4000,
  oaCallsPerMinute: null,
  syntaxFilter: false,
  eventsOff: [],
};
