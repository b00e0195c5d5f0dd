// The papers received, and what the citizen still has to bring.

import { momentText } from '@motcua/domain/clock-time';
import type { DossierView } from '@motcua/server/dossiers/schema';
import type { DossierFile } from '@motcua/server/files/schema';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Notice } from '../ui/notice.tsx';
import { Section } from '../ui/section.tsx';
import { dossierWords } from '../words/dossier.ts';
import classes from './dossier-papers.module.css';
import { FileViewer } from './files/file-viewer.tsx';
import { filesQuery } from './files/files-api.ts';
import { PaperScans } from './files/paper-scans.tsx';
import { SupplementAnswers } from './supplement-answers.tsx';
import { useSession } from './use-session.ts';

const words = dossierWords.papers;

export function DossierPapers({ dossier }: { dossier: DossierView }) {
  const { supplement, proposal } = dossier;
  const today = useSession().now;
  const { data } = useQuery(filesQuery(dossier.id));
  const files = data?.files ?? [];
  const [looking, setLooking] = useState<{ first: string; beside?: string } | null>(null);
  const papers = slotsOf(dossier, files);
  return (
    <>
      {supplement !== null && (
        <SupplementAnswers
          supplement={supplement}
          onLook={(first, beside) => setLooking(beside === undefined ? { first } : { first, beside })}
        />
      )}
      {proposal !== null && (
        <Notice tone="amber" icon="flag" title={dossierWords.supplement.proposed}>
          <ol className={classes['items']}>
            {proposal.items.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ol>
          <p>{dossierWords.supplement.proposedBy(proposal.officerName, momentText(proposal.at, today))}</p>
        </Notice>
      )}
      <Section title={words.title} aside={words.sets(dossier.copies)}>
        {papers.length === 0 ? (
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
              {papers.map((paper) => (
                <tr key={paper.paperId}>
                  <th scope="row">
                    {paper.name}
                    {paper.note !== null && <span>{paper.note}</span>}
                    <PaperScans
                      dossierId={dossier.id}
                      paperId={paper.paperId}
                      name={paper.name}
                      files={files.filter(({ paperId }) => paperId === paper.paperId)}
                      mayAdd={data?.whyNotAdd === null}
                      onLook={(first) => setLooking({ first })}
                    />
                  </th>
                  <td>{paper.originals}</td>
                  <td>{paper.copies}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Section>
      {looking !== null && (
        <FileViewer
          dossierId={dossier.id}
          files={files}
          nameOf={(id) => papers.find(({ paperId }) => paperId === id)?.name ?? id}
          {...looking}
          onClose={() => setLooking(null)}
        />
      )}
    </>
  );
}

/** The papers received, and those of which there is only a scan so far. */
function slotsOf(dossier: DossierView, files: readonly DossierFile[]): DossierView['papers'] {
  const received = new Set(dossier.papers.map(({ paperId }) => paperId));
  const scanned = [...new Set(files.map(({ paperId }) => paperId))].filter((id) => !received.has(id));
  return [
    ...dossier.papers,
    ...scanned.map((paperId) => ({
      paperId,
      name: dossier.procedurePapers.find(({ id }) => id === paperId)?.name ?? words.beyond,
      originals: 0,
      copies: 0,
      note: null,
    })),
  ];
}
