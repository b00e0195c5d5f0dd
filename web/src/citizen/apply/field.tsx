// One question of a form, whatever its kind: its label, why it is asked, what is wrong with the answer, and where to answer.

import type { FormField } from '@motcua/domain/form';
import type { Answer } from '@motcua/domain/form-answers';
import type { VisibleField } from '@motcua/domain/form-fields';
import { readTyped } from '@motcua/domain/form-read';
import { dateOf } from '@motcua/domain/time';
import { type ReactNode, useId, useState } from 'react';
import { applyWords } from '../../words/apply.ts';
import { AddressField } from './address-field.tsx';
import classes from './apply.module.css';
import { type Asking, controlId, labelOf } from './asking.ts';

export function Field({ asked, asking }: { asked: VisibleField; asking: Asking }) {
  const { field } = asked;
  switch (field.kind) {
    case 'person':
      return (
        <fieldset className={classes['group']}>
          <legend>{field.label}</legend>
          {asked.parts.map((part) => (
            <Field key={part.path} asked={part} asking={asking} />
          ))}
        </fieldset>
      );
    case 'group':
      return <Group asked={asked} asking={asking} />;
    case 'paper':
      return asking.paper(asked);
    case 'choice':
    case 'choices':
    case 'yes_no':
      return <Choices asked={asked} asking={asking} />;
    case 'address':
      return <AddressField asked={asked} asking={asking} />;
    default:
      return <Line asked={asked} asking={asking} />;
  }
}

export function Labelled({
  asked,
  asking,
  children,
}: {
  asked: VisibleField;
  asking: Asking;
  children: (described: string) => ReactNode;
}) {
  const path = asking.prefix + asked.path;
  const defect = asking.defectOf(path);
  const id = controlId(path);
  return (
    <div className={classes['field']} data-wrong={defect !== undefined}>
      <label htmlFor={id}>{labelOf(asked)}</label>
      {asked.field.hint !== undefined && (
        <p className={classes['hint']} id={`${id}-hint`}>
          {asked.field.hint}
        </p>
      )}
      {defect !== undefined && (
        <p className={classes['wrong']} id={`${id}-wrong`}>
          {defect}
        </p>
      )}
      {children(`${id}-hint ${id}-wrong`)}
    </div>
  );
}

/** Read when the person leaves it: any usual way of writing, kept as the form wants it. */
function Line({ asked, asking }: { asked: VisibleField; asking: Asking }) {
  const path = asking.prefix + asked.path;
  const { field } = asked;
  const kept = asking.answerOf(path);
  const [typed, setTyped] = useState<string | null>(null);
  const leave = () => {
    if (typed === null) return;
    const read = readTyped(field, typed, { today: dateOf(asking.now), allowDemo: true });
    asking.put(path, typed.trim() === '' ? undefined : read.ok ? read.value : typed.trim());
    setTyped(null);
  };
  const shared = {
    id: controlId(path),
    value: typed ?? shown(field, kept),
    'aria-invalid': asking.defectOf(path) !== undefined,
    'aria-required': asked.required,
    onChange: (event: { currentTarget: { value: string } }) => setTyped(event.currentTarget.value),
    onBlur: leave,
  };
  return (
    <Labelled asked={asked} asking={asking}>
      {(described) => (
        <>
          {field.kind === 'long_text' ? (
            <textarea {...shared} rows={4} maxLength={field.maxLength ?? 2000} aria-describedby={described} />
          ) : (
            <span className={classes['line']}>
              <input {...shared} {...inputOf(field)} aria-describedby={described} />
              {field.kind === 'number' && field.unit !== undefined && <span>{field.unit}</span>}
            </span>
          )}
          {field.kind === 'text' && field.usual !== undefined && kept === undefined && typed === null && (
            <button type="button" className={classes['usual']} onClick={() => asking.put(path, field.usual)}>
              {applyWords.usual(field.usual)}
            </button>
          )}
        </>
      )}
    </Labelled>
  );
}

function inputOf(field: FormField): {
  inputMode?: 'numeric' | 'tel' | 'email';
  maxLength?: number;
  autoComplete?: string;
} {
  switch (field.kind) {
    case 'number':
    case 'money':
    case 'date':
    case 'identity':
      return { inputMode: 'numeric', maxLength: 40, autoComplete: 'off' };
    case 'phone':
      return { inputMode: 'tel', maxLength: 20, autoComplete: 'tel' };
    case 'email':
      return { inputMode: 'email', maxLength: 200, autoComplete: 'email' };
    case 'text':
      return { maxLength: field.maxLength ?? 200 };
    default:
      return {};
  }
}

/** As people write it: days the Vietnamese way round, telephones without the country. */
function shown(field: FormField, answer: Answer | undefined): string {
  if (typeof answer === 'number')
    return field.kind === 'money' ? answer.toLocaleString('vi-VN') : String(answer).replace('.', ',');
  if (typeof answer !== 'string') return '';
  if (field.kind === 'date' && /^\d{4}(-\d{2}){0,2}$/.test(answer))
    return answer.split('-').reverse().join('/');
  return field.kind === 'phone' ? answer.replace(/^\+84/, '0') : answer;
}

function Choices({ asked, asking }: { asked: VisibleField; asking: Asking }) {
  const path = asking.prefix + asked.path;
  const { field } = asked;
  const name = useId();
  const kept = asking.answerOf(path);
  const many = field.kind === 'choices';
  const choices: { value: Answer; label: string }[] =
    field.kind === 'choice' || field.kind === 'choices'
      ? field.choices
      : [
          { value: true, label: applyWords.yes },
          { value: false, label: applyWords.no },
        ];
  const chosen: (Answer | undefined)[] = isList(kept) ? kept : [kept];
  const defect = asking.defectOf(path);
  return (
    <fieldset className={classes['field']} data-wrong={defect !== undefined}>
      <legend>{labelOf(asked)}</legend>
      {field.hint !== undefined && <p className={classes['hint']}>{field.hint}</p>}
      {defect !== undefined && <p className={classes['wrong']}>{defect}</p>}
      {choices.map(({ value, label }, index) => (
        <label key={label} className={classes['choice']}>
          <input
            {...(index === 0 && { id: controlId(path) })}
            type={many ? 'checkbox' : 'radio'}
            name={name}
            checked={chosen.includes(value)}
            onChange={(event) => {
              if (!many) asking.put(path, value);
              else {
                const others = chosen.filter((each) => each !== undefined && each !== value) as Answer[];
                asking.put(path, event.currentTarget.checked ? [...others, value] : others);
              }
            }}
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}

/** The same questions as often as there is somebody or something to name. */
function Group({ asked, asking }: { asked: VisibleField; asking: Asking }) {
  const { field } = asked;
  if (field.kind !== 'group') return null;
  const path = asking.prefix + asked.path;
  const kept = asking.answerOf(path);
  const count = Array.isArray(kept) ? kept.length : 0;
  const defect = asking.defectOf(path);
  return (
    <fieldset className={classes['group']} id={controlId(path)} tabIndex={-1}>
      <legend>{labelOf(asked)}</legend>
      {field.hint !== undefined && <p className={classes['hint']}>{field.hint}</p>}
      {defect !== undefined && <p className={classes['wrong']}>{defect}</p>}
      {asked.items.map((item, index) => (
        // Items have no name of their own: their place is all there is.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <fieldset key={index} className={classes['item']}>
          <legend>{applyWords.itemTitle(field.item, index + 1)}</legend>
          {item.map((each) => (
            <Field key={each.path} asked={each} asking={asking} />
          ))}
          <button
            type="button"
            className={classes['quiet']}
            onClick={() =>
              asking.put(
                path,
                (kept as Answer[]).filter((_, at) => at !== index),
              )
            }
          >
            {applyWords.removeItem(field.item, index + 1)}
          </button>
        </fieldset>
      ))}
      {count < field.max && (
        <button
          type="button"
          className={classes['second']}
          onClick={() => asking.put(path, [...(isList(kept) ? kept : []), {}])}
        >
          {applyWords.addItem(field.item)}
        </button>
      )}
    </fieldset>
  );
}

function isList(answer: Answer | undefined): answer is Answer[] {
  return Array.isArray(answer);
}
