// What was declared in the e-form a dossier came with: who filed for whom, then answer by answer; nothing for others.

import type { DeclaredView } from '@motcua/server/drafts/schema';
import { useQuery } from '@tanstack/react-query';
import { ask } from '../api.ts';
import { Section } from '../ui/section.tsx';
import { declaredWords as words } from '../words/declared.ts';
import classes from './dossier-facts.module.css';
import { dossierQuery } from './queries.ts';

export function DossierDeclared({ dossierId }: { dossierId: string }) {
  const { data } = useQuery({
    queryKey: [...dossierQuery(dossierId).queryKey, 'declared'],
    queryFn: ({ signal }) => ask<DeclaredView>(`/dossiers/${dossierId}/declared`, { signal }),
  });
  if (data === undefined || data.pages.length === 0) return null;
  return (
    <Section title={data.title}>
      {!data.unaltered && <p role="alert">{words.altered}</p>}
      <dl className={classes['facts']}>
        <div>
          <dt>{words.filer}</dt>
          <dd>{data.filer}</dd>
        </div>
        <div>
          <dt>{words.messagesTo}</dt>
          <dd>{data.messagesTo}</dd>
        </div>
      </dl>
      {data.pages.map(({ title, rows }) => (
        <details key={title} open>
          <summary>{title}</summary>
          <dl className={classes['facts']}>
            {rows.map(({ label, value }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value === '' ? words.nothing : value}</dd>
              </div>
            ))}
          </dl>
        </details>
      ))}
    </Section>
  );
}
