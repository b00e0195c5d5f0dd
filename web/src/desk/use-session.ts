// The signed-in officer, for everything inside the desk.

import { mayManagePeople } from '@motcua/domain/agency';
import type { SessionView } from '@motcua/server/accounts/schema';
import { useQuery } from '@tanstack/react-query';
import { sessionQuery } from './session.ts';

/** Only the counter takes dossiers in; others are not shown the way. */
export function mayTakeIn(session: SessionView): boolean {
  return session.officer.roles.includes('clerk_in');
}

export function isHelper(session: SessionView): boolean {
  return session.officer.roles.includes('intake_helper');
}

/** Agencies and people are changed by heads and administrators. */
export function mayManage(session: SessionView): boolean {
  return mayManagePeople(session.officer.roles);
}

/** Only inside the desk's frame, which lets nobody in without a session. */
export function useSession(): SessionView {
  const { data } = useQuery(sessionQuery);
  if (data === undefined || data === null) throw new Error('The desk was shown without a session.');
  return data;
}
