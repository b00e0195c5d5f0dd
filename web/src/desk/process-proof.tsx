// The proof of a process in words: sound, or each place where a dossier could be stranded, with the acts that lead there.

import type { ProcessView } from '@motcua/server/processes/schema';
import { Notice } from '../ui/notice.tsx';
import { Section } from '../ui/section.tsx';
import { processWords } from '../words/process.ts';
import classes from './process-page.module.css';

const words = processWords.proof;

export function Proof({ proof }: { proof: ProcessView['proof'] }) {
  const count = proof.violations.length;
  return (
    <Section title={words.title}>
      <Notice
        tone={count === 0 ? 'green' : 'red'}
        icon={count === 0 ? 'check' : 'warning'}
        title={count === 0 ? words.sound : words.unsound(count)}
      >
        <p>{proof.lookedAt}</p>
        {proof.reserves.map((reserve) => (
          <p key={reserve}>{reserve.charAt(0).toUpperCase() + reserve.slice(1)}</p>
        ))}
      </Notice>
      <ul className={classes['list']}>
        {proof.violations.map(({ kind, stepName, problem, remedy, path }) => (
          <li key={kind + stepName + problem}>
            {stepName !== null && <p className={classes['where']}>{words.step(stepName)}</p>}
            <p>{problem}</p>
            <p className={classes['where']}>{words.remedy(remedy)}</p>
            {path.length > 0 && (
              <details>
                <summary>{words.path}</summary>
                <ol className={classes['path']}>
                  {path.map((act, index) => (
                    <li key={index}>{act}</li>
                  ))}
                </ol>
              </details>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

export function Findings({ findings }: { findings: ProcessView['findings'] }) {
  const { imported, findings: count } = processWords;
  return (
    <Section title={imported.title} aside={count(findings.length)}>
      <Notice tone="amber" icon="warning">
        <p>{imported.lead}</p>
      </Notice>
      <ul className={classes['list']}>
        {findings.map(({ field, problem, remedy }, index) => (
          <li key={index}>
            <p className={classes['where']}>{field}</p>
            <p>{problem}</p>
            <p className={classes['where']}>{words.remedy(remedy)}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
