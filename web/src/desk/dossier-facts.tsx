// Who filed and what was asked: names and values, masked as the server sends them.

import type { DossierView } from '@motcua/server/dossiers/schema';
import type { ReactNode } from 'react';
import { Icon } from '../ui/icons.tsx';
import { Section } from '../ui/section.tsx';
import { fullDay } from '../words/dates.ts';
import { dossierWords } from '../words/dossier.ts';
import classes from './dossier-facts.module.css';

const { applicant: personWords, facts: words } = dossierWords;

export function DossierFacts({ dossier }: { dossier: DossierView }) {
  const { applicant } = dossier;
  return (
    <>
      <Section title={personWords.title}>
        <dl className={classes['facts']}>
          <Fact name={personWords.name}>{applicant.fullName}</Fact>
          <Fact name={personWords.identity}>{applicant.identityMasked ?? personWords.none}</Fact>
          {applicant.bornOn !== null && (
            <Fact name={personWords.born}>
              {fullDay(applicant.bornOn)}
              {applicant.sex !== null && `, ${personWords.sexes[applicant.sex]}`}
            </Fact>
          )}
          <Fact name={personWords.phone}>{applicant.phone ?? personWords.none}</Fact>
          <Fact name={personWords.address}>{applicant.address}</Fact>
          {applicant.email !== null && <Fact name={personWords.email}>{applicant.email}</Fact>}
        </dl>
        <p className={classes['chats']}>
          <Icon name="chat" size={16} />
          {personWords.chats(applicant.linkedChats)}
        </p>
      </Section>
      <Section title={words.title}>
        <dl className={classes['facts']}>
          <Fact name={words.procedure}>
            {dossier.procedureFullName} <span className={classes['quiet']}>({dossier.procedureCode})</span>
          </Fact>
          <Fact name={words.summary}>{dossier.summary}</Fact>
          <Fact name={words.money}>{dossier.moneyText}</Fact>
          <Fact name={words.delivery}>{dossier.deliveryText}</Fact>
          <Fact name={words.channel}>{words.channels[dossier.channel] ?? dossier.channel}</Fact>
        </dl>
      </Section>
    </>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
