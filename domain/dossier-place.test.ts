// Given a process whose steps belong to several agencies: who has the dossier, who may act, who only reads.

import { describe, expect, it } from 'vitest';
import { elsewhere, landOfficer, placeOf, throughTwo } from './between.fixture.ts';
import { guard } from './dossier-guard.ts';
import { holdingAgencyId, type PlaceOf, takesPart } from './dossier-place.ts';
import {
  accepted,
  acted,
  agencyId,
  anAction,
  calendar,
  officer,
  type Story,
  staff,
  tried,
  usualProcess,
} from './dossier-story.ts';

const passOn = anAction('pass_on');
const there = acted(accepted({ process: throughTwo }), staff.clerk_in, passOn, { placeOf });
const may = ({ dossier, at }: Story, who: typeof landOfficer, type: Parameters<typeof guard>[0]) =>
  guard(type, dossier, { ...who }, at, calendar)?.why ?? null;

describe('a step of another agency', () => {
  it('brings the dossier to that agency, by the names of the day', () => {
    expect(there.dossier.holding).toMatchObject({ stepIndex: 1, unit: 'dang-ky', elsewhere });
    expect(holdingAgencyId(there.dossier)).toBe('agency-land');
  });

  it('is worked on there and nowhere else', () => {
    expect(may(there, landOfficer, 'pass_on')).toBeNull();
    expect(may(there, landOfficer, 'claim')).toBeNull();
    const sameDesk = officer('specialist', 'dang-ky', 'namesake');
    expect(may(there, sameDesk, 'pass_on')).toContain('tại Chi nhánh Văn phòng đăng ký đất đai');
  });

  it('leaves the counter what is the counter’s: withdrawing, supplements, the head’s stop', () => {
    expect(may(there, staff.clerk_in, 'withdraw')).toBeNull();
    expect(may(there, staff.centre_head, 'stop')).toBeNull();
    const asked = acted(there, landOfficer, anAction('request_supplement'), { placeOf });
    expect(may(asked, staff.clerk_in, 'take_supplement')).toBeNull();
    const theirCounter = { ...officer('clerk_in', 'mot-cua', 'their-clerk'), agencyId: 'agency-land' };
    expect(may(asked, theirCounter, 'take_supplement')).not.toBeNull();
  });

  it('goes on and comes back: the result is given where it was asked for', () => {
    const home = acted(there, landOfficer, passOn, { placeOf });
    expect(home.dossier.holding).not.toHaveProperty('elsewhere');
    expect(holdingAgencyId(home.dossier)).toBe(agencyId);
    expect(takesPart(home.dossier, 'agency-land')).toBe(true);
    expect(may(home, landOfficer, 'claim')).toContain('tại cơ quan đã nhận hồ sơ');
  });

  it('can be returned across agencies, both ways', () => {
    const home = acted(there, landOfficer, passOn, { placeOf });
    const back = { ...anAction('return_to_step'), toStepId: 's2' } as const;
    const again = acted(home, staff.approver, back, { placeOf });
    expect(holdingAgencyId(again.dossier)).toBe('agency-land');
    const toCounter = acted(again, landOfficer, anAction('return_to_step'), { placeOf });
    expect(holdingAgencyId(toCounter.dossier)).toBe(agencyId);
  });

  it('whose agency is gone keeps the dossier where it is, with a sentence', () => {
    const gone: PlaceOf = () => undefined;
    const decision = tried(accepted({ process: throughTwo }), staff.clerk_in, passOn, { placeOf: gone });
    expect(decision).toMatchObject({ ok: false, refusal: { kind: 'not_possible_now' } });
    expect(JSON.stringify(decision)).toContain('H53.VPDK');
  });
});

it('a stranger’s agency learns nothing', () => {
  const stranger = { ...landOfficer, agencyId: 'agency-3' };
  expect(may(there, stranger, 'pass_on')).toContain('thuộc cơ quan khác');
  expect(takesPart(there.dossier, 'agency-3')).toBe(false);
});

it('a process without agencies stays as it always was', () => {
  const { dossier } = acted(accepted({ process: usualProcess }), staff.clerk_in, passOn);
  expect(dossier).not.toHaveProperty('parties');
  expect(dossier.holding).not.toHaveProperty('elsewhere');
});
