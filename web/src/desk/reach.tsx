// How a message about this dossier would reach the citizen, said before anybody types one.

import type { DossierView } from '@motcua/server/dossiers/schema';
import { Icon, type IconName } from '../ui/icons.tsx';
import { dossierWords } from '../words/dossier.ts';
import classes from './reach.module.css';

type Road = DossierView['reach'][number]['road'];

const icons: Record<Road, IconName> = {
  chat: 'chat',
  template_user: 'chat',
  template_phone: 'phone',
  sms: 'phone',
  paper: 'paper',
  none: 'dash',
};

export function Reach({ reach }: { reach: DossierView['reach'] }) {
  if (reach.length === 0) return null;
  return (
    <div className={classes['reach']}>
      <p className={classes['title']}>{dossierWords.reach.title}</p>
      <ul>
        {reach.map(({ road, free, sentence }, at) => (
          // Several people may be told in the same words, and the list keeps its order.
          <li key={at} data-tone={road === 'paper' ? 'amber' : free ? 'green' : 'slate'}>
            <Icon name={icons[road]} size={16} />
            <span>{sentence}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
