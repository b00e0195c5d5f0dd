// The people of the demo ward by unit: one tap fills in the sign-in form.

import type { DemoSignIns } from '@motcua/server/accounts/schema';
import { useFrameWords } from '../words/use-frame.ts';
import classes from './public.module.css';

interface DemoPeopleProps {
  demo: DemoSignIns;
  chosen: string;
  onChoose: (filled: { username: string; password: string }) => void;
}

export function DemoPeople({ demo, chosen, onChoose }: DemoPeopleProps) {
  const units = [...new Set(demo.officers.map((officer) => officer.unitName))];
  return (
    <section className={classes['demo']} lang="vi">
      <h2>{useFrameWords().signIn.demoTitle}</h2>
      {units.map((unit) => (
        <div key={unit}>
          <h3>{unit}</h3>
          <ul>
            {demo.officers
              .filter((officer) => officer.unitName === unit)
              .map((officer) => (
                <li key={officer.username}>
                  <button
                    type="button"
                    onClick={() => onChoose({ username: officer.username, password: demo.password })}
                    aria-pressed={chosen === officer.username}
                  >
                    <strong>{officer.fullName}</strong>
                    <span>{officer.post}</span>
                  </button>
                </li>
              ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
