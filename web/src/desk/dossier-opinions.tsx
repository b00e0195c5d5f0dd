// What other agencies were asked about this dossier, and what they said.

import type { DossierView } from '@motcua/server/dossiers/schema';
import { Section } from '../ui/section.tsx';
import { opinionWords as words } from '../words/opinions.ts';
import classes from './dossier-opinions.module.css';

export function DossierOpinions({ opinions }: Pick<DossierView, 'opinions'>) {
  if (opinions.length === 0) return null;
  return (
    <Section title={words.section}>
      <ol className={classes['opinions']}>
        {opinions.map((opinion) => (
          <li key={opinion.id} data-overdue={opinion.overdue || undefined}>
            <p>
              <strong>{opinion.agency}</strong>: {opinion.stateText}
            </p>
            <p className={classes['quiet']}>
              {opinion.question}
              {opinion.detail !== null && ` ${opinion.detail}`}
            </p>
            {opinion.text !== null && <p>{opinion.text}</p>}
          </li>
        ))}
      </ol>
    </Section>
  );
}
