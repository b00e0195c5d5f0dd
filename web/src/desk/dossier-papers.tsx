// The papers received, and what the citizen still has to bring.

import { momentText } from '@motcua/domain/clock-time';
import type { DossierView } from '@motcua/server/dossiers/schema';
import { Notice } from '../ui/notice.tsx';
import { Section } from '../ui/section.tsx';
import { dossierWords } from '../words/dossier.ts';
import classes from './dossier-papers.module.css';
import { useSession } from './use-session.ts';

const words = dossierWords.papers;

export function DossierPapers({ dossier }: { dossier: DossierView }) {
  const { supplement } = dossier;
  const today = useSession().now;
  return (
    <>
      {supplement !== null && (
        <Notice tone="slate" icon="pause" title={dossierWords.supplement.title}>
          <ol className={classes['items']}>
            {supplement.items.map((item, index) => (
              <li key={index}>
                <strong>{item.label}</strong>: {item.reason}
              </li>
            ))}
          </ol>
          <p>{dossierWords.supplement.until(momentText(supplement.answerBy, today))}</p>
        </Notice>
      )}
      <Section title={words.title} aside={words.sets(dossier.copies)}>
        {dossier.papers.length === 0 ? (
          <p>{words.none}</p>
        ) : (
          <table className={classes['papers']}>
            <thead>
              <tr>
                <th scope="col">{words.name}</th>
                <th scope="col">{words.originals}</th>
                <th scope="col">{words.copies}</th>
              </tr>
            </thead>
            <tbody>
              {dossier.papers.map((paper) => (
                <tr key={paper.paperId}>
                  <th scope="row">
                    {paper.name}
                    {paper.note !== null && <span>{paper.note}</span>}
                  </th>
                  <td>{paper.originals}</td>
                  <td>{paper.copies}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Section>
    </>
  );
}
