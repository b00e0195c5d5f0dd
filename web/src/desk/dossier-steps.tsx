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
            </span>
            {step.budgetMinutes > 0 && (
              <span className={classes['quiet']}>{budgetText(step.budgetMinutes)}</span>
            )}
          </li>
        ))}
      </ol>
    </Section>
  );
}

/** Working minutes in the unit people use: 480 are one day. */
function budgetText(minutes: number): string {
  const number = (value: number) => value.toLocaleString('vi-VN', { maximumFractionDigits: 1 });
  return minutes >= 480 ? words.days(number(minutes / 480)) : words.hours(number(minutes / 60));
}
