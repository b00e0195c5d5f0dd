// The last page before filing: every answer, who files for whom and who is told, what comes next, when, at what cost, and the declaration.

import { filingForm, partiesOf, splitFiling } from '@motcua/domain/filing-form';
import type { Form } from '@motcua/domain/form';
import { type Answers, answerAt } from '@motcua/domain/form-answers';
import { answerPages } from '@motcua/domain/form-pages';
import type { DraftView } from '@motcua/server/drafts/schema';
import { useQuery } from '@tanstack/react-query';
import { applyWords } from '../../words/apply.ts';
import { unitsQuery } from './address-field.tsx';
import classes from './apply.module.css';

const words = applyWords.check;

export function CheckAnswers({
  form,
  answers,
  view,
  onChange,
}: {
  form: Form;
  answers: Answers;
  view: DraftView;
  onChange: (step: string) => void;
}) {
  const { data: units } = useQuery(unitsQuery);
  const pages = answerPages(form, splitFiling(answers).form, { units });
  return (
    <>
      <Section title={words.parties} onChange={() => onChange(`nop-${filingForm.pages[0]?.id ?? ''}`)}>
        {partyRows(form, answers).map(([label, value]) => (
          <Row key={label} label={label} value={value} />
        ))}
      </Section>
      {pages.map(({ id, title, rows }) => (
        <Section key={id} title={title} onChange={() => onChange(id)}>
          {rows.map(({ label, value }) => (
            <Row key={label} label={label} value={value} />
          ))}
        </Section>
      ))}
      <Section title={words.papers}>
        {view.slots.map(({ paperId, name }) => {
          const pagesSent = view.papers
            .filter((paper) => paper.paperId === paperId)
            .reduce((sum, paper) => sum + paper.pages, 0);
          return pagesSent === 0 ? null : <Row key={paperId} label={name} value={words.pages(pagesSent)} />;
        })}
      </Section>
      <section className={classes['next']}>
        <h2>{words.next}</h2>
        <ol>
          {view.next.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <dl>
          <Row label={words.where} value={view.place.text} />
          <Row label={words.when} value={view.next.due} />
          <Row label={words.cost} value={view.next.fee} />
        </dl>
      </section>
    </>
  );
}

/** Filer, subject and recipient, each by name: three people or one. */
function partyRows(form: Form, answers: Answers): [string, string][] {
  const { filer, messagesTo } = partiesOf(answers);
  const said = (path: string) => {
    const answer = answerAt(splitFiling(answers).form, `${form.applicant}.${path}`);
    return typeof answer === 'string' ? answer : words.nothing;
  };
  const told =
    messagesTo === 'filer' && filer !== null
      ? { name: filer.fullName, phone: filer.phone ?? words.nothing }
      : { name: said('fullName'), phone: said('phone') };
  return [
    [words.filer, filer?.fullName ?? words.herself],
    [words.subject, said('fullName')],
    [words.recipient, words.phoneOf(told.name, told.phone.replace(/^\+84/, '0'))],
  ];
}

function Section({
  title,
  onChange,
  children,
}: {
  title: string;
  onChange?: () => void;
  children: React.ReactNode;
}) {
  return (
    <section className={classes['answers']}>
      <h2>{title}</h2>
      {onChange !== undefined && (
        <button
          type="button"
          className={classes['quiet']}
          aria-label={words.changeOf(title)}
          onClick={onChange}
        >
          {words.change}
        </button>
      )}
      <dl>{children}</dl>
    </section>
  );
}

function Row({ label, value }: { label: string; value: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value === '' ? words.nothing : value}</dd>
    </div>
  );
}
