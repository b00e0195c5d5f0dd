// The process as a diagram that is also a list: what a screen reader reads in order is what the eye sees from top to bottom.

import type { DrawnProcess } from '@motcua/server/processes/schema';
import { useState } from 'react';
import { Icon, type IconName } from '../ui/icons.tsx';
import { processWords } from '../words/process.ts';
import classes from './diagram.module.css';

const words = processWords.diagram;
type Step = DrawnProcess['steps'][number];

const icons: Record<Step['kind'], IconName> = {
  intake: 'inbox',
  work: 'paper',
  approve: 'check',
  register: 'print',
  return: 'person',
};

export function ProcessDiagram({ drawn }: { drawn: DrawnProcess }) {
  const [caseId, choose] = useState(drawn.cases[0]?.id);
  const chosen = drawn.cases.find(({ id }) => id === caseId);
  const timed = drawn.steps.map((step, index) => ({
    step,
    ...(chosen?.times[index] ?? { skipped: false, minutes: step.minutes, timeText: step.timeText }),
  }));
  const longest = Math.max(1, ...timed.map(({ minutes }) => minutes));
  return (
    <div className={classes['diagram']}>
      {drawn.cases.length > 0 && (
        <fieldset className={classes['cases']}>
          <legend>{words.cases}</legend>
          {drawn.cases.map(({ id, name }) => (
            <label key={id}>
              <input type="radio" name="case" checked={id === caseId} onChange={() => choose(id)} />
              <span>{name}</span>
            </label>
          ))}
        </fieldset>
      )}
      <ol className={classes['steps']}>
        <li className={classes['edge']}>{words.start}</li>
        {timed.map(({ step, skipped, minutes, timeText }) => (
          <li
            key={step.id}
            className={classes['step']}
            data-kind={step.kind}
            data-skipped={skipped || undefined}
          >
            <span className={classes['node']}>
              <Icon name={icons[step.kind]} size={18} />
            </span>
            <div className={classes['card']}>
              <div className={classes['head']}>
                <h3>{step.name}</h3>
                <span className={classes['time']}>
                  {skipped
                    ? words.skipped
                    : (timeText ?? (step.kind === 'return' ? words.untimed : words.noTime))}
                </span>
              </div>
              <p className={classes['who']}>
                {step.roleName} · {step.unitName}
              </p>
              {minutes > 0 && (
                <span className={classes['bar']} aria-hidden="true">
                  <span style={{ width: `${Math.max(3, (minutes / longest) * 100)}%` }} />
                </span>
              )}
              <Details step={step} />
            </div>
          </li>
        ))}
        <li className={classes['edge']}>{words.end}</li>
      </ol>
      <ul className={classes['notes']}>
        <li>{words.total(chosen?.totalText ?? drawn.totalText)}</li>
        {chosen?.termText != null && <li>{words.caseTerm(chosen.termText)}</li>}
        <li>{words.returns}</li>
        {drawn.paidFeeText !== null && <li>{drawn.paidFeeText}</li>}
      </ul>
    </div>
  );
}

function Details({ step }: { step: Step }) {
  const rounds = [...new Set(step.consultations.map(({ round }) => round))].sort((a, b) => a - b);
  return (
    <>
      {step.checks !== null && step.checks !== step.name && (
        <details className={classes['more']}>
          <summary>{words.checks}</summary>
          <p>{step.checks}</p>
        </details>
      )}
      {step.produces !== null && <p className={classes['who']}>{words.produces(step.produces)}</p>}
      {rounds.length > 0 && (
        <div className={classes['consult']}>
          <p>{words.consult}</p>
          <ol>
            {rounds.map((round) => {
              const asked = step.consultations.filter((each) => each.round === round);
              return (
                <li key={round}>
                  <span className={classes['round']}>{words.round(round, asked.length)}</span>
                  <ul>
                    {asked.map(({ agency, question, timeText, silenceText }) => (
                      <li key={agency + question}>
                        <strong>{agency}</strong>: {question}, {words.answerIn(timeText)}. {silenceText}
                      </li>
                    ))}
                  </ul>
                </li>
              );
            })}
          </ol>
        </div>
      )}
    </>
  );
}
