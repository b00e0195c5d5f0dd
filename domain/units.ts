// Provinces and communes of today, found by code, or by what people type of the name: without accents, with "P." or "xã".

import { foldedKey } from './folding.ts';

export interface Province {
  code: string;
  /** `Tỉnh Tây Ninh`. */
  name: string;
}

export interface Commune {
  code: string;
  /** `Phường Kiến Tường`. */
  name: string;
  /** The code of its province. */
  province: string;
}

export interface Units {
  provinces: readonly Province[];
  province(code: string): Province | undefined;
  commune(code: string): Commune | undefined;
  /** The communes of a province, by name. */
  communesOf(province: string): readonly Commune[];
  /** The communes that a text may mean, the likeliest first; within one province when it is given. */
  find(text: string, within?: string): Commune[];
}

/** `Phường Kiến Tường, Tỉnh Tây Ninh`; null for codes that no unit has. */
export function placeText(units: Units, commune: string): string | null {
  const unit = units.commune(commune);
  const province = unit === undefined ? undefined : units.province(unit.province);
  return unit === undefined || province === undefined ? null : `${unit.name}, ${province.name}`;
}

interface Keyed extends Commune {
  /** Folded: with its type, and bare. */
  full: string;
  bare: string;
}

/** An index over the units; built once. */
export function unitsOf(provinces: readonly Province[], communes: readonly Commune[]): Units {
  const provinceByCode = new Map(provinces.map((each) => [each.code, each]));
  const communeByCode = new Map(communes.map((each) => [each.code, each]));
  const keyed: Keyed[] = communes.map((each) => {
    const full = foldedKey(each.name);
    return { ...each, full, bare: withoutType(full) };
  });
  const provinceKeys = provinces.map((each) => ({
    code: each.code,
    bare: foldedKey(each.name).replace(/^(tinh|thanh pho) /, ''),
  }));
  return {
    provinces,
    province: (code) => provinceByCode.get(code),
    commune: (code) => communeByCode.get(code),
    communesOf: (province) => communes.filter((each) => each.province === province),
    find: (text, within) => find(keyed, provinceKeys, text, within),
  };
}

function withoutType(folded: string): string {
  return folded.replace(/^(phuong|xa|dac khu) /, '');
}

function find(
  communes: readonly Keyed[],
  provinces: readonly { code: string; bare: string }[],
  text: string,
  within: string | undefined,
): Commune[] {
  const key = expanded(foldedKey(text));
  if (key === '') return [];
  const named = provinces.find((each) => key.length > each.bare.length && key.endsWith(` ${each.bare}`));
  const tries =
    named === undefined
      ? [{ key, province: within }]
      : [
          {
            key: key.slice(0, -named.bare.length - 1).replace(/ (tinh|thanh pho|tp|t)$/, ''),
            province: within ?? named.code,
          },
          { key, province: within },
        ];
  for (const each of tries) {
    const found = ranked(communes, each.key, each.province);
    if (found.length > 0) return found;
  }
  return [];
}

function ranked(communes: readonly Keyed[], key: string, province: string | undefined): Commune[] {
  const bare = withoutType(key);
  const scored = communes
    .filter((each) => province === undefined || each.province === province)
    .map((each) => ({ each, score: score(each, key, bare) }))
    .filter(({ score: points }) => points > 0);
  const best = Math.max(0, ...scored.map(({ score: points }) => points));
  return scored
    .filter(({ score: points }) => best < 3 || points >= 3)
    .sort((a, b) => b.score - a.score || a.each.bare.localeCompare(b.each.bare, 'vi'))
    .map(({ each: { code, name, province: of } }) => ({ code, name, province: of }));
}

/** 4: type and name; 3: the name; 2: it begins so; 1: a word of it begins so. */
function score(commune: Keyed, key: string, bare: string): number {
  if (commune.full === key) return 4;
  if (commune.bare === bare || commune.bare === key) return 3;
  if (commune.bare.startsWith(bare)) return 2;
  return ` ${commune.bare}`.includes(` ${bare}`) ? 1 : 0;
}

/** `p kien tuong` and `phuong kien tuong` are the same. */
function expanded(key: string): string {
  return key
    .replace(/^p (?=\D)/, 'phuong ')
    .replace(/^x (?=\D)/, 'xa ')
    .replace(/^dk (?=\D)/, 'dac khu ');
}
