// Filing for somebody at a point outside the office: who, which papers came, how the result is wanted.

import { Button } from '@mantine/core';
import type { ProcedureDetail } from '@motcua/server/procedures/schema';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { problemOf } from '../api.ts';
import { FieldForm, type FieldValues } from '../ui/field-form.tsx';
import { useIntention } from '../ui/intention.ts';
import { say } from '../ui/toast.ts';
import { helperWords as words } from '../words/helpers.ts';
import { peopleWords } from '../words/people.ts';
import { assistedKey, fileFor } from './helper-queries.ts';
import { ListFailed, ListWaiting } from './list-states.tsx';
import { procedureQuery } from './queries.ts';

export function HelperForm({ code, onDone }: { code: string; onDone: () => void }) {
  const procedure = useQuery(procedureQuery(code));
  if (procedure.data === undefined)
    return procedure.isError ? (
      <ListFailed title={words.notLoaded} error={procedure.error} again={() => void procedure.refetch()} />
    ) : (
      <ListWaiting rows={4} height={56} />
    );
  return <Fields procedure={procedure.data} onDone={onDone} />;
}

function Fields({ procedure, onDone }: { procedure: ProcedureDetail; onDone: () => void }) {
  const client = useQueryClient();
  const intention = useIntention();
  const filing = useMutation({
    mutationFn: (values: FieldValues) => {
      const body = bodyOf(procedure, values);
      return fileFor(body, intention.keyFor(body));
    },
    onSuccess: async ({ text }) => {
      say(text);
      onDone();
      await client.invalidateQueries({ queryKey: [assistedKey] });
    },
  });
  const field = words.fields;
  return (
    <>
      <p>
        <strong>{procedure.shortName}</strong>{' '}
        <Button size="xs" variant="subtle" onClick={onDone}>
          {words.other}
        </Button>
      </p>
      <FieldForm
        fields={[
          ...(procedure.cases.length === 0
            ? []
            : [
                {
                  name: 'caseId',
                  label: field.caseId,
                  kind: 'one' as const,
                  options: procedure.cases.map(({ id, name }) => ({ value: id, label: name })),
                },
              ]),
          { name: 'applicant.fullName', label: field.fullName },
          { name: 'applicant.identityNumber', label: field.identityNumber },
          { name: 'applicant.phone', label: field.phone },
          { name: 'applicant.address', label: field.address },
          {
            name: 'papers',
            label: field.papers,
            kind: 'many',
            options: procedure.papers.map(({ id, name }) => ({ value: id, label: name })),
          },
          {
            name: 'deliveryMethod',
            label: field.deliveryMethod,
            kind: 'one',
            options: words.deliveries.map(([value, label]) => ({ value, label })),
            start: 'counter',
          },
        ]}
        submit={words.submit}
        choose={peopleWords.choose}
        pending={filing.isPending}
        problem={filing.isError ? problemOf(filing.error) : null}
        onSubmit={(values) => filing.mutate(values)}
      />
    </>
  );
}

function bodyOf({ code, papers }: ProcedureDetail, values: FieldValues) {
  const text = (name: string) => String(values[name] ?? '').trim();
  const came = values['papers'] ?? [];
  return {
    procedureCode: code,
    applicant: {
      fullName: text('applicant.fullName'),
      identityNumber: text('applicant.identityNumber'),
      phone: text('applicant.phone') === '' ? null : text('applicant.phone'),
      address: text('applicant.address'),
      email: null,
    },
    summary: null,
    ...(text('caseId') === '' ? {} : { caseId: text('caseId') }),
    papers: papers
      .filter(({ id }) => came.includes(id))
      .map(({ id, name }) => ({ paperId: id, name, originals: 1, copies: 0, note: null })),
    copies: 1,
    deliveryMethod: text('deliveryMethod'),
    fee: 0,
    feePaid: false,
    passOn: false,
  };
}
