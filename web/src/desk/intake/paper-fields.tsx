// The paper checklist: ticked by hand, by space or by number; how many originals and copies of each.

import { Button, Checkbox, NumberInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { Paper } from '@motcua/domain/procedure';
import { lowerFirst } from '@motcua/domain/wording';
import type { KeyboardEvent, ReactNode } from 'react';
import { Section } from '../../ui/section.tsx';
import { useHandKey } from '../../ui/use-hand-key.ts';
import { isTyping } from '../../ui/use-keys.ts';
import { intakeWords } from '../../words/intake.ts';
import type { Page } from '../files/files-api.ts';
import { PaperSlot } from '../files/paper-slot.tsx';
import classes from './intake.module.css';
import type { IntakeValues, PaperTick } from './values.ts';

const words = intakeWords.papers;

interface PaperFieldsProps {
  form: UseFormReturnType<IntakeValues>;
  papers: readonly Paper[];
  /** Legal basis of the procedure, in the catalogue's words; null where it gives none. */
  legalBasis: string | null;
  error: ReactNode;
}

export function PaperFields({ form, papers, legalBasis, error }: PaperFieldsProps) {
  const ticks = form.getValues().papers;
  const byHand = useHandKey();
  const toggle = (index: number) => {
    const tick = ticks[index];
    if (tick !== undefined) form.setFieldValue(`papers.${index}.ticked`, !tick.ticked);
    form.clearFieldError('papers');
  };
  const tickRequired = () => {
    form.setFieldValue(
      'papers',
      ticks.map((tick) => ({ ...tick, ticked: tick.ticked || isRequired(papers, tick.paperId) })),
    );
    form.clearFieldError('papers');
  };
  const onKey = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return;
    if (/^\d$/.test(event.key)) byHand(() => (event.key === '0' ? tickRequired() : toggle(+event.key - 1)));
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp')
      moveFocus(event, event.key === 'ArrowDown' ? 1 : -1);
    else return;
    event.preventDefault();
  };
  return (
    <Section
      title={words.title}
      aside={words.count(ticks.filter((tick) => tick.ticked).length, ticks.length)}
    >
      <div className={classes['papersTop']}>
        <p className={`mc-key-hint ${classes['quiet'] ?? ''}`}>{words.hint}</p>
        <Button variant="subtle" size="compact-sm" onClick={tickRequired}>
          {words.tickAll}
        </Button>
      </div>
      {error !== undefined && error !== null && <p className={classes['error']}>{error}</p>}
      <ol className={classes['papers']} onKeyDown={onKey} data-walk-once>
        {ticks.map((tick, index) => {
          const paper = papers.find(({ id }) => id === tick.paperId);
          return (
            <li key={tick.paperId} data-ticked={tick.ticked || undefined}>
              <Checkbox
                checked={tick.ticked}
                onChange={() => toggle(index)}
                label={
                  <>
                    <span className={classes['number']} aria-hidden="true">
                      {index < 9 ? index + 1 : ''}
                    </span>
                    {tick.name}
                  </>
                }
                description={paper === undefined ? undefined : describe(paper)}
                data-path={index === 0 ? 'intake-papers' : undefined}
              />
              {tick.ticked && (
                <div className={classes['counts']}>
                  <Count
                    form={form}
                    path={`papers.${index}.originals`}
                    label={words.originals(tick.name)}
                    unit={words.original}
                  />
                  <Count
                    form={form}
                    path={`papers.${index}.copies`}
                    label={words.copies(tick.name)}
                    unit={words.copy}
                  />
                </div>
              )}
              <PaperSlot
                paper={tick.name}
                pages={tick.pages}
                onChange={(change) => form.setFieldValue(`papers.${index}`, filled(change))}
              />
            </li>
          );
        })}
      </ol>
      {legalBasis !== null && (
        <details className={classes['basis']}>
          <summary>{words.basis}</summary>
          <p>{legalBasis}</p>
        </details>
      )}
    </Section>
  );
}

function Count({
  form,
  path,
  label,
  unit,
}: {
  form: UseFormReturnType<IntakeValues>;
  path: string;
  label: string;
  unit: string;
}) {
  const props = form.getInputProps(path);
  return (
    <label className={classes['count']}>
      <NumberInput
        aria-label={label}
        size="xs"
        w={52}
        min={0}
        max={99}
        allowDecimal={false}
        hideControls
        {...props}
        onChange={(value) => form.setFieldValue(path, Number(value))}
      />
      <span aria-hidden="true">{unit}</span>
    </label>
  );
}

/** What is photographed is received: its line is ticked with the first page. */
function filled(change: (before: readonly Page[]) => Page[]) {
  return (tick: PaperTick): PaperTick => {
    const pages = change(tick.pages);
    return { ...tick, pages, ticked: tick.ticked || pages.length > 0 };
  };
}

function describe(paper: Paper): string {
  return [
    paper.required ? words.required : '',
    paper.use === 'show' ? words.shown : '',
    paper.form === null || paper.form === paper.name ? '' : words.form(paper.form),
    paper.case === null ? '' : words.when(lowerFirst(paper.case)),
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

export function isRequired(papers: readonly Paper[], id: string): boolean {
  const paper = papers.find((one) => one.id === id);
  return paper !== undefined && paper.required && paper.case === null;
}

function moveFocus(event: KeyboardEvent<HTMLElement>, by: 1 | -1): void {
  const boxes = [...event.currentTarget.querySelectorAll<HTMLElement>('input[type="checkbox"]')];
  const here = boxes.findIndex((box) => box === event.target);
  boxes[here + by]?.focus();
}
