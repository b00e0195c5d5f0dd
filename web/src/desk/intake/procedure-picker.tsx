// Finds a procedure as one types, with or without accents; arrows choose, Enter takes.

import { Combobox, Loader, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import type { ProcedureSummary } from '@motcua/server/procedures/schema';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, type RefObject, useEffect, useState } from 'react';
import { Icon } from '../../ui/icons.tsx';
import { intakeWords } from '../../words/intake.ts';
import { proceduresQuery } from '../queries.ts';
import classes from './intake.module.css';

const words = intakeWords.procedure;

interface ProcedurePickerProps {
  inputRef: RefObject<HTMLInputElement | null>;
  error: string | undefined;
  onPick: (procedure: ProcedureSummary) => void;
}

export function ProcedurePicker({ inputRef, error, onPick }: ProcedurePickerProps) {
  const [typed, setTyped] = useState('');
  const [asked] = useDebouncedValue(typed.trim(), 120);
  const found = useQuery(proceduresQuery(asked));
  const rows = found.data?.rows ?? [];
  const current = typed.trim() === asked && !found.isFetching;
  // Enter typed faster than the answer comes: taken once the list is that of what stands in the field.
  const [eager, setEager] = useState(false);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const { selectFirstOption } = combobox;
  // Enter right after typing takes the best match: a hand that knows needs no arrow. `khai tu` and `khai tử` find as
  // many, in another order: the mark follows the list, not its length.
  const { data } = found;
  useEffect(() => {
    if (asked !== '' && data !== undefined && data.rows.length > 0) selectFirstOption();
  }, [asked, data, selectFirstOption]);
  const [best] = rows;
  useEffect(() => {
    if (!eager || !current) return;
    setEager(false);
    if (best !== undefined) onPick(best);
  }, [eager, current, best, onPick]);
  const holdEnter = (event: KeyboardEvent) => {
    const chosen = combobox.dropdownOpened && combobox.getSelectedOptionIndex() >= 0;
    if (event.key !== 'Enter' || event.ctrlKey || (current && chosen)) return;
    event.preventDefault();
    event.stopPropagation();
    if (typed.trim() !== '') setEager(true);
  };
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(code) => {
        const picked = rows.find((row) => row.code === code);
        combobox.closeDropdown();
        if (picked !== undefined) onPick(picked);
      }}
    >
      <Combobox.Target>
        <TextInput
          wrapperProps={{ onKeyDownCapture: holdEnter }}
          ref={inputRef}
          data-no-walk
          data-path="intake-procedureCode"
          size="md"
          label={words.label}
          placeholder={words.placeholder}
          error={error}
          leftSection={<Icon name="search" />}
          rightSection={found.isFetching ? <Loader size={16} /> : null}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            combobox.openDropdown();
          }}
          onFocus={() => combobox.openDropdown()}
          onClick={() => combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options mah={400} style={{ overflowY: 'auto' }}>
          {rows.map((row) => (
            <Combobox.Option key={row.code} value={row.code} className={classes['option'] ?? ''}>
              <span>
                <strong>{row.shortName}</strong>
                <span className={classes['quiet']}>{row.field}</span>
              </span>
              <span className={classes['quiet']}>{row.termText}</span>
            </Combobox.Option>
          ))}
          {rows.length === 0 && found.isSuccess && <Combobox.Empty>{words.nothing}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
      <span role="status" className="mc-hidden">
        {asked === '' ? '' : words.results(rows.length)}
      </span>
    </Combobox>
  );
}
