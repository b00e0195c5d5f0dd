// A merger: into which agency, what would move and into which unit, then the decision with its number and day.

import { Drawer } from '@mantine/core';
import type { AgencyView, MergerPreview, TreeView } from '@motcua/server/agencies/schema';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { problemOf } from '../api.ts';
import { type Field, FieldForm, type FieldValues } from '../ui/field-form.tsx';
import { useIntention } from '../ui/intention.ts';
import { say } from '../ui/toast.ts';
import { peopleWords, mergerWords as words } from '../words/people.ts';
import { vi } from '../words/vi.ts';
import classes from './people.module.css';
import { change, mergerQuery, peopleKey } from './people-queries.ts';

interface MergerDrawerProps {
  tree: TreeView;
  agency: AgencyView | null;
  onClose: () => void;
}

export function MergerDrawer({ tree, agency, onClose }: MergerDrawerProps) {
  return (
    <Drawer
      opened={agency !== null}
      onClose={onClose}
      position="right"
      size={520}
      title={agency === null ? '' : words.title(agency.name)}
      closeButtonProps={{ 'aria-label': vi.close }}
      transitionProps={{ duration: 120 }}
    >
      {agency !== null && <Merging tree={tree} agency={agency} onClose={onClose} />}
    </Drawer>
  );
}

function Merging({ tree, agency, onClose }: MergerDrawerProps & { agency: AgencyView }) {
  const client = useQueryClient();
  const intention = useIntention();
  const [to, setTo] = useState('');
  const preview = useQuery({ ...mergerQuery(agency.id, to), enabled: to !== '' });
  const heirs = tree.agencies.filter(({ id, mayChange }) => mayChange && id !== agency.id);
  const deciding = useMutation({
    mutationFn: (values: FieldValues) => {
      const body = bodyOf(values);
      return change(`/agencies/${agency.id}/merger`, body, intention.keyFor(body));
    },
    onSuccess: async (done) => {
      say(done.text);
      onClose();
      await client.invalidateQueries({ queryKey: [peopleKey] });
    },
  });
  const into: Field = {
    name: 'to',
    label: words.to,
    kind: 'one',
    options: heirs.map(({ id, name }) => ({ value: id, label: name })),
  };
  const problem = deciding.error ?? preview.error;
  return (
    <>
      <p className={classes['lead']}>{words.lead}</p>
      {preview.data !== undefined && (
        <p className={classes['lead']} role="status">
          {words.moves(preview.data.dossiers, preview.data.officers, preview.data.toName)}
        </p>
      )}
      <FieldForm
        fields={[into, ...(preview.data === undefined ? [] : decisionFields(preview.data, tree.day))]}
        submit={preview.data === undefined ? words.look : words.decide}
        choose={peopleWords.choose}
        pending={deciding.isPending}
        problem={problem === null ? null : problemOf(problem)}
        onChange={(values) => setTo(String(values['to'] ?? ''))}
        onSubmit={(values) => {
          if (preview.data !== undefined) deciding.mutate(values);
        }}
      />
    </>
  );
}

function decisionFields({ units, heirs, toName }: MergerPreview, today: string): Field[] {
  return [
    ...units.map(
      ({ code, name, dossiers, officers, heir }): Field => ({
        name: `units.${code}`,
        label: words.unit(name, toName),
        hint: words.unitHint(dossiers, officers),
        kind: 'one',
        options: heirs.map((each) => ({ value: each.code, label: each.name })),
        start: heir ?? '',
      }),
    ),
    { name: 'decisionNumber', label: words.number },
    { name: 'decisionDate', label: words.date, kind: 'day', start: today },
    { name: 'effectiveOn', label: words.from, kind: 'day', start: today },
  ];
}

function bodyOf(values: FieldValues) {
  const entries = Object.entries(values);
  const units = entries.filter(([name]) => name.startsWith('units.'));
  return {
    ...Object.fromEntries(entries.filter(([name]) => !name.startsWith('units.'))),
    units: Object.fromEntries(units.map(([name, code]) => [name.slice('units.'.length), code])),
  };
}
