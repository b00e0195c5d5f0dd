// Taking what the citizen brought: what was sent before is ticked already, what nobody has seen has to be ticked.

import { Checkbox, Textarea } from '@mantine/core';
import { momentText } from '@motcua/domain/clock-time';
import type { DossierView } from '@motcua/server/dossiers/schema';
import { actionWords as words } from '../../words/actions.ts';
import { useSession } from '../use-session.ts';
import { type FieldsProps, makeActionForm } from './action-form.tsx';
import classes from './actions.module.css';

interface Values {
  /** By paper; one nobody touched is ticked once the citizen has sent it, also while this form is open. */
  ticks: Record<string, boolean>;
  /** Null where the content was not asked for. */
  summary: string | null;
}

type Sent = NonNullable<DossierView['supplement']>['items'][number]['sent'];

interface AskedPaper {
  paperId: string;
  label: string;
  sent: Sent;
  ticked: boolean;
}

function summaryAsked({ supplement }: DossierView) {
  return supplement?.items.find(({ field }) => field === 'summary');
}

function askedPapers({ supplement }: DossierView, ticks: Values['ticks']): AskedPaper[] {
  return (supplement?.items ?? []).flatMap(({ paperId, label, sent }) =>
    paperId === null ? [] : [{ paperId, label, sent, ticked: ticks[paperId] ?? sent.length > 0 }],
  );
}

export const TakeSupplementForm = makeActionForm<Values>({
  initial: (dossier) => ({
    ticks: {},
    summary: summaryAsked(dossier)?.value?.value ?? (summaryAsked(dossier) ? dossier.summary : null),
  }),
  Fields: ({ form, dossier }: FieldsProps<Values>) => {
    const { now } = useSession();
    const papers = askedPapers(dossier, form.getValues().ticks);
    return (
      <>
        {papers.length > 0 && (
          <fieldset className={classes['group']}>
            <legend>{words.takePapers}</legend>
            <div className={classes['choices']}>
              {papers.map(({ paperId, label, sent: [newest], ticked }, index) => (
                <Checkbox
                  key={paperId}
                  label={label}
                  description={newest && words.alreadySent(newest.channel, momentText(newest.at, now))}
                  data-autofocus={index === 0 || undefined}
                  {...form.getInputProps(`ticks.${paperId}`, { type: 'checkbox' })}
                  checked={ticked}
                />
              ))}
            </div>
          </fieldset>
        )}
        {form.getValues().summary !== null && (
          <Textarea label={words.summaryField} autosize minRows={2} {...form.getInputProps('summary')} />
        )}
      </>
    );
  },
  check: ({ ticks }, dossier) =>
    askedPapers(dossier, ticks)
      .filter(({ ticked }) => !ticked)
      .map(({ paperId, label }) => ({
        field: `ticks.${paperId}`,
        // Only what was answered whole can be asked for again.
        message:
          dossier.supplement?.answeredAt === null ? words.paperNotCome(label) : words.paperNotTicked(label),
      })),
  toAction: ({ ticks, summary }, dossier) => ({
    ...(summary === null ? {} : { summary }),
    papers: askedPapers(dossier, ticks)
      // A photograph takes the place of no paper that lies in the dossier.
      .filter(
        ({ paperId, sent }) => sent.length === 0 || !dossier.papers.some((kept) => kept.paperId === paperId),
      )
      .map(({ paperId, label, sent: [newest] }) => ({
        paperId,
        name: label,
        ...(newest === undefined
          ? { originals: 1, copies: 0, note: null }
          : { originals: 0, copies: 1, note: words.sentNote(newest.channel) }),
      })),
  }),
});
