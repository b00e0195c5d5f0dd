// Reads switches from a stranger's JSON: an unknown name or a value of the wrong kind names its field.

import type { Fields } from './json.ts';
import type { Settings } from './settings.ts';
import { defaultSettings } from './settings.ts';

const choices: { [Name in keyof Settings]?: readonly Settings[Name][] } = {
  blockedCode: [-217, -244],
  expiredCode: [-230, -232],
  userInfoShape: ['ward', 'district'],
};
const mayBeNull: readonly (keyof Settings)[] = ['appCallsPerMinute', 'oaCallsPerMinute'];

/** The switches to change, or the first one that cannot be. */
export function readSettings(fields: Fields): Partial<Settings> | { field: string; error: string } {
  for (const [field, value] of Object.entries(fields)) {
    if (!isSetting(field)) return { field, error: `${field} is no setting` };
    const problem = problemOf(field, value);
    if (problem !== undefined) return { field, error: `${field} must be ${problem}` };
  }
  return fields;
}

function problemOf(name: keyof Settings, value: unknown): string | undefined {
  const usual = defaultSettings[name];
  const choice = choices[name]?.map(String);
  if (choice)
    return choice.includes(String(value)) && typeof value === typeof usual ? undefined : choice.join(' or ');
  if (value === null && mayBeNull.includes(name)) return undefined;
  if (typeof usual === 'boolean') return typeof value === 'boolean' ? undefined : 'true or false';
  if (Array.isArray(usual)) return isTexts(value) ? undefined : 'a list of texts';
  return typeof value === 'number' && value >= 0 ? undefined : 'a number, 0 or more';
}

function isSetting(name: string): name is keyof Settings {
  return Object.hasOwn(defaultSettings, name);
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}
