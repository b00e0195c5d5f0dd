// Where one files, asked only where a deployment serves several offices.

import { useId } from 'react';
import { usePortalWords } from '../words/use-portal.ts';
import classes from './portal.module.css';
import type { Offices } from './use-office.ts';

export function ChooseOffice({ offices }: { offices: Offices }) {
  const words = usePortalWords();
  const id = useId();
  if (offices.all.length < 2) return null;
  return (
    <div className={classes['field']}>
      <label htmlFor={id}>{words.where}</label>
      <select
        id={id}
        lang="vi"
        value={offices.tenant}
        onChange={(event) => offices.choose(event.currentTarget.value)}
      >
        <option value="">{words.chooseWhere}</option>
        {offices.all.map(({ tenant, name }) => (
          <option key={tenant} value={tenant}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
