// One dossier: head, what to do, timeline, papers. The same beside the list and on its own page.

import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { problemOf } from '../api.ts';
import { Notice } from '../ui/notice.tsx';
import { dossierWords } from '../words/dossier.ts';
import { vi } from '../words/vi.ts';
import { ActionsPanel } from './actions-panel.tsx';
import classes from './dossier.module.css';
import { DossierDeclared } from './dossier-declared.tsx';
import { DossierFacts } from './dossier-facts.tsx';
import { DossierHead } from './dossier-head.tsx';
import { DossierNotes } from './dossier-notes.tsx';
import { DossierOpinions } from './dossier-opinions.tsx';
import { DossierPapers } from './dossier-papers.tsx';
import { DossierSteps } from './dossier-steps.tsx';
import { DossierTalks } from './dossier-talks.tsx';
import { dossierQuery } from './queries.ts';
import { StatutoryPapers } from './statutory-papers.tsx';
import { Timeline } from './timeline.tsx';

export function Dossier({ id, onClose }: { id: string; onClose?: () => void }) {
  const { data: dossier, error, refetch } = useQuery(dossierQuery(id));
  if (dossier === undefined)
    return error === null ? (
      <Waiting />
    ) : (
      <div className={classes['failed']}>
        <Notice tone="red" icon="warning" title={dossierWords.failed} role="alert">
          <p>{problemOf(error).detail}</p>
          <Button variant="default" size="xs" mt="xs" onClick={() => void refetch()}>
            {vi.retry}
          </Button>
        </Notice>
      </div>
    );
  return (
    <article className={classes['dossier']}>
      <title>{dossierWords.pageTitle(dossier.code ?? dossierWords.uncoded, dossier.procedureName)}</title>
      <DossierHead dossier={dossier} {...(onClose === undefined ? {} : { onClose })} />
      <div className={classes['columns']}>
        <div className={classes['actions']}>
          <ActionsPanel dossier={dossier} />
        </div>
        <div className={classes['centre']}>
          <DossierSteps dossier={dossier} />
          <DossierOpinions opinions={dossier.opinions} />
          <DossierTalks dossierId={dossier.id} />
          <DossierPapers dossier={dossier} />
          <StatutoryPapers dossierId={dossier.id} />
          <DossierDeclared dossierId={dossier.id} />
          <DossierFacts dossier={dossier} />
        </div>
        <div className={classes['timeline']}>
          <DossierNotes dossier={dossier} />
          <Timeline dossier={dossier} />
        </div>
      </div>
    </article>
  );
}

function Waiting() {
  return (
    <div className={classes['waiting']} aria-hidden="true">
      <Skeleton height={20} width={220} radius="sm" />
      <Skeleton height={32} width="60%" radius="sm" />
      <Skeleton height={64} radius="sm" />
      <Skeleton height={240} radius="sm" />
    </div>
  );
}
