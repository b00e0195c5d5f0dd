// Who stands around a process while it is proved: the agencies its steps and questions name, and the people there.

import { elsewhereText, type PlaceOf } from './dossier-place.ts';
import type { ActorFacts } from './dossier-rights.ts';
import { type OfficerRole, officerRoleSchema, type Process } from './process.ts';
import { seen, type Violation } from './process-violation.ts';

/** The world a process is tried in. `staff` are the people of all agencies that take part. */
export interface Setting {
  agencyId: string;
  staff: readonly ActorFacts[];
  placeOf: PlaceOf;
  agencyOf: (code: string) => string | undefined;
}

/** One of each role wherever a step needs one, at the first step's desk those who are of no step, one where one asks. */
export function idealSetting({ steps }: Process): Setting {
  const own = 'thu';
  const desk = steps[0]?.unit ?? '';
  const person = (role: OfficerRole, unit: string, agencyId = own): ActorFacts => ({
    officerId: `${role}/${unit}/${agencyId}`,
    agencyId,
    unit,
    roles: [role],
    standsInFor: [],
  });
  const asked = steps.flatMap(({ consultations = [] }) =>
    consultations.flatMap(({ agencyCode }) => (agencyCode === undefined ? [] : [agencyCode])),
  );
  const people = [
    ...steps.map(({ role, unit, agency }) => person(role, unit, agency)),
    ...officerRoleSchema.options.map((role) => person(role, desk)),
    ...asked.map((agency) => person('specialist', '', agency)),
  ];
  return {
    agencyId: own,
    staff: [...new Map(people.map((each) => [each.officerId, each])).values()],
    placeOf: ({ agency, unit }) =>
      agency === undefined ? 'own' : { agencyId: agency, agencyName: agency, unitName: unit },
    agencyOf: (code) => code,
  };
}

/** Colleagues of the same desk and the same roles may do the same. */
export function onceEach(setting: Setting): Setting {
  const key = ({ agencyId, unit, roles }: ActorFacts) => `${agencyId}/${unit}/${[...roles].sort().join()}`;
  return { ...setting, staff: [...new Map(setting.staff.map((each) => [key(each), each])).values()] };
}

/** Steps and questions that name an agency, or a unit of one, that is not there. */
export function* unknownAgencies(
  { steps }: Process,
  { placeOf, agencyOf }: Pick<Setting, 'placeOf' | 'agencyOf'>,
): Generator<Violation> {
  for (const step of steps) {
    const { id, name, agency, unit } = step;
    if (agency !== undefined && placeOf(step) === undefined)
      yield seen(
        'unknown_agency',
        id,
        agencyOf(agency) === undefined
          ? `Bước “${name}” thuộc cơ quan có mã ${agency}, mà phần mềm không có cơ quan này.`
          : `Bước “${name}” thuộc đơn vị có mã ${unit}, mà cơ quan ${agency} không có đơn vị này.`,
        'Chọn một cơ quan và đơn vị trong danh sách, hoặc thêm cơ quan ở mục Cơ quan và cán bộ.',
      );
    for (const { agencyCode, agency: asked } of step.consultations ?? [])
      if (agencyCode !== undefined && agencyOf(agencyCode) === undefined)
        yield seen(
          'unknown_agency',
          id,
          `Bước “${name}” lấy ý kiến ${asked} có mã ${agencyCode}, mà phần mềm không có cơ quan này.`,
          'Chọn một cơ quan trong danh sách, hoặc bỏ mã để nhận ý kiến bằng văn bản.',
        );
  }
}

/** The room of a step for people: with its agency where that is another one. */
export function roomText(
  step: Process['steps'][number],
  { placeOf, agencyId }: Pick<Setting, 'placeOf' | 'agencyId'>,
  unitName: (code: string) => string,
): string {
  const place = step.agency === undefined ? 'own' : placeOf(step);
  return place === undefined || place === 'own' || place.agencyId === agencyId
    ? unitName(step.unit)
    : elsewhereText(place);
}
