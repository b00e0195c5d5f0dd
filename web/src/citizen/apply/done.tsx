// Filed: what that means and what it does not, what comes next, and the way to follow the dossier.

import type { DraftView } from '@motcua/server/drafts/schema';
import { Link } from '@tanstack/react-router';
import { applyWords } from '../../words/apply.ts';
import classes from './apply.module.css';

const words = applyWords.done;

export function Done({ view, trackingToken }: { view: DraftView; trackingToken: string }) {
  return (
    <>
      <p className={classes['which']}>{view.procedure.shortName}</p>
      <h1 className={classes['title']}>{words.title}</h1>
      <p>{words.text(view.office.name)}</p>
      <p>
        <Link to="/q/$token" params={{ token: trackingToken }} className={classes['first']}>
          {words.follow}
        </Link>
      </p>
      <p className={classes['hint']}>{words.keep}</p>
      <p className={classes['hint']}>{words.zalo}</p>
      <section className={classes['next']}>
        <h2>{words.next}</h2>
        <ol>
          {view.next.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <p>{view.next.due}</p>
        <p>{view.next.fee}</p>
      </section>
    </>
  );
}
