// The rail: the places that exist, quick find, keys, and the officer's account. It folds; on phones it lies below.

import { Tooltip } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Icon, type IconName } from '../ui/icons.tsx';
import { Mark } from '../ui/mark.tsx';
import { useFrameWords, useLanguage } from '../words/language.ts';
import { Account } from './account.tsx';
import { attentionCountQuery } from './clock-queries.ts';
import { noticeCountsQuery } from './notices-queries.ts';
import { opinionCountQuery } from './opinions-queries.ts';
import classes from './rail.module.css';
import { mayManage, mayTakeIn, useSession } from './use-session.ts';

interface RailProps {
  onKeys: () => void;
  onPalette: () => void;
}

export function Rail({ onKeys, onPalette }: RailProps) {
  const words = useFrameWords().rail;
  const language = useLanguage();
  const session = useSession();
  const { agency, demo } = session;
  const counts = useQuery(noticeCountsQuery).data;
  const attention = useQuery(attentionCountQuery).data?.count;
  const opinions = useQuery(opinionCountQuery).data?.count;
  const [folded, setFolded] = useLocalStorage({ key: 'motcua.rail-folded', defaultValue: true });
  const leads = ['dispatcher', 'approver', 'centre_head'].some((role) =>
    session.officer.roles.some((own) => own === role),
  );
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
        {mayTakeIn(session) && <Place to="/tiep-nhan" icon="inbox" label={words.intake} />}
        <Place to="/ban-giao" icon="sent" label={words.batches} wide />
        <Place to="/can-chu-y" icon="hourglass" label={words.attention} count={attention} />
        <Place to="/lay-y-kien" icon="chat" label={words.opinions} count={opinions} wide />
        <Place to="/can-bao" icon="phone" label={words.toTell} count={counts?.toTell} />
        <Place to="/tin-chua-toi" icon="warning" label={words.failed} count={counts?.failed} wide />
        <Place to="/so-theo-doi" icon="book" label={words.register} wide />
        <Place to="/quy-trinh" icon="steps" label={words.processes} wide />
        {leads && <Place to="/dieu-phoi" icon="flag" label={words.leaders} wide />}
        <Place to="/lich-lam-viec" icon="calendar" label={words.calendar} wide />
        {mayManage(session) && <Place to="/co-quan" icon="tree" label={words.people} wide />}
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

interface PlaceProps {
  to:
    | '/ban-lam-viec'
    | '/tiep-nhan'
    | '/ban-giao'
    | '/can-chu-y'
    | '/lay-y-kien'
    | '/can-bao'
    | '/tin-chua-toi'
    | '/so-theo-doi'
    | '/quy-trinh'
    | '/lich-lam-viec'
    | '/co-quan'
    | '/dieu-phoi';
  icon: IconName;
  label: string;
  /** How much waits there; nothing is shown for none. */
  count?: number | undefined;
  /** Only where the rail stands at the side; on phones its neighbour leads there. */
  wide?: boolean;
}

function Place({ to, icon, label, count = 0, wide }: PlaceProps) {
  const words = useFrameWords().rail;
  return (
    <Link
      to={to}
      className={classes['place'] ?? ''}
      activeProps={{ 'aria-current': 'page' }}
      data-wide={wide}
    >
      <Icon name={icon} size={20} />
      <span>{label}</span>
      {count > 0 && (
        <span className={classes['count']}>
          <span aria-hidden="true">{count > 99 ? '99+' : count}</span>
          <span className="mc-hidden">{words.waiting(count)}</span>
        </span>
      )}
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
