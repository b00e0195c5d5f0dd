// The posts a person may work in, to go on in another; and the notice when the one of this session is over.

import { NativeSelect } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { Notice } from '../ui/notice.tsx';
import { absenceWords, postWords as words } from '../words/people.ts';
import { switchPost } from './people-queries.ts';
import classes from './shell.module.css';
import { useSession } from './use-session.ts';

export function PostChoice() {
  const navigate = useNavigate();
  const { posts, postEnded } = useSession();
  if (posts.length === 0 || (posts.length === 1 && !postEnded)) return null;
  const current = posts.find((post) => post.current)?.id ?? '';
  const choose = async (id: string) => {
    await switchPost(id);
    await navigate({ to: '/ban-lam-viec' });
  };
  return (
    <NativeSelect
      label={words.label}
      value={current}
      data={[
        ...(current === '' ? [{ value: '', label: words.choose }] : []),
        ...posts.map(({ id, post, unitName, agencyName }) => ({
          value: id,
          label: `${post}, ${unitName}, ${agencyName}`,
        })),
      ]}
      onChange={(event) => {
        if (event.currentTarget.value !== '') void choose(event.currentTarget.value);
      }}
    />
  );
}

/** On top of every page: whose work this person does beside their own, and that a post is over. */
export function PostNotices() {
  const { postEnded, posts, standsInFor } = useSession();
  if (postEnded)
    return (
      <div className={classes['line']}>
        <Notice tone="amber" icon="warning" title={words.ended} role="alert">
          <p>{posts.length === 0 ? words.noneLeft : words.endedText}</p>
          <PostChoice />
        </Notice>
      </div>
    );
  if (standsInFor.length === 0) return null;
  return (
    <div className={classes['line']}>
      <Notice tone="slate" icon="person" role="status">
        <p>{absenceWords.standsIn(standsInFor.map(({ politeName }) => politeName))}</p>
      </Notice>
    </div>
  );
}
