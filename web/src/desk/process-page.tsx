// One process: its versions, the diagram, its proof with the ways into each defect, publishing, and moving dossiers.

import type { ProcessVersions, ProcessView } from '@motcua/server/processes/schema';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { ProcessDiagram } from '../process/diagram.tsx';
import { versionQuery, versionsQuery } from '../process/process-queries.ts';
import { Icon, type IconName } from '../ui/icons.tsx';
import { Chip } from '../ui/notice.tsx';
import type { Tone } from '../ui/palette.ts';
import { Section } from '../ui/section.tsx';
import { processWords as words } from '../words/process.ts';
import dossier from './dossier.module.css';
import { ListFailed, ListWaiting } from './list-states.tsx';
import { EditProcess } from './process-edit.tsx';
import { MoveDossiers } from './process-moves.tsx';
import classes from './process-page.module.css';
import { Findings, Proof } from './process-proof.tsx';
import { Publish } from './process-publish.tsx';

const looks: Record<ProcessView['state'], { tone: Tone; icon: IconName }> = {
  draft: { tone: 'grey', icon: 'paper' },
  coming: { tone: 'slate', icon: 'clock' },
  in_force: { tone: 'green', icon: 'check' },
  past: { tone: 'sage', icon: 'dash' },
};

export function ProcessPage() {
  const { code } = useParams({ from: '/desk/quy-trinh/$code' });
  const { pb } = useSearch({ from: '/desk/quy-trinh/$code' });
  const all = useQuery(versionsQuery(code));
  const version =
    pb ??
    all.data?.versions.find(({ state }) => state === 'in_force')?.version ??
    all.data?.versions[0]?.version;
  const view = useQuery({ ...versionQuery(code, version ?? 0), enabled: version !== undefined });
  const error = all.error ?? view.error;
  return (
    <section className={dossier['page']}>
      <title>{words.pageTitle(all.data?.title ?? code)}</title>
      <Link to="/quy-trinh" className={dossier['back'] ?? ''}>
        <Icon name="back" />
        {words.back}
      </Link>
      {all.data !== undefined && view.data !== undefined ? (
        <Body all={all.data} view={view.data} />
      ) : error !== null ? (
        <ListFailed
          title={words.notLoaded}
          error={error}
          again={() => {
            void all.refetch();
            void view.refetch();
          }}
        />
      ) : (
        <ListWaiting rows={4} height={96} />
      )}
    </section>
  );
}

function Body({ all, view }: { all: ProcessVersions; view: ProcessView }) {
  return (
    <>
      <header className={classes['head']}>
        <h1>{view.title}</h1>
        <p className={classes['quiet']}>
          {view.code}
          {view.termText !== null && ` · ${words.term(view.termText)}`}
          {view.source !== null && ` · ${words.source(view.source)}`}
        </p>
        <nav aria-label={words.versions} className={classes['versions']}>
          {all.versions.map(({ version, state, stateText }) => (
            <Link
              key={version}
              to="/quy-trinh/$code"
              params={{ code: view.code }}
              search={{ pb: version }}
              aria-current={version === view.version ? 'page' : undefined}
            >
              {words.version(version)}
              <Chip {...looks[state]}>{stateText}</Chip>
            </Link>
          ))}
        </nav>
      </header>
      <div className={classes['columns']}>
        <Section title={words.diagram.title}>
          <ProcessDiagram key={view.version} drawn={view.drawn} />
        </Section>
        <div className={classes['side']}>
          {view.findings.length > 0 && <Findings findings={view.findings} />}
          <Proof proof={view.proof} />
          {view.state === 'draft' && <Publish key={view.version} view={view} />}
          {view.editable !== null && (
            <EditProcess key={`edit ${view.version}`} view={view} editable={view.editable} />
          )}
          {view.otherDossiers > 0 && <MoveDossiers key={view.version} view={view} />}
        </div>
      </div>
    </>
  );
}
