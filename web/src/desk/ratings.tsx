// Đánh giá: how content citizens are, with what the figures can bear; for those who lead, whom to answer by when.

import { percentText } from '@motcua/domain/rating-figures';
import { offeredLevels } from '@motcua/domain/rating-words';
import type { RatingBoard, RatingFigures } from '@motcua/server/ratings/schema';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Section } from '../ui/section.tsx';
import { ratingDesk as words } from '../words/ratings.ts';
import { FollowUps } from './follow-ups.tsx';
import { ListFailed, ListWaiting } from './list-states.tsx';
import classes from './ratings.module.css';
import { ratingsQuery } from './ratings-queries.ts';

type Share = RatingFigures['satisfied'];

export function Ratings() {
  const board = useQuery(ratingsQuery);
  return (
    <section className={classes['page']} aria-label={words.title}>
      <title>{words.pageTitle}</title>
      <header>
        <h1>{words.title}</h1>
        <p className={classes['quiet']}>{words.lead}</p>
      </header>
      {board.data === undefined ? (
        board.isError ? (
          <ListFailed title={words.notLoaded} error={board.error} again={() => void board.refetch()} />
        ) : (
          <ListWaiting rows={4} height={48} />
        )
      ) : (
        <Board board={board.data} />
      )}
    </section>
  );
}

function Board({ board: { figures, lead } }: { board: RatingBoard }) {
  return (
    <>
      {lead !== null && <FollowUps rows={lead.followUps} />}
      <div className={classes['figures']}>
        <Figure name={words.satisfied} share={figures.satisfied}>
          {words.n(figures.satisfied.of)}
        </Figure>
        <Figure name={words.response} share={figures.response}>
          {words.of(figures.response.count, figures.response.of)}
        </Figure>
        {offeredLevels.map((level) => (
          <p key={level}>
            <strong>{figures.levels[level]}</strong>
            <span>{words.levels[level]}</span>
          </p>
        ))}
      </div>
      {figures.response.count === 0 && <p className={classes['quiet']}>{words.none}</p>}
      {figures.setAside > 0 && <p>{words.setAside(figures.setAside)}</p>}
      <Section title={words.questions}>
        <Table columns={words.questionColumns}>
          {figures.questions.map(({ id, letter, text, n, points }) => (
            <tr key={id}>
              <th scope="row">
                {letter}) {text}
              </th>
              <td>{n}</td>
              <td>{points === null ? words.noPoints : String(points).replace('.', ',')}</td>
            </tr>
          ))}
        </Table>
      </Section>
      <Section title={words.indicators}>
        <Table columns={words.indicatorColumns} prose>
          {figures.indicators.map(({ number, name, points, why }) => (
            <tr key={number}>
              <th scope="row">
                {number}. {name}
              </th>
              <td>{points ?? words.noPoints}</td>
              <td>{why}</td>
            </tr>
          ))}
        </Table>
      </Section>
      <Groups title={words.procedures} groups={figures.procedures} />
      {lead !== null && <Groups title={words.officers} groups={lead.officers} />}
    </>
  );
}

function Figure({ name, share, children }: { name: string; share: Share; children: ReactNode }) {
  return (
    <p>
      <strong>{percentText(share.share)}</strong>
      <span>{name}</span>
      <span className={classes['quiet']}>
        {children}
        {share.low !== null && `; ${words.interval(percentText(share.low), percentText(share.high))}`}
      </span>
    </p>
  );
}

function Groups({ title, groups }: { title: string; groups: RatingFigures['procedures'] }) {
  return (
    <Section title={title} aside={words.fewest}>
      {groups.length > 0 && (
        <Table columns={words.groupColumns}>
          {groups.map(({ key, name, satisfied }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              <td>{satisfied.of}</td>
              <td>{percentText(satisfied.share)}</td>
              <td>
                {percentText(satisfied.low)} – {percentText(satisfied.high)}
              </td>
            </tr>
          ))}
        </Table>
      )}
    </Section>
  );
}

function Table({
  columns,
  prose = false,
  children,
}: {
  columns: readonly string[];
  /** The last column is a sentence. */
  prose?: boolean;
  children: ReactNode;
}) {
  return (
    <div className={classes['scroll']}>
      <table className={classes['table']} data-prose={prose}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
