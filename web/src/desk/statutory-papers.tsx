// The papers the office issued in a dossier: number, when, by whom, how often printed; and the package of the whole dossier.

import { Button } from '@mantine/core';
import { momentText } from '@motcua/domain/clock-time';
import type { PaperList, PaperRow } from '@motcua/server/papers/schema';
import { useQuery } from '@tanstack/react-query';
import { problemOf } from '../api.ts';
import { Icon } from '../ui/icons.tsx';
import { Notice } from '../ui/notice.tsx';
import { Section } from '../ui/section.tsx';
import { paperWords as words } from '../words/papers.ts';
import { vi } from '../words/vi.ts';
import { archiveUrl, papersQuery, paperUrl } from './papers-queries.ts';
import classes from './statutory-papers.module.css';
import { useSession } from './use-session.ts';

export function StatutoryPapers({ dossierId }: { dossierId: string }) {
  const { data, error, refetch } = useQuery(papersQuery(dossierId));
  if (data === undefined)
    return error === null ? null : (
      <Section title={words.title}>
        <Notice tone="red" icon="warning" title={words.failed} role="alert">
          <p>{problemOf(error).detail}</p>
          <Button variant="default" size="xs" mt="xs" onClick={() => void refetch()}>
            {vi.retry}
          </Button>
        </Notice>
      </Section>
    );
  return (
    <Section title={words.title}>
      {data.papers.length === 0 ? (
        <p className={classes['quiet']}>{words.none}</p>
      ) : (
        <>
          <p className={classes['quiet']}>{words.lead}</p>
          <ul className={classes['papers']}>
            {data.papers.map((paper) => (
              <Paper key={paper.id} dossierId={dossierId} paper={paper} />
            ))}
          </ul>
        </>
      )}
      <Archive dossierId={dossierId} archived={data.archived} />
    </Section>
  );
}

function Paper({ dossierId, paper }: { dossierId: string; paper: PaperRow }) {
  const { now } = useSession();
  const times = paper.prints.length;
  const moment = momentText(paper.issuedAt, now);
  return (
    <li>
      <div className={classes['what']}>
        <strong>{paper.name}</strong>
        <span className={classes['quiet']}>
          {paper.numberText === null
            ? words.until(moment)
            : `${words.number(paper.numberText)} · ${words.issued(moment, paper.issuedBy)}`}
        </span>
        <span className={classes['quiet']}>{paper.source}</span>
        {paper.cancelledAt !== null && (
          <span className={classes['cancelled']}>{words.cancelled(momentText(paper.cancelledAt, now))}</span>
        )}
        {times > 0 && <Prints title={words.printed(times)} prints={paper.prints} />}
      </div>
      <Button
        component="a"
        href={paperUrl(dossierId, paper.id)}
        target="_blank"
        rel="noopener"
        variant="default"
        size="xs"
        leftSection={<Icon name="print" size={16} />}
        aria-label={times === 0 ? words.printOf(paper.name) : words.printAgainOf(paper.name, times)}
      >
        {times === 0 ? words.print : words.printAgain}
      </Button>
    </li>
  );
}

function Prints({ title, prints }: { title: string; prints: PaperRow['prints'] }) {
  const { now } = useSession();
  return (
    <details className={classes['prints']}>
      <summary>{title}</summary>
      <ol>
        {prints.map(({ copy, at, officerName }, index) => (
          <li key={index}>
            {copy === 1 ? words.firstPrint : words.reprint(copy)}:{' '}
            {words.by(officerName, momentText(at, now))}
          </li>
        ))}
      </ol>
    </details>
  );
}

function Archive({ dossierId, archived }: { dossierId: string; archived: PaperList['archived'] }) {
  return (
    <div className={classes['archive']}>
      <Button
        component="a"
        href={archiveUrl(dossierId)}
        download
        variant="subtle"
        size="xs"
        leftSection={<Icon name="save" size={16} />}
      >
        {words.archive}
      </Button>
      <span className={classes['quiet']}>
        {archived.length === 0 ? words.archiveHint : words.archived(archived.length)}
      </span>
    </div>
  );
}
