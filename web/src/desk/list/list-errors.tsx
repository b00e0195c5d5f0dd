// What is wrong in a list: row, column, remedy.

import type { ListReading } from '@motcua/server/counter/schema';
import { Section } from '../../ui/section.tsx';
import { listWords as words } from '../../words/lists.ts';
import classes from './list.module.css';

export function ListErrors({ errors, hint }: { errors: ListReading['errors']; hint: string }) {
  return (
    <div className={classes['screen']}>
      <Section title={words.errors}>
        <p className={classes['quiet']}>{hint}</p>
        <table className={classes['table']}>
          <thead>
            <tr>
              <th scope="col">{words.line}</th>
              <th scope="col">{words.column}</th>
              <th scope="col">{words.todo}</th>
            </tr>
          </thead>
          <tbody>
            {errors.map(({ line, column, message }) => (
              <tr key={`${line} ${column}`}>
                <th scope="row">{line}</th>
                <td>{column}</td>
                <td>{message}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Section>
    </div>
  );
}
