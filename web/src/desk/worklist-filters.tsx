// The filters of the worklist: a panel that opens, what is narrowed as chips, all of it in the address.

import { Button, CloseButton, NativeSelect, Popover, TextInput } from '@mantine/core';
import type { WorklistFilter } from '@motcua/domain/worklist-filter';
import type { WorklistChoices } from '@motcua/server/worklists/schema';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Icon } from '../ui/icons.tsx';
import { fullDay } from '../words/dates.ts';
import { filterWords as words } from '../words/worklist.ts';
import type { WorklistSearch } from './tabs.ts';
import classes from './worklist-filters.module.css';
import { choicesQuery } from './worklist-queries.ts';
import { filterOf, withFilter } from './worklist-search.ts';

type Name = keyof WorklistFilter;
type Option = { value: string; label: string };

export function WorklistFilters({ search }: { search: WorklistSearch }) {
  const [opened, setOpened] = useState(false);
  const navigate = useNavigate();
  const { sort: _sort, ...narrowed } = filterOf(search);
  const active = Object.keys(narrowed) as Exclude<Name, 'sort'>[];
  const choices = useQuery({ ...choicesQuery, enabled: opened || active.length > 0 }).data;
  const options = optionsOf(choices);
  const change = (name: Name, value: string) =>
    void navigate({
      to: '/ban-lam-viec',
      search: withFilter(search, { [name]: value === '' ? undefined : value }),
      replace: true,
    });
  const select = (name: keyof typeof options) => (
    <NativeSelect
      label={words[name]}
      data={options[name]}
      value={search[name] ?? (name === 'sort' ? 'due' : '')}
      onChange={(event) => change(name, event.currentTarget.value)}
    />
  );
  return (
    <div className={classes['filters']}>
      <Popover opened={opened} onChange={setOpened} position="bottom-end" width={420} trapFocus withinPortal>
        <Popover.Target>
          <Button
            variant="default"
            size="xs"
            leftSection={<Icon name="filter" size={14} />}
            aria-expanded={opened}
            onClick={() => setOpened(!opened)}
          >
            {words.open}
            {active.length > 0 && ` (${active.length})`}
          </Button>
        </Popover.Target>
        <Popover.Dropdown aria-label={words.title}>
          <div className={classes['fields']}>
            <div className={classes['wide']}>{select('procedure')}</div>
            {select('status')}
            {select('urgency')}
            {select('unit')}
            {select('officer')}
            {(['from', 'to'] as const).map((name) => (
              <TextInput
                key={name}
                type="date"
                label={words[name]}
                value={search[name] ?? ''}
                onChange={(event) => change(name, event.currentTarget.value)}
              />
            ))}
            <div className={classes['wide']}>{select('sort')}</div>
          </div>
        </Popover.Dropdown>
      </Popover>
      {active.length > 0 && (
        <ul className={classes['chips']} aria-label={words.active}>
          {active.map((name) => (
            <li key={name}>
              <span>{chipText(name, String(search[name]), options)}</span>
              <CloseButton
                size="xs"
                aria-label={words.remove(words[name])}
                onClick={() => change(name, '')}
              />
            </li>
          ))}
          <li className={classes['reset']}>
            <button
              type="button"
              onClick={() => {
                const nothing = Object.fromEntries(active.map((name) => [name, undefined]));
                void navigate({ to: '/ban-lam-viec', search: withFilter(search, nothing), replace: true });
              }}
            >
              {words.reset}
            </button>
          </li>
        </ul>
      )}
    </div>
  );
}

type Options = Record<'procedure' | 'status' | 'urgency' | 'unit' | 'officer' | 'sort', Option[]>;

function optionsOf(choices: WorklistChoices | undefined): Options {
  const any = { value: '', label: words.any };
  const named = (labels: Record<string, string>) =>
    Object.entries(labels).map(([value, label]) => ({ value, label }));
  return {
    procedure: [
      any,
      ...(choices?.procedures ?? []).map(({ code, name, open }) => ({
        value: code,
        label: `${name} (${open})`,
      })),
    ],
    status: [any, ...named(words.statuses)],
    urgency: [any, ...named(words.urgencies)],
    unit: [any, ...(choices?.units ?? []).map(({ code, name }) => ({ value: code, label: name }))],
    officer: [
      any,
      { value: 'none', label: words.nobody },
      ...(choices?.officers ?? []).map(({ id, name }) => ({ value: id, label: name })),
    ],
    sort: named(words.sorts),
  };
}

function chipText(name: Exclude<Name, 'sort'>, value: string, options: Options): string {
  if (name === 'from' || name === 'to') return `${words[name]} ${fullDay(value)}`;
  return options[name].find((option) => option.value === value)?.label ?? `${words[name]}: ${value}`;
}
