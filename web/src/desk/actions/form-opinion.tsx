// Asking other agencies, answering them, writing down their letters, and going on without them.

import { Radio, Select, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { DossierView } from '@motcua/server/dossiers/schema';
import { actionWords } from '../../words/actions.ts';
import { opinionWords as words } from '../../words/opinions.ts';
import { type FieldsProps, makeActionForm } from './action-form.tsx';

const orNull = (text: string) => (text.trim() === '' ? null : text);

export const ConsultForm = makeActionForm({
  initial: () => ({ detail: '' }),
  Fields: ({ form, dossier }: FieldsProps<{ detail: string }>) => (
    <>
      <ul>
        {dossier.nextOpinions.map(({ agency, question, timeText }) => (
          <li key={agency}>
            <strong>{agency}</strong>: {question} ({timeText})
          </li>
        ))}
      </ul>
      <Textarea
        label={words.detail}
        description={words.detailHint}
        autosize
        minRows={3}
        data-autofocus
        {...form.getInputProps('detail')}
      />
    </>
  ),
  toAction: ({ detail }) => ({ detail: orNull(detail) }),
});

interface OpinionValues {
  requestId: string;
  verdict: string;
  text: string;
}

type Request = DossierView['opinions'][number];
const awaited = (dossier: DossierView, fits: (request: Request) => boolean) =>
  dossier.opinions.filter((request) => request.state === 'awaited' && fits(request));
const mine = ({ isMine }: Request) => isMine;
const onPaper = (request: Request) => request.onPaper;
const overdue = (request: Request) => request.overdue;
const empty = (requests: readonly Request[]): OpinionValues => ({
  requestId: requests[0]?.id ?? '',
  verdict: '',
  text: '',
});

export const GiveOpinionForm = makeActionForm<OpinionValues>({
  initial: (dossier) => empty(awaited(dossier, mine)),
  Fields: ({ form, dossier }: FieldsProps<OpinionValues>) => (
    <>
      <Which form={form} requests={awaited(dossier, mine)} />
      <Answer form={form} />
    </>
  ),
  toAction: (values) => ({ ...values }),
});

interface LetterValues extends OpinionValues {
  letterNumber: string;
  letterDate: string;
}

export const RecordOpinionForm = makeActionForm<LetterValues>({
  initial: (dossier) => ({ ...empty(awaited(dossier, onPaper)), letterNumber: '', letterDate: '' }),
  Fields: ({ form, dossier }: FieldsProps<LetterValues>) => (
    <>
      <Which form={form} requests={awaited(dossier, onPaper)} />
      <TextInput label={words.letterNumber} {...form.getInputProps('letterNumber')} />
      <TextInput type="date" label={words.letterDate} {...form.getInputProps('letterDate')} />
      <Answer form={form} />
    </>
  ),
  toAction: (values) => ({ ...values }),
});

export const WaiveOpinionForm = makeActionForm({
  initial: (dossier) => ({ requestId: awaited(dossier, overdue)[0]?.id ?? '', reason: '' }),
  Fields: ({ form, dossier }: FieldsProps<{ requestId: string; reason: string }>) => (
    <>
      <Which form={form} requests={awaited(dossier, overdue)} />
      <Textarea
        label={actionWords.reason}
        description={actionWords.reasonInside}
        autosize
        minRows={3}
        {...form.getInputProps('reason')}
      />
    </>
  ),
  toAction: (values) => ({ ...values }),
});

/** The question that is answered; a choice only where there are several. */
function Which<Values extends { requestId: string }>({
  form,
  requests,
}: {
  form: UseFormReturnType<Values>;
  requests: readonly Request[];
}) {
  const chosen = requests.find(({ id }) => id === form.getValues().requestId);
  return (
    <>
      {requests.length > 1 && (
        <Select
          label={words.which}
          data={requests.map(({ id, agency, question }) => ({ value: id, label: `${agency}: ${question}` }))}
          allowDeselect={false}
          {...form.getInputProps('requestId')}
        />
      )}
      {chosen !== undefined && (
        <blockquote>
          {chosen.question}
          {chosen.detail !== null && ` ${chosen.detail}`}
        </blockquote>
      )}
    </>
  );
}

function Answer<Values extends OpinionValues>({ form }: { form: UseFormReturnType<Values> }) {
  return (
    <>
      <Radio.Group label={words.verdict} {...form.getInputProps('verdict')}>
        {Object.entries(words.verdicts).map(([value, label]) => (
          <Radio key={value} value={value} label={label} mt={6} />
        ))}
      </Radio.Group>
      <Textarea label={words.text} autosize minRows={3} {...form.getInputProps('text')} />
    </>
  );
}
