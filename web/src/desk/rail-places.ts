// The places of the desk that this person may see, in the order of the rail, with how much waits at each.

import { useQuery } from '@tanstack/react-query';
import type { IconName } from '../ui/icons.tsx';
import { useFrameWords } from '../words/use-frame.ts';
import { attentionCountQuery } from './clock-queries.ts';
import { noticeCountsQuery } from './notices-queries.ts';
import { opinionCountQuery } from './opinions-queries.ts';
import { questionCountQuery } from './questions-queries.ts';
import { talkCountQuery } from './talks-queries.ts';
import { mayManage, mayTakeIn, useSession } from './use-session.ts';

export interface DeskPlace {
  to:
    | '/ban-lam-viec'
    | '/tiep-nhan'
    | '/ban-giao'
    | '/can-chu-y'
    | '/lay-y-kien'
    | '/tin-nhan'
    | '/cau-hoi'
    | '/can-bao'
    | '/tin-chua-toi'
    | '/so-theo-doi'
    | '/quy-trinh'
    | '/lich-lam-viec'
    | '/co-quan'
    | '/danh-gia'
    | '/dieu-phoi'
    | '/vang-mat'
    | '/diem-tiep-nhan';
  icon: IconName;
  label: string;
  /** How much waits there; nothing is shown for none. */
  count?: number | undefined;
  /**
   * `always`: also on the narrow rail of phones; `wide`: there it is under "more"; `account`: on the wide rail it
   * stands with the account.
   */
  shown: 'always' | 'wide' | 'account';
}

export function usePlaces(): DeskPlace[] {
  const words = useFrameWords().rail;
  const session = useSession();
  const counts = useQuery(noticeCountsQuery).data;
  const attention = useQuery(attentionCountQuery).data?.count;
  const opinions = useQuery(opinionCountQuery).data?.count;
  const questions = useQuery(questionCountQuery).data?.count;
  const talks = useQuery(talkCountQuery).data;
  const leads = ['dispatcher', 'approver', 'centre_head'].some((role) =>
    session.officer.roles.some((own) => own === role),
  );
  const places: (DeskPlace & { hidden?: boolean })[] = [
    { to: '/ban-lam-viec', icon: 'folder', label: words.dossiers, shown: 'always' },
    {
      to: '/tiep-nhan',
      icon: 'inbox',
      label: words.intake,
      shown: 'always',
      hidden: !mayTakeIn(session),
    },
    { to: '/tin-nhan', icon: 'chat', label: words.talks, count: talks?.waiting, shown: 'always' },
    { to: '/ban-giao', icon: 'sent', label: words.batches, shown: 'wide' },
    {
      to: '/can-chu-y',
      icon: 'hourglass',
      label: words.attention,
      count: (attention ?? 0) + (talks?.overdue ?? 0),
      shown: 'always',
    },
    { to: '/lay-y-kien', icon: 'flag', label: words.opinions, count: opinions, shown: 'wide' },
    { to: '/can-bao', icon: 'phone', label: words.toTell, count: counts?.toTell, shown: 'wide' },
    { to: '/cau-hoi', icon: 'paper', label: words.questions, count: questions, shown: 'wide' },
    { to: '/tin-chua-toi', icon: 'warning', label: words.failed, count: counts?.failed, shown: 'wide' },
    { to: '/so-theo-doi', icon: 'book', label: words.register, shown: 'wide' },
    { to: '/quy-trinh', icon: 'steps', label: words.processes, shown: 'wide' },
    { to: '/dieu-phoi', icon: 'flag', label: words.leaders, shown: 'wide', hidden: !leads },
    { to: '/danh-gia', icon: 'done', label: words.ratings, shown: 'wide' },
    { to: '/lich-lam-viec', icon: 'calendar', label: words.calendar, shown: 'wide' },
    { to: '/co-quan', icon: 'tree', label: words.people, shown: 'wide', hidden: !mayManage(session) },
    { to: '/diem-tiep-nhan', icon: 'inbox', label: words.helpers, shown: 'account' },
    { to: '/vang-mat', icon: 'person', label: words.absence, shown: 'account' },
  ];
  return places.filter(({ hidden }) => hidden !== true);
}
