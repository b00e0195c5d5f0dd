// The drawer of one change to agencies or people; a password that came with it stays until it was handed over.

import { Drawer } from '@mantine/core';
import type { NewOfficerView } from '@motcua/server/agencies/schema';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { problemOf } from '../api.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { FieldForm, type FieldValues } from '../ui/field-form.tsx';
import { useIntention } from '../ui/intention.ts';
import { Notice } from '../ui/notice.tsx';
import { say } from '../ui/toast.ts';
import { peopleWords as words } from '../words/people.ts';
import { vi } from '../words/vi.ts';
import classes from './people.module.css';
import type { PeopleForm } from './people-forms.ts';
import { change, peopleKey } from './people-queries.ts';

export function PeopleDrawer({ form, onClose }: { form: PeopleForm | null; onClose: () => void }) {
  return (
    <Drawer
      opened={form !== null}
      onClose={onClose}
      position="right"
      size={520}
      title={form?.title ?? ''}
      closeButtonProps={{ 'aria-label': vi.close }}
      transitionProps={{ duration: 120 }}
    >
      {form !== null && <Fields form={form} onClose={onClose} />}
    </Drawer>
  );
}

function Fields({ form, onClose }: { form: PeopleForm; onClose: () => void }) {
  const client = useQueryClient();
  const intention = useIntention();
  const [made, setMade] = useState<NewOfficerView | null>(null);
  const sending = useMutation({
    mutationFn: (values: FieldValues) => {
      const body = form.body(values);
      return change(form.path(values), body, intention.keyFor([form.path(values), body]));
    },
    onSuccess: async (done) => {
      intention.done();
      say(done.text);
      if ('firstPassword' in done) setMade(done);
      else onClose();
      await client.invalidateQueries({ queryKey: [peopleKey] });
    },
  });
  if (made !== null) return <FirstPassword made={made} />;
  return (
    <>
      {form.lead !== undefined && <p className={classes['lead']}>{form.lead}</p>}
      <FieldForm
        fields={form.fields}
        submit={words.save}
        choose={words.choose}
        pending={sending.isPending}
        problem={sending.isError ? problemOf(sending.error) : null}
        onSubmit={(values) => sending.mutate(values)}
      />
    </>
  );
}

function FirstPassword({ made }: { made: NewOfficerView }) {
  return (
    <Notice tone="green" icon="check" title={words.firstPassword} role="status">
      <p className={classes['password']}>
        <CopyButton text={made.firstPassword} label={vi.copy} />
      </p>
      <p>{words.firstPasswordHint(made.username)}</p>
    </Notice>
  );
}
