// When the session ends under someone's hands: sign in over the page, and nothing typed is lost.

import { Modal } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { SignInForm } from '../public/sign-in-form.tsx';
import { setSessionEnded, useSessionEnded } from '../query-client.ts';
import { useFrameWords } from '../words/use-frame.ts';
import { useSession } from './use-session.ts';

export function SignInAgain() {
  const words = useFrameWords().signIn;
  const ended = useSessionEnded();
  const before = useSession().officer.id;
  const client = useQueryClient();
  return (
    <Modal
      opened={ended}
      onClose={() => setSessionEnded(false)}
      closeOnClickOutside={false}
      closeOnEscape={false}
      withCloseButton={false}
      title={words.again}
      zIndex={390}
    >
      <p>{words.againText}</p>
      <SignInForm
        onSignedIn={(session) => {
          if (session.officer.id !== before) {
            window.location.assign('/ban-lam-viec');
            return;
          }
          setSessionEnded(false);
          void client.invalidateQueries();
        }}
      />
    </Modal>
  );
}
