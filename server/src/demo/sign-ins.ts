// The demo's sign-ins, for the sign-in page and the terminal.

import type { DemoSignIns } from '../accounts/schema.ts';
import { wardUnits } from './catalogue/processes.ts';
import { demoOfficers, demoPassword } from './ward-people.ts';

export function demoSignInView(phoneUrl: string | null): DemoSignIns {
  return {
    password: demoPassword,
    phoneUrl,
    officers: demoOfficers.map(({ username, fullName, post, unit }) => ({
      username,
      fullName,
      post,
      unitName: wardUnits[unit],
    })),
  };
}
