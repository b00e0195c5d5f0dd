// Intake: one screen, three columns, by keyboard alone. What is typed stays in this tab until it is taken in.

import { Button, Skeleton } from '@mantine/core';
import { useForm } from '@mantine/form';
import { parseIdentityNumber } from '@motcua/domain/identity-number';
import type { ProcedureSummary } from '@motcua/server/procedures/schema';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { problemOf } from '../api.ts';
import { dropDraft, keepDraft, readDraft } from '../ui/draft.ts';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { useIntention } from '../ui/intention.ts';
import { Notice } from '../ui/notice.tsx';
import { actionWords } from '../words/actions.ts';
import { intakeWords as words } from '../words/intake.ts';
import { listWords } from '../words/lists.ts';
import classes from './intake/intake.module.css';
import { IntakeDone, type TakenIn } from './intake/intake-done.tsx';
import { PaperFields } from './intake/paper-fields.tsx';
import { PersonFields } from './intake/person-fields.tsx';
import { ProcedurePicker } from './intake/procedure-picker.tsx';
import { SummaryColumn } from './intake/summary-column.tsx';
import { useCardScan } from './intake/use-card-scan.ts';
import {
  emptyIntake,
  type IntakeErrors,
  type IntakeValues,
  readIntake,
  valuesOfProcedure,
  valuesOfVisit,
} from './intake/values.ts';
import { walkFields } from './intake/walk-fields.ts';
import { filedBeforeQuery, procedureQuery, takeIn } from './queries.ts';
import { mayTakeIn, useSession } from './use-session.ts';

export function Intake() {
  const [round, setRound] = useState(0);
  const [taken, setTaken] = useState<TakenIn | null>(null);
  const session = useSession();
  const { officer } = session;
  const counter = mayTakeIn(session);
  return (
    <div className={classes['page']}>
      <title>{words.pageTitle}</title>
      {!counter ? (
        <Notice tone="grey" icon="inbox" title={words.title}>
          <p>{words.notYours}</p>
        </Notice>
      ) : taken === null ? (
        <IntakeForm key={round} onTaken={setTaken} onCleared={() => setRound(round + 1)} />
      ) : (
        <IntakeDone
          taken={taken}
          onNext={() => setTaken(null)}
          onMore={() => {
            keepDraft(
              { officerId: officer.id, name: 'intake' },
              valuesOfVisit(taken.values, taken.answer.id),
            );
            setTaken(null);
          }}
        />
      )}
    </div>
  );
}

function IntakeForm({ onTaken, onCleared }: { onTaken: (taken: TakenIn) => void; onCleared: () => void }) {
  const { officer, demo } = useSession();
  const place = { officerId: officer.id, name: 'intake' };
  const client = useQueryClient();
  const intention = useIntention();
  const picker = useRef<HTMLInputElement>(null);
  const toPerson = useRef(false);
  const [summary, setSummary] = useState<{ round: number; errors: IntakeErrors }>({ round: 0, errors: [] });
  const form = useForm<IntakeValues>({
    name: 'intake',
    mode: 'controlled',
    initialValues: readDraft(place, emptyIntake) ?? emptyIntake,
    clearInputErrorOnChange: true,
    onValuesChange: (values) => keepDraft(place, values),
  });
  const { procedureCode, applicant } = form.getValues();
  const procedure = useQuery({ ...procedureQuery(procedureCode), enabled: procedureCode !== '' }).data;
  const before =
    useQuery(filedBeforeQuery(numberOf(applicant.identityNumber, demo), procedureCode)).data?.dossiers ?? [];
  const cardNews = useCardScan(form, demo);
  const sending = useMutation({
    mutationFn: (body: Parameters<typeof takeIn>[0]) => takeIn(body, intention.keyFor(body)),
  });

  useEffect(() => {
    if (procedureCode === '') picker.current?.focus();
  }, [procedureCode]);

  useEffect(() => {
    if (procedure === undefined || !toPerson.current) return;
    toPerson.current = false;
    form.getInputNode(firstToAsk(form.getValues()))?.focus();
  }, [procedure, form]);

  const pick = ({ code }: ProcedureSummary) => {
    void client.ensureQueryData(procedureQuery(code)).then((detail) => {
      form.setValues(valuesOfProcedure(detail));
      form.clearFieldError('procedureCode');
      toPerson.current = true;
    });
  };
  const showErrors = (errors: IntakeErrors) => {
    form.setErrors(Object.fromEntries(errors.map(({ field, message }) => [field, message])));
    setSummary(({ round }) => ({ round: round + 1, errors }));
  };
  const submit = () => {
    const read = readIntake(form.getValues(), demo);
    if ('errors' in read) {
      showErrors(read.errors);
      return;
    }
    if (before.length > 0 && read.body.againReason === undefined) {
      showErrors([{ field: 'againReason', message: words.before.needed }]);
      return;
    }
    showErrors([]);
    sending.mutate(read.body, {
      onSuccess: (answer) => {
        intention.done();
        dropDraft(place);
        void client.invalidateQueries({ queryKey: ['worklist'] });
        client.removeQueries({ queryKey: ['filed-before'] });
        onTaken({
          answer,
          procedureName: procedure?.shortName ?? '',
          applicantName: applicant.fullName,
          values: form.getValues(),
        });
      },
      onError: (error) => showErrors(problemOf(error).fields),
    });
  };
  const onKey = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key === 'Enter' && event.ctrlKey) {
      event.preventDefault();
      submit();
    } else walkFields(event);
  };
  return (
    <form
      noValidate
      onKeyDown={onKey}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div className={classes['head']}>
        <h1>{words.title}</h1>
        {procedureCode === '' && <Link to="/tiep-nhan/danh-sach">{listWords.link}</Link>}
        {form.isDirty() && (
          <span className={classes['draft']}>
            {words.draftKept}
            <Button
              variant="subtle"
              size="compact-sm"
              onClick={() => {
                dropDraft(place);
                onCleared();
              }}
            >
              {words.clearDraft}
            </Button>
          </span>
        )}
      </div>
      {summary.errors.length > 0 && (
        <div className={classes['problems']}>
          <ErrorSummary
            key={summary.round}
            title={actionWords.summaryTitle(summary.errors.length)}
            errors={summary.errors}
            fieldOf={form.getInputNode}
          />
        </div>
      )}
      {sending.isError && summary.errors.length === 0 && (
        <div className={classes['problems']}>
          <Notice tone="red" icon="warning" title={actionWords.failed} role="alert">
            <p>{problemOf(sending.error).detail}</p>
          </Notice>
        </div>
      )}
      {cardNews !== null && (
        <div className={classes['problems']}>
          <Notice
            tone={cardNews.tone}
            icon={cardNews.tone === 'green' ? 'check' : 'warning'}
            role={cardNews.tone === 'red' ? 'alert' : 'status'}
          >
            <p>{cardNews.text}</p>
          </Notice>
        </div>
      )}
      {form.getValues().sameVisitAs !== '' && (
        <div className={classes['problems']}>
          <Notice tone="slate" icon="person" title={words.visit.title(applicant.fullName)} role="status">
            <Button
              variant="subtle"
              size="compact-sm"
              onClick={() => {
                dropDraft(place);
                onCleared();
              }}
            >
              {words.visit.leave}
            </Button>
          </Notice>
        </div>
      )}
      {procedureCode === '' ? (
        <div className={classes['start']}>
          <ProcedurePicker inputRef={picker} error={asText(form.errors['procedureCode'])} onPick={pick} />
          <h2>{words.procedure.start}</h2>
          <p className={classes['quiet']}>{words.procedure.startText}</p>
          <p className={classes['quiet']}>{words.card.hint}</p>
        </div>
      ) : procedure === undefined ? (
        <Skeleton height={320} radius="sm" />
      ) : (
        <>
          <div className={classes['chosen']}>
            <div>
              <strong>{procedure.shortName}</strong>
              <span className={classes['quiet']}>
                {procedure.field} · {procedure.code}
              </span>
            </div>
            <Button variant="default" size="xs" onClick={() => form.setFieldValue('procedureCode', '')}>
              {words.procedure.change}
            </Button>
          </div>
          <div className={classes['columns']}>
            <PersonFields form={form} allowDemo={demo} />
            <PaperFields
              form={form}
              papers={procedure.papers}
              legalBasis={procedure.legalBasis}
              error={form.errors['papers']}
            />
            <SummaryColumn form={form} procedure={procedure} sending={sending.isPending} before={before} />
          </div>
        </>
      )}
    </form>
  );
}

/** Whoever was scanned, or has just filed another, is there already: what is still to ask comes next. */
function firstToAsk({ applicant, sameVisitAs, papers }: IntakeValues): string {
  if (applicant.fullName === '') return 'applicant.fullName';
  const known = applicant.phone !== '' || sameVisitAs !== '';
  return known && papers.length > 0 ? 'papers' : 'applicant.phone';
}

/** Asked only for a number that is whole. */
function numberOf(typed: string, allowDemo: boolean): string {
  const parsed = parseIdentityNumber(typed, { allowDemo });
  return parsed.ok ? parsed.identity.number : '';
}

function asText(error: unknown): string | undefined {
  return typeof error === 'string' ? error : undefined;
}
