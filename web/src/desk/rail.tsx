// The rail: the places that exist, quick find, keys, and the officer's account. It folds; on phones it lies below.

import { Tooltip } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Icon, type IconName } from '../ui/icons.tsx';
import { Mark } from '../ui/mark.tsx';
import { useLanguage } from '../words/language.ts';
import { useFrameWords } from '../words/use-frame.ts';
import { Account } from './account.tsx';
import classes from './rail.module.css';
import { Waiting } from './rail-count.tsx';
import { More } from './rail-more.tsx';
import { type DeskPlace, usePlaces } from './rail-places.ts';
import { useSession } from './use-session.ts';

interface RailProps {
  onKeys: () => void;
  onPalette: () => void;
}

export function Rail({ onKeys, onPalette }: RailProps) {
  const words = useFrameWords().rail;
  const language = useLanguage();
  const { agency, demo } = useSession();
  const places = usePlaces();
  const [folded, setFolded] = useLocalStorage({ key: 'motcua.rail-folded', defaultValue: true });
  const fold = folded ? words.unfold : words.fold;
  return (
    <nav
      className={classes['rail']}
      data-folded={folded || undefined}
      aria-label={words.label}
      lang={language}
    >
      <div className={classes['head']}>
        <Mark size={32} />
        <span className={classes['agency']} lang="vi">
          {agency.name}
          {demo && <small>{words.demo}</small>}
        </span>
      </div>
      <div className={classes['places']}>
        {places
          .filter(({ shown }) => shown !== 'account')
          .map((place) => (
            <Place key={place.to} {...place} />
          ))}
        <More places={places.filter(({ shown }) => shown !== 'always')} onKeys={onKeys} />
      </div>
      <div className={classes['tools']}>
        <Tool icon="search" label={words.palette} keys="Ctrl K" onClick={onPalette} />
        <Tool icon="keyboard" label={words.keys} keys="?" onClick={onKeys} wide />
        <Tool icon="rail" label={fold} onClick={() => setFolded(!folded)} expanded={!folded} wide />
        <Account />
      </div>
    </nav>
  );
}

function Place({ to, icon, label, count, shown }: DeskPlace) {
  return (
    <Link
      to={to}
      className={classes['place'] ?? ''}
      activeProps={{ 'aria-current': 'page' }}
      data-wide={shown === 'wide' || undefined}
    >
      <Icon name={icon} size={20} />
      <span>{label}</span>
      <Waiting count={count} />
    </Link>
  );
}

interface ToolProps {
  icon: IconName;
  label: string;
  keys?: string;
  onClick: () => void;
  expanded?: boolean;
  /** Only where the rail stands at the side. */
  wide?: boolean;
}

function Tool({ icon, label, keys, onClick, expanded, wide }: ToolProps) {
  const hint: ReactNode = keys === undefined ? label : `${label} (${keys})`;
  return (
    <Tooltip label={hint} position="right">
      <button
        type="button"
        className={classes['tool']}
        onClick={onClick}
        aria-label={label}
        aria-expanded={expanded}
        data-wide={wide}
      >
        <Icon name={icon} size={20} />
        <span aria-hidden="true">{label}</span>
      </button>
    </Tooltip>
  );
}
