// The same person has the same procedure under way: which dossiers, where they are, and why one more is taken in.

import { Textarea } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { FiledBefore } from '@motcua/server/counter/schema';
import { Link } from '@tanstack/react-router';
import { Notice } from '../../ui/notice.tsx';
import { intakeWords } from '../../words/intake.ts';
import type { IntakeValues } from './values.ts';

const words = intakeWords.before;

export function FiledBeforeNotice({
  form,
  dossiers,
}: {
  form: UseFormReturnType<IntakeValues>;
  dossiers: readonly FiledBefore[];
}) {
  return (
    <Notice tone="amber" icon="warning" title={words.title} role="status">
      <ul>
        {dossiers.map(({ id, text }) => (
          <li key={id}>
            {text}{' '}
            <Link to="/ho-so/$id" params={{ id }}>
              {words.open}
            </Link>
          </li>
        ))}
      </ul>
      <Textarea
        label={words.reason}
        description={words.reasonHint}
        autosize
        minRows={2}
        mt="xs"
        {...form.getInputProps('againReason')}
      />
    </Notice>
  );
}
