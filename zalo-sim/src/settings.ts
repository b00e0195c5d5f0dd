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
  /** An OA of a state agency needs the paid package too before it may send templates (−135). */
  stateOaNeedsPackage: boolean;
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
  stateOaNeedsPackage: false,
  appCallsPerMinute: 4000,
  oaCallsPerMinute: null,
  syntaxFilter: false,
  eventsOff: [],
};
