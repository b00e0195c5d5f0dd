// The demo's sign-ins, for the sign-in page and the terminal.

import type { DemoSignIns } from '../accounts/schema.ts';
import { wardUnits } from './catalogue/processes.ts';
import { neighbours } from './neighbours.ts';
import { demoOfficers, demoPassword } from './ward-people.ts';

export function demoSignInView(phoneUrl: string | null): DemoSignIns {
  return {
    password: demoPassword,
    phoneUrl,
    officers: [
      ...demoOfficers.map(({ username, fullName, post, unit }) => ({
        username,
        fullName,
        post,
        unitName: wardUnits[unit],
      })),
      ...neighbours.flatMap(({ name, people }) =>
        people.map(({ username, fullName, post }) => ({ username, fullName, post, unitName: name })),
      ),
    ],
  };
}
