// The frame of the desk: rail, main place, keys, quick find, live line, signing in again.

import { Notifications } from '@mantine/notifications';
import { Outlet, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { Notice } from '../ui/notice.tsx';
import { useKeys } from '../ui/use-keys.ts';
import { useScanner } from '../ui/use-scanner.ts';
import { useFrameWords } from '../words/use-frame.ts';
import { HelperShell } from './helper-shell.tsx';
import { KeysDialog } from './keys-dialog.tsx';
import { openPalette, Palette } from './palette.tsx';
import { PostNotices } from './post-choice.tsx';
import { Rail } from './rail.tsx';
import { isScannable, useOpenScanned } from './scanned.ts';
import classes from './shell.module.css';
import { SignInAgain } from './sign-in-again.tsx';
import { useLiveChanges } from './use-live-changes.ts';
import { isHelper, mayTakeIn, useSession } from './use-session.ts';

/** A helper outside the office has a desk of their own, whatever the address. */
export function Shell() {
  return isHelper(useSession()) ? <HelperShell /> : <OfficerShell />;
}

function OfficerShell() {
  const words = useFrameWords();
  const navigate = useNavigate();
  const [keysShown, showKeys] = useState(false);
  const params = useParams({ strict: false });
  const search = useSearch({ strict: false });
  const counter = mayTakeIn(useSession());
  const lost = useLiveChanges(params.id ?? search.hs);
  useScanner(isScannable, useOpenScanned(), 'frame');
  useKeys({
    '?': () => showKeys(true),
    ...(counter ? { n: () => void navigate({ to: '/tiep-nhan' }) } : {}),
  });
  return (
    <div className={classes['shell']}>
      <a href="#main" className="mc-skip">
        {words.skipLink}
      </a>
      <Rail onKeys={() => showKeys(true)} onPalette={openPalette} />
      <main id="main" tabIndex={-1} className={classes['main']}>
        {lost && (
          <div className={classes['line']}>
            <Notice tone="amber" icon="warning" role="status">
              <p>{words.line.lost}</p>
            </Notice>
          </div>
        )}
        <PostNotices />
        <Outlet />
      </main>
      <KeysDialog opened={keysShown} onClose={() => showKeys(false)} />
      <Palette />
      <SignInAgain />
      <Notifications position="bottom-right" containerWidth={380} limit={2} />
    </div>
  );
}
