// Who sits here: name and post, how the desk looks, which language the frame speaks, and the way out.

import { Popover, SegmentedControl, useMantineColorScheme } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { chooseLanguage, type Language, languageNames, useLanguage } from '../words/language.ts';
import { useFrameWords } from '../words/use-frame.ts';
import { PostChoice } from './post-choice.tsx';
import classes from './rail.module.css';
import { signOut } from './session.ts';
import { useSession } from './use-session.ts';

const looks = ['auto', 'light', 'dark'] as const;
const languages: Language[] = ['vi', 'en'];

export function Account() {
  const words = useFrameWords().rail;
  const language = useLanguage();
  const navigate = useNavigate();
  const { officer } = useSession();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const [opened, setOpened] = useState(false);
  const leave = async () => {
    await signOut();
    await navigate({ to: '/dang-nhap', search: { ra: 1 } });
  };
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="right-end"
      width={288}
      trapFocus
      returnFocus
      withinPortal={false}
    >
      <Popover.Target>
        <button
          type="button"
          className={classes['tool']}
          aria-label={`${words.account}: ${officer.fullName}`}
          onClick={() => setOpened(!opened)}
        >
          <span className={classes['initial']} aria-hidden="true">
            {(officer.fullName.split(' ').at(-1) ?? '').slice(0, 1)}
          </span>
          <span aria-hidden="true">{officer.fullName}</span>
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={words.account}>
        <div className={classes['who']} lang="vi">
          <strong>{officer.fullName}</strong>
          <span>{officer.post}</span>
          <span>{officer.unitName}</span>
        </div>
        <PostChoice />
        <Link to="/diem-tiep-nhan" className={classes['leave'] ?? ''} onClick={() => setOpened(false)}>
          {words.helpers}
        </Link>
        <Link to="/vang-mat" className={classes['leave'] ?? ''} onClick={() => setOpened(false)}>
          {words.absence}
        </Link>
        <p className={classes['choice']} id="look-label">
          {words.look}
        </p>
        <SegmentedControl
          fullWidth
          size="xs"
          aria-labelledby="look-label"
          data={looks.map((look) => ({ value: look, label: words.looks[look] }))}
          value={colorScheme}
          onChange={(look) => setColorScheme(looks.find((one) => one === look) ?? 'auto')}
        />
        <p className={classes['choice']} id="language-label">
          {words.language}
        </p>
        <SegmentedControl
          fullWidth
          size="xs"
          aria-labelledby="language-label"
          data={languages.map((one) => ({ value: one, label: languageNames[one] }))}
          value={language}
          onChange={(chosen) => chooseLanguage(chosen === 'en' ? 'en' : 'vi')}
        />
        <button type="button" className={classes['leave']} onClick={() => void leave()}>
          {words.signOut}
        </button>
      </Popover.Dropdown>
    </Popover>
  );
}
