// Looking a dossier up, or going on with a draft: its code and six digits, or the QR on the receipt in front of the camera.

import { findDraftCode } from '@motcua/domain/draft-code';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useRef, useState } from 'react';
import { problemOf } from '../api.ts';
import { CitizenFrame } from '../citizen/frame.tsx';
import { Notice } from '../ui/notice.tsx';
import { usePortalWords } from '../words/use-portal.ts';
import { ChooseOffice } from './choose-office.tsx';
import { openByCode } from './open-by-code.ts';
import classes from './portal.module.css';
import { Scan } from './scan.tsx';
import { useOffice } from './use-office.ts';

export function LookUp() {
  const words = usePortalWords().lookUp;
  const offices = useOffice();
  const navigate = useNavigate();
  const form = useRef<HTMLFormElement>(null);
  const [missing, setMissing] = useState<Partial<Record<'code' | 'digits', string>>>({});
  const asking = useMutation({
    mutationFn: ({ code, digits }: { code: string; digits: string }) =>
      openByCode(offices.tenant, code, digits),
    onSuccess: (opened) => {
      if (opened.kind === 'dossier') void navigate({ to: '/q/$token', params: { token: opened.token } });
      if (opened.kind === 'draft') void navigate({ to: '/nop/$token', params: { token: opened.token } });
    },
  });
  const problem = asking.isError ? problemOf(asking.error) : null;
  const said = (field: string) => problem?.fields.find((each) => each.field === field)?.message;
  const answered = asking.data?.kind;
  const wantsDigits = answered === 'needs_proof' ? words.needDigits : undefined;
  const errors = {
    code: missing.code ?? said('code'),
    digits: missing.digits ?? said('digits') ?? wantsDigits,
  };
  const refused = answered === 'wrong' || answered === 'spent' ? words.draftRefused[answered] : undefined;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const filled = new FormData(event.currentTarget);
    const [code = '', digits = ''] = ['code', 'digits'].map((name) => {
      const typed = filled.get(name);
      return typeof typed === 'string' ? typed.trim() : '';
    });
    const wanting = {
      ...(code === '' ? { code: words.needCode } : {}),
      // A draft that names nobody yet opens by its code alone.
      ...(digits.replace(/\D/g, '').length < 6 && (digits !== '' || findDraftCode(code) === null)
        ? { digits: words.needDigits }
        : {}),
    };
    setMissing(wanting);
    asking.reset();
    const [first] = Object.keys(wanting);
    if (first === undefined) asking.mutate({ code, digits });
    else form.current?.querySelector<HTMLInputElement>(`[name=${first}]`)?.focus();
  };
  return (
    <CitizenFrame office={offices.name}>
      <title>{words.title}</title>
      <div className={classes['lookUp']}>
        <h1>{words.title}</h1>
        <p className={classes['quiet']}>{words.lead}</p>
        <form ref={form} onSubmit={submit} noValidate>
          <ChooseOffice offices={offices} />
          <Field
            name="code"
            label={words.code}
            hint={words.codeHint}
            error={errors.code}
            autoCapitalize="characters"
          />
          <Field
            name="digits"
            label={words.digits}
            hint={words.digitsHint}
            error={errors.digits}
            inputMode="numeric"
          />
          {problem !== null && problem.fields.length === 0 && (
            <Notice tone="red" icon="warning" title={words.failed} role="alert">
              <p>{problem.detail}</p>
            </Notice>
          )}
          {refused !== undefined && (
            <Notice tone="red" icon="warning" title={words.failed} role="alert">
              <p>{refused}</p>
            </Notice>
          )}
          <p>
            <button type="submit" className={classes['press']} disabled={asking.isPending}>
              {words.submit}
            </button>
          </p>
        </form>
        <p className={classes['quiet']}>{words.other}</p>
        <Scan />
      </div>
    </CitizenFrame>
  );
}

interface FieldProps {
  name: 'code' | 'digits';
  label: string;
  hint: string;
  error: string | undefined;
  inputMode?: 'numeric';
  autoCapitalize?: 'characters';
}

function Field({ name, label, hint, error, ...more }: FieldProps) {
  const id = `tra-cuu-${name}`;
  return (
    <div className={classes['field']}>
      <label htmlFor={id}>{label}</label>
      <small id={`${id}-hint`}>{hint}</small>
      {error !== undefined && (
        <span id={`${id}-error`} className={classes['wrong']} role="alert">
          {error}
        </span>
      )}
      <input
        id={id}
        name={name}
        autoComplete="off"
        spellCheck={false}
        aria-describedby={`${id}-hint${error === undefined ? '' : ` ${id}-error`}`}
        aria-invalid={error !== undefined}
        {...more}
      />
    </div>
  );
}
