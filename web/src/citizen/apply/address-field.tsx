// An address of today: province, then commune, from the list in force; house and street in words.

import { isObject } from '@motcua/domain/form-answers';
import type { VisibleField } from '@motcua/domain/form-fields';
import type { Units } from '@motcua/domain/units';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { applyWords } from '../../words/apply.ts';
import classes from './apply.module.css';
import { type Asking, controlId, labelOf } from './asking.ts';

/** Three thousand names: fetched once, and only by who is asked for an address. */
export const unitsQuery = {
  queryKey: ['units-of-today'],
  queryFn: async (): Promise<Units> => (await import('@motcua/domain/units-of-today')).unitsOfToday(),
  staleTime: Number.POSITIVE_INFINITY,
};

export function AddressField({ asked, asking }: { asked: VisibleField; asking: Asking }) {
  const path = asking.prefix + asked.path;
  const kept = asking.answerOf(path);
  const address = isObject(kept) ? kept : {};
  const said = (part: string) => (typeof address[part] === 'string' ? address[part] : '');
  const { data: units } = useQuery(unitsQuery);
  const [detail, setDetail] = useState<string | null>(null);
  const defect =
    asking.defectOf(path) ??
    ['province', 'commune', 'detail'].map((part) => asking.defectOf(`${path}.${part}`)).find(Boolean);
  const id = controlId(path);
  return (
    <fieldset className={classes['field']} data-wrong={defect !== undefined}>
      <legend>{labelOf(asked)}</legend>
      {asked.field.hint !== undefined && <p className={classes['hint']}>{asked.field.hint}</p>}
      {defect !== undefined && <p className={classes['wrong']}>{defect}</p>}
      <label htmlFor={id}>{applyWords.province}</label>
      <select
        id={id}
        value={said('province')}
        onChange={({ currentTarget: { value } }) =>
          asking.put(path, value === '' ? undefined : { ...without(address, 'commune'), province: value })
        }
      >
        <option value="">{applyWords.choose}</option>
        {units?.provinces.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
      <label htmlFor={`${id}-commune`}>{applyWords.commune}</label>
      <select
        id={`${id}-commune`}
        value={said('commune')}
        disabled={said('province') === ''}
        onChange={({ currentTarget: { value } }) =>
          asking.put(path, value === '' ? without(address, 'commune') : { ...address, commune: value })
        }
      >
        <option value="">{applyWords.choose}</option>
        {units?.communesOf(said('province')).map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
      <label htmlFor={`${id}-detail`}>{applyWords.detail}</label>
      <input
        id={`${id}-detail`}
        maxLength={200}
        autoComplete="street-address"
        value={detail ?? said('detail')}
        onChange={(event) => setDetail(event.currentTarget.value)}
        onBlur={() => {
          if (detail === null) return;
          const typed = detail.trim();
          asking.put(path, typed === '' ? without(address, 'detail') : { ...address, detail: typed });
          setDetail(null);
        }}
      />
    </fieldset>
  );
}

function without<T extends object>(address: T, part: string): T {
  return Object.fromEntries(Object.entries(address).filter(([key]) => key !== part)) as T;
}
