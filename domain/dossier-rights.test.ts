// Standing in: a deputy holds what an absent colleague holds, signs only with a role that signs, and is named so.

import { expect, it } from 'vitest';
import { inPlaceOf, isHolder, whyNotTheirs } from './dossier-rights.ts';
import { accepted, acted, afterwards, calendar, type Officer, officer, staff } from './dossier-story.ts';

const claimed = acted(afterwards(accepted(), 'pass_on'), staff.specialist, { type: 'claim' });
const away = (deputy: Officer): Officer => ({ ...deputy, standsInFor: [staff.specialist.officerId] });

it('gives a deputy of another room what the absent colleague holds, in the colleague’s place', () => {
  const { dossier, at } = claimed;
  const deputy = officer('dispatcher', 'kinh-te', 'deputy');
  expect(isHolder(dossier, deputy)).toBe(false);
  expect(whyNotTheirs('pass_on', dossier, deputy, at, calendar)).toMatch(/thuộc đơn vị hoặc vai trò khác/);
  expect(isHolder(dossier, away(deputy))).toBe(true);
  expect(whyNotTheirs('pass_on', dossier, away(deputy), at, calendar)).toBeNull();
  expect(inPlaceOf('pass_on', dossier, away(deputy), at, calendar)).toBe(staff.specialist.officerId);
});

it('leaves what a deputy may do in their own name in their own name', () => {
  const { dossier, at } = claimed;
  const head = away({ ...staff.dispatcher });
  expect(inPlaceOf('assign', dossier, head, at, calendar)).toBeNull();
  expect(inPlaceOf('pass_on', dossier, head, at, calendar)).toBe(staff.specialist.officerId);
});

it('lets nobody sign who has no role that signs, and nobody stand in across agencies', () => {
  const atApproval = acted(afterwards(claimed, 'pass_on'), staff.approver, { type: 'claim' });
  const { dossier, at } = atApproval;
  const standsInFor = [staff.approver.officerId];
  const clerk = { ...officer('specialist', 'tu-phap', 'deputy'), standsInFor };
  expect(whyNotTheirs('approve', dossier, clerk, at, calendar)).not.toBeNull();
  const leader = { ...officer('approver', 'van-phong', 'second'), standsInFor };
  expect(whyNotTheirs('approve', dossier, leader, at, calendar)).toBeNull();
  expect(inPlaceOf('approve', dossier, leader, at, calendar)).toBe(staff.approver.officerId);
  expect(isHolder(dossier, { ...leader, agencyId: 'agency-2' })).toBe(false);
});
