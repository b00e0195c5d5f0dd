// "More" on the narrow rail of phones: a sheet with every place that has no room there, and the keys.

import { Drawer } from '@mantine/core';
import { Link, useLocation } from '@tanstack/react-router';
import { useState } from 'react';
import { Icon } from '../ui/icons.tsx';
import { useLanguage } from '../words/language.ts';
import { useFrameWords } from '../words/use-frame.ts';
import classes from './rail.module.css';
import { Waiting } from './rail-count.tsx';
import type { DeskPlace } from './rail-places.ts';

export function More({ places, onKeys }: { places: readonly DeskPlace[]; onKeys: () => void }) {
  const frame = useFrameWords();
  const words = frame.rail;
  const language = useLanguage();
  const { pathname } = useLocation();
  const [opened, setOpened] = useState(false);
  const close = () => setOpened(false);
  const waiting = places.reduce((sum, { count = 0 }) => sum + count, 0);
  return (
    <>
      <button
        type="button"
        className={`${classes['place']} ${classes['more']}`}
        aria-haspopup="dialog"
        aria-expanded={opened}
        aria-current={places.some(({ to }) => pathname.startsWith(to)) || undefined}
        onClick={() => setOpened(true)}
      >
        <Icon name="more" size={20} />
        <span>{words.more}</span>
        <Waiting count={waiting} />
      </button>
      <Drawer
        opened={opened}
        onClose={close}
        position="bottom"
        size="auto"
        classNames={{ content: classes['sheetFrame'] ?? '' }}
        title={words.moreTitle}
        closeButtonProps={{ 'aria-label': frame.close }}
        transitionProps={{ duration: 120 }}
        lang={language}
      >
        <ul className={classes['sheet']}>
          {places.map(({ to, icon, label, count }) => (
            <li key={to}>
              <Link
                to={to}
                className={classes['place'] ?? ''}
                activeProps={{ 'aria-current': 'page' }}
                onClick={close}
              >
                <Icon name={icon} size={20} />
                <span>{label}</span>
                <Waiting count={count} />
              </Link>
            </li>
          ))}
          <li>
            <button
              type="button"
              className={classes['place']}
              onClick={() => {
                close();
                onKeys();
              }}
            >
              <Icon name="keyboard" size={20} />
              <span>{words.keys}</span>
            </button>
          </li>
        </ul>
      </Drawer>
    </>
  );
}
