// A dossier on a page of its own: phones, scans, links from colleagues.

import { Link, useCanGoBack, useParams, useRouter } from '@tanstack/react-router';
import { Icon } from '../ui/icons.tsx';
import { useKeys } from '../ui/use-keys.ts';
import { deskWords } from '../words/desk.ts';
import classes from './dossier.module.css';
import { Dossier } from './dossier.tsx';

export function DossierPage() {
  const { id } = useParams({ from: '/desk/ho-so/$id' });
  const router = useRouter();
  const canGoBack = useCanGoBack();
  const back = () => (canGoBack ? router.history.back() : void router.navigate({ to: '/ban-lam-viec' }));
  useKeys({ Escape: back });
  return (
    <div className={classes['page']}>
      <Link
        to="/ban-lam-viec"
        className={classes['back'] ?? ''}
        onClick={(event) => {
          if (!canGoBack) return;
          event.preventDefault();
          back();
        }}
      >
        <Icon name="back" size={16} />
        {deskWords.backToList}
      </Link>
      <Dossier key={id} id={id} />
    </div>
  );
}
