// The frame of every act's form: draft kept, checked by the server's own schema, refusals shown where they belong.

import { Button, Kbd } from '@mantine/core';
import { type UseFormReturnType, useForm } from '@mantine/form';
import { type ActionType, actionSchema } from '@motcua/domain/dossier-action';
import type { DossierView } from '@motcua/server/dossiers/schema';
import { type ComponentType, type ReactNode, useState } from 'react';
import { problemOf } from '../../api.ts';
import { dropDraft, keepDraft, readDraft } from '../../ui/draft.ts';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Notice } from '../../ui/notice.tsx';
import { actionWords as words } from '../../words/actions.ts';
import { Changes } from '../changes.tsx';
import { useAct } from '../use-act.ts';
import { useSession } from '../use-session.ts';
import classes from './actions.module.css';

export interface FormProps {
  dossier: DossierView;
  type: ActionType;
  label: string;
  onDone: () => void;
}

export interface FieldsProps<Values> {
  form: UseFormReturnType<Values>;
  dossier: DossierView;
  type: ActionType;
}

interface FormSpec<Values> {
  initial: (dossier: DossierView) => Values;
  /** Absent for acts that need nothing to be told. */
  Fields?: ComponentType<FieldsProps<Values>>;
  /** The act without its type. Paths are those of the values, so that errors find their fields. */
  toAction: (values: Values, dossier: DossierView) => Record<string, unknown>;
  /** What the schema cannot say: refused here, in words that name the field and what to do. */
  check?: (values: Values, dossier: DossierView) => FieldError[];
  danger?: boolean;
}

interface FieldError {
  field: string;
  message: string;
}

/** Makes the form of an act from what it must be told. */
export function makeActionForm<Values extends object>(spec: FormSpec<Values>): ComponentType<FormProps> {
  return function ActionForm(props: FormProps) {
    return <FormFrame spec={spec} {...props} />;
  };
}

function FormFrame<Values extends object>({
  spec,
  dossier,
  type,
  label,
  onDone,
}: FormProps & { spec: FormSpec<Values> }) {
  const place = { officerId: useSession().officer.id, name: `${dossier.id}.${type}` };
  const [initial] = useState(() => spec.initial(dossier));
  const [summary, setSummary] = useState<{ round: number; errors: FieldError[] }>({
    round: 0,
    errors: [],
  });
  const acting = useAct(dossier, label);
  const form = useForm<Values>({
    name: `act-${type.replaceAll('_', '-')}`,
    mode: 'controlled',
    initialValues: readDraft(place, initial) ?? initial,
    clearInputErrorOnChange: true,
    onValuesChange: (values) => keepDraft(place, values),
  });
  const offer = dossier.actions.find((one) => one.type === type);
  // While the act itself is being written its offer may already be gone: that is success, not an obstacle.
  const settled = !acting.isPending && !acting.isSuccess;
  const whyNot = settled ? (offer === undefined ? words.noLonger : offer.whyNot) : null;

  const showErrors = (errors: FieldError[]) => {
    form.setErrors(Object.fromEntries(errors.map(({ field, message }) => [field, message])));
    setSummary(({ round }) => ({ round: round + 1, errors }));
  };
  const submit = () => {
    const checked = actionSchema.safeParse(
      { type, ...spec.toAction(form.getValues(), dossier) },
      { error: () => words.fieldWrong },
    );
    const errors = spec.check?.(form.getValues(), dossier) ?? [];
    for (const { path, message } of checked.error?.issues ?? []) {
      const field = path.join('.');
      if (!errors.some((error) => error.field === field)) errors.push({ field, message });
    }
    if (errors.length > 0 || checked.data === undefined) {
      showErrors(errors);
      return;
    }
    showErrors([]);
    acting.mutate(checked.data, {
      onSuccess: () => {
        dropDraft(place);
        onDone();
      },
      onError: (error) =>
        showErrors(
          problemOf(error).fields.map(({ field, message }) => ({
            field: field.replace(/^action\./, ''),
            message,
          })),
        ),
    });
  };
  return (
    <form
      noValidate
      className={classes['form']}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.ctrlKey) submit();
      }}
    >
      {summary.errors.length > 0 && (
        <ErrorSummary
          key={summary.round}
          title={words.summaryTitle(summary.errors.length)}
          errors={summary.errors}
          fieldOf={form.getInputNode}
        />
      )}
      {acting.isError && summary.errors.length === 0 && <Refused error={acting.error} />}
      {whyNot !== null && (
        <Notice tone="amber" icon="warning">
          <p>{whyNot}</p>
        </Notice>
      )}
      {spec.Fields !== undefined && <spec.Fields form={form} dossier={dossier} type={type} />}
      {spec.danger === true && <p className={classes['danger']}>{words.dangerous}</p>}
      <div className={classes['foot']}>
        <Button
          type="submit"
          loading={acting.isPending}
          disabled={whyNot !== null}
          className={spec.danger === true ? (classes['dangerButton'] ?? '') : ''}
          {...(spec.Fields === undefined ? { 'data-autofocus': true } : {})}
        >
          {label}
        </Button>
        <Hint>
          <Kbd size="xs">Ctrl</Kbd> <Kbd size="xs">Enter</Kbd>
        </Hint>
      </div>
    </form>
  );
}

function Refused({ error }: { error: Error }) {
  const problem = problemOf(error);
  const passed = problem.kind === 'step_has_passed';
  return (
    <Notice
      tone={passed ? 'amber' : 'red'}
      icon="warning"
      title={passed ? words.passed : words.failed}
      role="alert"
    >
      <p>{problem.detail}</p>
      <Changes changes={problem.changes} />
      {passed && <p>{words.passedKept}</p>}
    </Notice>
  );
}

function Hint({ children }: { children: ReactNode }) {
  return (
    <span className={`mc-key-hint ${classes['hint'] ?? ''}`} aria-hidden="true">
      {children}
    </span>
  );
}
