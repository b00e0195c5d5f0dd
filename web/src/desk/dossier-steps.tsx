// The steps of the internal process: done, here, ahead.

import { dayText } from '@motcua/domain/clock-time';
import type { DossierView } from '@motcua/server/dossiers/schema';
import { Icon } from '../ui/icons.tsx';
import { Section } from '../ui/section.tsx';
import { dossierWords } from '../words/dossier.ts';
import classes from './dossier-steps.module.css';
import { useSession } from './use-session.ts';

const words = dossierWords.steps;

export function DossierSteps({ dossier }: { dossier: DossierView }) {
  const { holder } = dossier;
  const today = useSession().now;
  return (
    <Section title={words.title}>
      <ol className={classes['steps']}>
        {dossier.steps.map((step) => (
          <li
            key={step.id}
            data-state={step.state}
            aria-current={step.state === 'current' ? 'step' : undefined}
          >
            <span className={classes['dot']}>{step.state === 'done' && <Icon name="check" size={12} />}</span>
            <span className={classes['what']}>
              <span>
                {step.name}
                <span className="mc-hidden">, {words[step.state]}</span>
              </span>
              <span className={classes['quiet']}>
                {step.unitName}
                {step.state === 'current' && (
                  <>
                    {' · '}
                    {holder.officerName === null ? words.nobody : words.holder(holder.officerName)}{' '}
                    {words.since(dayText(holder.since.slice(0, 10), today))}
                  </>
                )}
              </span>
              {step.timeText !== '' && (
                <span className={classes['quiet']} data-over={step.over || undefined}>
                  {step.timeText}
                </span>
              )}
            </span>
          </li>
        ))}
      </ol>
      {dossier.timeStory.length > 0 && (
        <ul className={classes['story']} data-late={dossier.urgency === 'late' || undefined}>
          {dossier.timeStory.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </Section>
  );
}
