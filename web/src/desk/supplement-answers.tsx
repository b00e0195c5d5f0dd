// What the citizen was asked, item by item, with what came for it beside what was there before: old and new, when, by which way.

import { Button } from '@mantine/core';
import { momentText } from '@motcua/domain/clock-time';
import type { DossierView } from '@motcua/server/dossiers/schema';
import { Icon } from '../ui/icons.tsx';
import { Notice } from '../ui/notice.tsx';
import { dossierWords } from '../words/dossier.ts';
import classes from './supplement-answers.module.css';
import { useSession } from './use-session.ts';

const words = dossierWords.supplement;

type Supplement = NonNullable<DossierView['supplement']>;

interface SupplementAnswersProps {
  supplement: Supplement;
  /** Opens a file, and another beside it. */
  onLook: (file: string, beside?: string) => void;
}

export function SupplementAnswers({ supplement, onLook }: SupplementAnswersProps) {
  const { now } = useSession();
  const { answeredAt, answerBy, items } = supplement;
  return (
    <Notice
      tone={answeredAt === null ? 'slate' : 'amber'}
      icon={answeredAt === null ? 'pause' : 'flag'}
      title={answeredAt === null ? words.title : words.answered(momentText(answeredAt, now))}
    >
      <ol className={classes['items']}>
        {items.map((item) => (
          <li key={item.index}>
            <p>
              <strong>{item.label}</strong>: {item.reason}
            </p>
            {item.paperId === null ? <Words item={item} /> : <Files item={item} onLook={onLook} />}
          </li>
        ))}
      </ol>
      <p>{answeredAt === null ? words.until(momentText(answerBy, now)) : words.next}</p>
    </Notice>
  );
}

function Words({ item }: { item: Supplement['items'][number] }) {
  const { now } = useSession();
  if (item.value === null) return <p className={classes['missing']}>{words.missing}</p>;
  const { value, at, channel } = item.value;
  return (
    <dl className={classes['change']}>
      <dt>{words.before}</dt>
      <dd>{item.before === null ? words.unknown : <del>{item.before}</del>}</dd>
      <dt>{words.after}</dt>
      <dd>
        <ins>{value}</ins>
        <span>{words.came(channel, momentText(at, now))}</span>
      </dd>
    </dl>
  );
}

function Files({
  item,
  onLook,
}: { item: Supplement['items'][number] } & Pick<SupplementAnswersProps, 'onLook'>) {
  const { now } = useSession();
  const { sent, beforeFile, label } = item;
  const [newest] = sent;
  if (newest === undefined) return <p className={classes['missing']}>{words.missing}</p>;
  return (
    <div className={classes['files']}>
      <span>
        {words.files(sent.length)}, {words.came(newest.channel, momentText(newest.at, now))}
      </span>
      <Button
        variant="default"
        size="xs"
        leftSection={<Icon name="paper" size={16} />}
        aria-label={words.lookAt(label)}
        onClick={() => (beforeFile === null ? onLook(newest.id) : onLook(beforeFile, newest.id))}
      >
        {beforeFile === null ? words.look : words.compare}
      </Button>
    </div>
  );
}
