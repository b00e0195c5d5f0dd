// Calls counted by the full minute, for the app and for the OA: over the limit is -32, and the count is kept.

import type { Street } from './parts.ts';
import type { Minute } from './traffic.ts';

export interface Passage {
  admitted: boolean;
  limit: number | null;
  remain: number | null;
}

const minuteMs = 60_000;
/** How many minutes are remembered: a day. */
const logLength = 1440;

/** Counts a call of the OA API, and says whether it is within this minute's limit. */
export function countCall(street: Street): Passage {
  const limit = limitOf(street);
  const minute = minuteNow(street);
  minute.permitted = limit;
  const admitted = limit === null || minute.taken < limit;
  if (admitted) minute.taken += 1;
  else minute.refused += 1;
  return { admitted, limit, remain: limit === null ? null : Math.max(0, limit - minute.taken) };
}

/** The limits in force, the minutes remembered, and their sums. */
export function describeTraffic(street: Street) {
  const { settings, traffic } = street.state;
  const sum = (field: 'taken' | 'refused') =>
    traffic.minutes.reduce((total, minute) => total + minute[field], 0);
  return {
    appCallsPerMinute: settings.appCallsPerMinute,
    oaCallsPerMinute: settings.oaCallsPerMinute,
    taken: sum('taken'),
    refused: sum('refused'),
    minutes: traffic.minutes,
  };
}

function limitOf(street: Street): number | null {
  const { appCallsPerMinute, oaCallsPerMinute } = street.state.settings;
  if (appCallsPerMinute === null) return oaCallsPerMinute;
  return oaCallsPerMinute === null ? appCallsPerMinute : Math.min(appCallsPerMinute, oaCallsPerMinute);
}

function minuteNow(street: Street): Minute {
  const { minutes } = street.state.traffic;
  const startsAt = Math.floor(street.now() / minuteMs) * minuteMs;
  const last = minutes.at(-1);
  if (last?.startsAt === startsAt) return last;
  const fresh: Minute = { startsAt, permitted: null, taken: 0, refused: 0 };
  minutes.push(fresh);
  if (minutes.length > logLength) minutes.shift();
  return fresh;
}
