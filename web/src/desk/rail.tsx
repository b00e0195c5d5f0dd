// The rail: the places that exist, quick find, keys, and the officer's account. It folds; on phones it lies below.

import { Menu, Tooltip, useMantineColorScheme } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Icon, type IconName } from '../ui/icons.tsx';
import { Mark } from '../ui/mark.tsx';
import { chooseLanguage, languageNames, useFrameWords, useLanguage } from '../words/language.ts';
import classes from './rail.module.css';
import { signOut } from './session.ts';
import { useSession } from './use-session.ts';

interface RailProps {
  onKeys: () => void;
  onPalette: () => void;
}

export function Rail({ onKeys, onPalette }: RailProps) {
  const words = useFrameWords().rail;
  const language = useLanguage();
  const { agency, demo } = useSession();
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
        <Place to="/ban-lam-viec" icon="folder" label={words.dossiers} />
        <Place to="/tiep-nhan" icon="inbox" label={words.intake} />
      </div>
      <div className={classes['tools']}>
        <Tool icon="search" label={words.palette} keys="Ctrl K" onClick={onPalette} />
        <Tool icon="keyboard" label={words.keys} keys="?" onClick={onKeys} />
        <Tool icon="rail" label={fold} onClick={() => setFolded(!folded)} expanded={!folded} wide />
        <Account />
      </div>
    </nav>
  );
}

function Place({ to, icon, label }: { to: '/ban-lam-viec' | '/tiep-nhan'; icon: IconName; label: string }) {
  return (
    <Link to={to} className={classes['place'] ?? ''} activeProps={{ 'aria-current': 'page' }}>
      <Icon name={icon} size={20} />
      <span>{label}</span>
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

function Account() {
  const words = useFrameWords().rail;
  const language = useLanguage();
  const navigate = useNavigate();
  const { officer } = useSession();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const leave = async () => {
    await signOut();
    await navigate({ to: '/dang-nhap', search: { ra: 1 } });
  };
  return (
    <Menu position="right-end" width={264} withinPortal>
      <Menu.Target>
        <button
          type="button"
          className={classes['tool']}
          aria-label={`${words.account}: ${officer.fullName}`}
        >
          <span className={classes['initial']} aria-hidden="true">
            {(officer.fullName.split(' ').at(-1) ?? '').slice(0, 1)}
          </span>
          <span aria-hidden="true">{officer.fullName}</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={classes['who']} lang="vi">
          <strong>{officer.fullName}</strong>
          <span>{officer.post}</span>
          <span>{officer.unitName}</span>
        </div>
        <Menu.Divider />
        <Menu.Label>{words.look}</Menu.Label>
        {(['auto', 'light', 'dark'] as const).map((look) => (
          <Menu.Item
            key={look}
            role="menuitemradio"
            aria-checked={colorScheme === look}
            closeMenuOnClick={false}
            onClick={() => setColorScheme(look)}
            rightSection={colorScheme === look && <Icon name="check" size={16} />}
          >
            {words.looks[look]}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item
          lang={language === 'vi' ? 'en' : 'vi'}
          onClick={() => chooseLanguage(language === 'vi' ? 'en' : 'vi')}
        >
          {languageNames[language === 'vi' ? 'en' : 'vi']}
        </Menu.Item>
        <Menu.Item onClick={() => void leave()}>{words.signOut}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
