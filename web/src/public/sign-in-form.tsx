// The two fields that open the desk, for the sign-in page and for signing in again without losing the page.

import { Button, PasswordInput, TextInput } from '@mantine/core';
import type { SessionView } from '@motcua/server/accounts/schema';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { problemOf } from '../api.ts';
import { signIn } from '../desk/session.ts';
import { Notice } from '../ui/notice.tsx';
import { useFrameWords } from '../words/use-frame.ts';
import classes from './public.module.css';

interface SignInFormProps {
  filled?: { username: string; password: string };
  onSignedIn: (session: SessionView) => void;
}

export function SignInForm({ filled, onSignedIn }: SignInFormProps) {
  const words = useFrameWords().signIn;
  const [username, setUsername] = useState(filled?.username ?? '');
  const [password, setPassword] = useState(filled?.password ?? '');
  const [chosen, setChosen] = useState('');
  const [mustChoose, setMustChoose] = useState(false);
  const [tried, setTried] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  const second = useRef<HTMLInputElement>(null);
  const submit = useRef<HTMLButtonElement>(null);
  const third = useRef<HTMLInputElement>(null);
  const entering = useMutation({
    mutationFn: () => signIn(username.trim(), password, mustChoose ? chosen : undefined),
    onSuccess: onSignedIn,
    onError: (error) => {
      if (problemOf(error).kind === 'choose_password') setMustChoose(true);
      else second.current?.select();
    },
  });
  const wasFilled = filled !== undefined && filled.username !== '';
  useEffect(() => (wasFilled ? submit.current : first.current)?.focus(), [wasFilled]);

  useEffect(() => {
    if (mustChoose) third.current?.focus();
  }, [mustChoose]);

  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (username.trim() === '') first.current?.focus();
    else if (password === '') second.current?.focus();
    else entering.mutate();
  };
  return (
    <form onSubmit={onSubmit} noValidate className={classes['form']}>
      {entering.isError && (
        <Notice tone="red" icon="warning" role="alert">
          <p>{problemOf(entering.error).detail}</p>
        </Notice>
      )}
      <TextInput
        ref={first}
        label={words.username}
        size="md"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        value={username}
        onChange={(event) => setUsername(event.currentTarget.value)}
        error={tried && username.trim() === '' ? words.needUsername : undefined}
      />
      <PasswordInput
        ref={second}
        label={words.password}
        size="md"
        autoComplete="current-password"
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        error={tried && password === '' ? words.needPassword : undefined}
      />
      {mustChoose && (
        <PasswordInput
          ref={third}
          label={words.newPassword}
          description={words.newPasswordHint}
          size="md"
          autoComplete="new-password"
          minLength={10}
          value={chosen}
          onChange={(event) => setChosen(event.currentTarget.value)}
        />
      )}
      <Button ref={submit} type="submit" size="md" loading={entering.isPending}>
        {words.submit}
      </Button>
    </form>
  );
}
