// Quick find on Ctrl K: dossiers by code or name, tabs, intake.

import { useDebouncedValue } from '@mantine/hooks';
import { Spotlight, type SpotlightActionGroupData, spotlight } from '@mantine/spotlight';
import { foldedKey } from '@motcua/domain/folding';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Icon } from '../ui/icons.tsx';
import { deskWords } from '../words/desk.ts';
import { useFrameWords } from '../words/use-frame.ts';
import { findByCode, worklistQuery } from './queries.ts';
import { usePlaces } from './rail-places.ts';
import { codeTyped } from './scanned.ts';
import { tabs } from './tabs.ts';

export const openPalette = () => spotlight.open();

export function Palette() {
  const words = useFrameWords();
  const navigate = useNavigate();
  const [query, setQuery] = useState('');
  const [asked] = useDebouncedValue(query.trim(), 150);
  const found = useQuery({ ...worklistQuery({ tab: 'unit', q: asked }), enabled: asked.length >= 2 });

  // By its code a dossier is found wherever in the agency it lies, also after its end.
  const code = codeTyped(asked);
  const exact = useQuery({
    queryKey: ['by-code', code],
    queryFn: () => findByCode(code ?? ''),
    enabled: code !== null,
  });

  const places = [
    ...usePlaces().map(({ to, label, icon }) => ({ id: to, label, icon, go: () => navigate({ to }) })),
    ...tabs.map((tab) => ({
      id: tab,
      label: deskWords.tabs[tab],
      icon: 'folder' as const,
      go: () => navigate({ to: '/ban-lam-viec', search: { tab } }),
    })),
  ].filter((place) => foldedKey(place.label).includes(foldedKey(query)));
  const rows = asked.length >= 2 && query.trim() !== '' ? (found.data?.rows ?? []).slice(0, 6) : [];
  const named = code !== null && exact.data != null ? [{ id: exact.data.id, label: exact.data.code }] : [];
  const listed = rows.map((row) => ({
    id: row.id,
    label: `${row.code ?? deskWords.uncoded} · ${row.applicantName}`,
    description: `${row.procedureName} · ${row.timeText}`,
  }));
  const groups: SpotlightActionGroupData[] = [
    {
      group: words.palette.found,
      actions: (named.length > 0 ? named : listed).map((entry) => ({
        ...entry,
        leftSection: <Icon name="paper" />,
        onClick: () => void navigate({ to: '/ho-so/$id', params: { id: entry.id } }),
      })),
    },
    {
      group: words.palette.goTo,
      actions: places.map((place) => ({
        id: place.id,
        label: place.label,
        leftSection: <Icon name={place.icon} />,
        onClick: () => void place.go(),
      })),
    },
    {
      group: words.palette.register,
      // Whom no list of this officer shows any more stands in the book of the agency.
      actions:
        asked.length >= 2 && code === null
          ? [
              {
                id: 'in-register',
                label: words.palette.inRegister(asked),
                leftSection: <Icon name="book" />,
                onClick: () => void navigate({ to: '/so-theo-doi', search: { q: asked } }),
              },
            ]
          : [],
    },
  ].filter((group) => group.actions.length > 0);
  return (
    <Spotlight
      actions={groups}
      query={query}
      onQueryChange={setQuery}
      filter={(_query, actions) => actions}
      shortcut="mod + K"
      nothingFound={words.palette.nothing}
      attributes={{ content: { 'aria-label': words.rail.palette } }}
      transitionProps={{ duration: 100 }}
      scrollable
      centered={false}
      yOffset="14vh"
      overlayProps={{ backgroundOpacity: 0.35, blur: 0 }}
      maxHeight={420}
      searchProps={{
        leftSection: <Icon name="search" />,
        placeholder: words.palette.placeholder,
        'aria-label': words.rail.palette,
      }}
    />
  );
}
