// Which case am I? One tap, and the list shows what every case needs and what this one needs besides.

import type { ProcedurePage } from '@motcua/server/find/schema';
import { useId, useState } from 'react';
import classes from './procedure.module.css';
import { useProcedureWords } from './use-procedure-words.ts';

type Group = ProcedurePage['papersByCase'][number];

export function PapersByCase({ groups }: { groups: readonly Group[] }) {
  const words = useProcedureWords();
  const name = useId();
  const [chosen, setChosen] = useState<string | null>(null);
  const common = groups.filter((group) => group.name === null);
  const cases = groups.filter((group) => group.name !== null);
  const shown = cases.find((group) => group.name === chosen);
  return (
    <section className={classes['steps']}>
      <h2>{words.allPapers}</h2>
      {cases.length > 0 && (
        <fieldset className={classes['cases']}>
          <legend>{words.which}</legend>
          {cases.map((each) => (
            <label key={each.name}>
              <input
                type="radio"
                name={name}
                checked={each.name === chosen}
                onChange={() => setChosen(each.name)}
              />
              <span lang="vi">{each.name}</span>
            </label>
          ))}
        </fieldset>
      )}
      <div aria-live="polite">
        {shown !== undefined && <Papers title={words.chosen} group={shown} />}
        {common.map((group, index) => (
          <Papers key={index} title={cases.length > 0 ? words.allCases : null} group={group} />
        ))}
      </div>
    </section>
  );
}

function Papers({ title, group }: { title: string | null; group: Group }) {
  const words = useProcedureWords();
  if (group.papers.length === 0) return null;
  return (
    <>
      {title !== null && <h3>{title}</h3>}
      <ul className={classes['papers']} lang="vi">
        {group.papers.map(({ id, name, originals, copies, required, use, form }) => (
          <li key={id}>
            {name}
            <span>
              {[
                originals > 0 ? words.originals(originals) : '',
                copies > 0 ? words.copies(copies) : '',
                use === 'show' ? words.show : '',
                required ? '' : words.optional,
                form === null ? '' : words.form(form),
              ]
                .filter((each) => each !== '')
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
