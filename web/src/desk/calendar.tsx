// Lịch làm việc: the hours of the week, the announced days, the changes so far, and how to decide another.

import type { CalendarView } from '@motcua/server/clocks/schema';
import { useQuery } from '@tanstack/react-query';
import { calendarWords as words } from '../words/clocks.ts';
import classes from './attention.module.css';
import { CalendarForm } from './calendar-form.tsx';
import { calendarQuery } from './clock-queries.ts';
import { ListFailed, ListWaiting } from './list-states.tsx';

export function WorkingCalendar() {
  const calendar = useQuery(calendarQuery);
  return (
    <section aria-label={words.title}>
      <title>{words.pageTitle}</title>
      <header className={classes['head']}>
        <h1>{words.title}</h1>
        <p>{words.lead}</p>
      </header>
      {calendar.isError && (
        <ListFailed title={words.notLoaded} error={calendar.error} again={() => void calendar.refetch()} />
      )}
      {calendar.data === undefined ? (
        !calendar.isError && <ListWaiting rows={3} height={120} />
      ) : (
        <Body calendar={calendar.data} />
      )}
    </section>
  );
}

function Body({ calendar }: { calendar: CalendarView }) {
  return (
    <div className={classes['body']}>
      {calendar.mayDecide ? (
        <CalendarForm key={calendar.version} version={calendar.version} />
      ) : (
        <p className={classes['quiet']}>{words.only}</p>
      )}
      {calendar.decisions.length > 0 && (
        <div>
          <h2>{words.decisions}</h2>
          <ol className={classes['facts']}>
            {calendar.decisions.map((each) => (
              <li key={each.version}>
                <span>{each.ground}</span>
                <span className={classes['quiet']}>
                  {each.decidedText} · {words.progress(each.moved, each.finished)}
                </span>
              </li>
            ))}
          </ol>
        </div>
      )}
      <div>
        <h2>{words.days}</h2>
        {calendar.days.length === 0 && <p className={classes['quiet']}>{words.noDays}</p>}
        <ul className={classes['facts']}>
          {calendar.days.map((day) => (
            <li key={day.date}>
              <span>{day.dayText}</span>
              <span>{day.name}</span>
              <span className={classes['quiet']}>{words.kinds[day.kind] ?? day.kind}</span>
            </li>
          ))}
        </ul>
      </div>
      <div>
        <h2>{words.week}</h2>
        <ul className={classes['facts']}>
          {calendar.week.map(({ day, hours }) => (
            <li key={day}>
              <span>{day}</span>
              <span className={classes['quiet']}>{hours === '' ? words.off : hours}</span>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
