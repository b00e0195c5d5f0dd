// What citizens and officers said about this dossier in the chat; whoever reads the dossier reads it, and answers here.

import { useQuery } from '@tanstack/react-query';
import { Section } from '../ui/section.tsx';
import { talkWords as words } from '../words/talks.ts';
import { Transcript } from './talk.tsx';
import { TalkActs } from './talk-acts.tsx';
import { dossierTalksQuery } from './talks-queries.ts';

export function DossierTalks({ dossierId }: { dossierId: string }) {
  const talks = useQuery(dossierTalksQuery(dossierId)).data?.talks ?? [];
  if (talks.length === 0) return null;
  return (
    <Section title={words.section}>
      {talks.map((talk) => (
        <div key={talk.id}>
          <Transcript talk={talk} />
          <TalkActs talk={talk} />
        </div>
      ))}
    </Section>
  );
}
