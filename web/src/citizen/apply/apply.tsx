// Filing on the web: one thing a page, kept as it is typed, checked at the end, filed once.

import { checkDraft, filingKey } from '@motcua/domain/filing-form';
import type { Form } from '@motcua/domain/form';
import { type Answers, answerAt } from '@motcua/domain/form-answers';
import { formOf } from '@motcua/domain/form-catalogue';
import { paperOfField, withPapers } from '@motcua/domain/form-papers';
import { dateOf } from '@motcua/domain/time';
import type { DraftView } from '@motcua/server/drafts/schema';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { problemOf } from '../../api.ts';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { applyWords } from '../../words/apply.ts';
import { fullDay, shortClock } from '../../words/dates.ts';
import { vi } from '../../words/vi.ts';
import { CitizenFrame } from '../frame.tsx';
import tracking from '../tracking.module.css';
import classes from './apply.module.css';
import { draftQuery, removePaper } from './apply-api.ts';
import { type Asking, controlId } from './asking.ts';
import { CheckAnswers } from './check.tsx';
import { Done } from './done.tsx';
import { Field } from './field.tsx';
import { PaperField } from './paper-field.tsx';
import { type Step, stepsOf } from './steps.ts';
import { SubmitDraft } from './submit.tsx';
import { type Saving, useAnswers } from './use-answers.ts';

export function Apply() {
  const { token } = useParams({ from: '/nop/$token' });
  const { data: view, error } = useQuery(draftQuery(token));
  const form = view && formOf(view.procedure.code, view.formVersion);
  return (
    <CitizenFrame office={view?.office.name}>
      <title>{view?.procedure.shortName ?? vi.product}</title>
      {error !== null && view === undefined ? (
        <p role="alert">{problemOf(error).detail}</p>
      ) : view === undefined || form === undefined ? (
        <p className={tracking['loading']} role="status">
          {applyWords.loading}
        </p>
      ) : view.trackingToken !== null ? (
        <Done view={view} trackingToken={view.trackingToken} />
      ) : (
        <Pages token={token} view={view} form={form} />
      )}
    </CitizenFrame>
  );
}

const last = 'xem-lai';

function Pages({ token, view, form }: { token: string; view: DraftView; form: Form }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { trang } = useSearch({ from: '/nop/$token' });
  const { answers, saving, put, flush } = useAnswers(token, view.answers as Answers, view.savedAt);
  const [shownErrors, setShownErrors] = useState<string | null>(null);
  const slots = view.slots.map(({ paperId, name }) => ({ id: paperId, name }));
  const filled = withPapers(form, answers, slots, (slot) =>
    view.papers.flatMap(({ id, paperId }) => (paperId === slot ? [id] : [])),
  );
  const steps = stepsOf(form, filled);
  const at =
    trang === last
      ? steps.length
      : Math.max(
          0,
          steps.findIndex(({ id }) => id === trang),
        );
  const step = steps[at];
  const now = view.savedAt;
  const defects = checkDraft(form, filled, { today: dateOf(now), allowDemo: true });
  const ofStep = (each: Step) =>
    defects.filter(({ field }) => each.fields.some(({ path }) => isAtOrIn(field, each.prefix + path)));
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a page's heading takes the focus when the page is another one
  useEffect(() => {
    if (trang !== undefined) heading.current?.focus();
  }, [trang]);

  const go = (to: string) => {
    setShownErrors(null);
    void navigate({ to: '/nop/$token', params: { token }, search: { trang: to } });
  };
  const forward = () => {
    if (step === undefined) return;
    if (ofStep(step).length > 0) return setShownErrors(`${step.id}/${Date.now()}`);
    void flush();
    go(steps[at + 1]?.id ?? last);
  };
  const errors = step !== undefined && shownErrors?.startsWith(`${step.id}/`) ? ofStep(step) : [];
  const refresh = () => client.invalidateQueries({ queryKey: draftQuery(token).queryKey });
  const asking: Asking = {
    prefix: step?.prefix ?? '',
    answerOf: (path) => answerAt(filled, path),
    put,
    defectOf: (path) => errors.find(({ field }) => field === path)?.message,
    paper: ({ field, path }) => {
      const slot = field.kind === 'paper' ? paperOfField(field, slots) : undefined;
      return (
        <PaperField
          key={path}
          token={token}
          paperId={slot?.id ?? null}
          label={field.label}
          hint={field.hint}
          id={controlId(path)}
          defect={errors.find((each) => each.field === path)?.message}
          papers={view.papers.filter(({ paperId }) => paperId === slot?.id)}
          onSent={refresh}
          onRemove={(id) => void removePaper(token, id).finally(() => void refresh())}
        />
      );
    },
    now,
  };
  return (
    <>
      <p className={classes['which']}>
        {view.procedure.shortName}
        <SavedChip saving={saving} />
      </p>
      {at > 0 && (
        <button type="button" className={classes['back']} onClick={() => window.history.back()}>
          ‹ {applyWords.back}
        </button>
      )}
      {step !== undefined && (
        <p className={classes['progress']}>{applyWords.progress(at + 1, steps.length + 1)}</p>
      )}
      {errors.length > 0 && (
        <ErrorSummary
          key={shownErrors}
          title={applyWords.errors}
          errors={errors}
          fieldOf={(field) => document.getElementById(controlId(field))}
        />
      )}
      <h1 ref={heading} tabIndex={-1} className={classes['title']}>
        {step?.title ?? (view.place.kind === 'here' ? applyWords.check.title : applyWords.check.titlePrepare)}
      </h1>
      {step === undefined ? (
        <>
          <CheckAnswers form={form} answers={filled} view={view} onChange={go} />
          <SubmitDraft
            token={token}
            view={view}
            affirmation={form.affirmation}
            wanting={defects.map((defect) => ({ ...defect, step: stepOf(steps, defect.field) }))}
            flush={flush}
            onGo={go}
          />
        </>
      ) : (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            forward();
          }}
        >
          {at === 0 && <p className={classes['place']}>{view.place.text}</p>}
          {step.hint !== undefined && <p className={classes['hint']}>{step.hint}</p>}
          {step.fields.map((asked) => (
            <Field key={step.prefix + asked.path} asked={asked} asking={asking} />
          ))}
          <button type="submit" className={classes['first']}>
            {applyWords.next}
          </button>
        </form>
      )}
      <p className={classes['code']}>
        <strong>{applyWords.code(view.code)}</strong>
        {applyWords.codeHelp(fullDay(view.expiresAt.slice(0, 10)))}
      </p>
    </>
  );
}

function stepOf(steps: readonly Step[], field: string): string {
  const found = steps.find((each) => each.fields.some(({ path }) => isAtOrIn(field, each.prefix + path)));
  return found?.id ?? (field.startsWith(filingKey) ? 'nop-who' : (steps[0]?.id ?? ''));
}

function isAtOrIn(field: string, path: string): boolean {
  return field === path || field.startsWith(`${path}.`);
}

function SavedChip({ saving }: { saving: Saving }) {
  return (
    <span className={classes['chip']} role="status" data-state={saving.state}>
      {saving.state === 'saved'
        ? applyWords.saved(shortClock(saving.at))
        : saving.state === 'saving'
          ? applyWords.saving
          : applyWords.kept}
    </span>
  );
}
