// The changes the page of agencies and people can make: the fields of each, where it is sent, and as what.

import { officerRoleSchema } from '@motcua/domain/process';
import { roleLabels } from '@motcua/domain/wording';
import type { AgencyView, PostView, TreeView } from '@motcua/server/agencies/schema';
import type { Field, FieldValues } from '../ui/field-form.tsx';
import { peopleWords as words } from '../words/people.ts';

export interface PeopleForm {
  title: string;
  lead?: string;
  fields: readonly Field[];
  path: (values: FieldValues) => string;
  body: (values: FieldValues) => unknown;
}

const field = words.fields;
const roleOptions = officerRoleSchema.options.map((value) => ({ value, label: roleLabels[value] }));
const orNull = (value: FieldValues[string] | undefined) =>
  value === undefined || value === '' ? null : value;
const option = ({ id, name }: AgencyView) => ({ value: id, label: name });

/** Where people can be put, as one choice: the agency and the unit together. */
function places(tree: TreeView) {
  return tree.agencies
    .filter(({ mayChange }) => mayChange)
    .flatMap(({ id, name, units }) =>
      units.map((unit) => ({ value: `${id}/${unit.code}`, label: `${unit.name}, ${name}` })),
    );
}

const placeOf = (values: FieldValues) => {
  const [agencyId = '', unit = ''] = String(values['unit']).split('/');
  return { agencyId, unit };
};

function postFields(tree: TreeView, place: string): Field[] {
  const helpers = tree.agencies.flatMap(({ units }) => units.flatMap(({ posts }) => posts));
  const supervisors = new Map(helpers.map(({ officerId, politeName }) => [officerId, politeName]));
  return [
    { name: 'unit', label: field.unit, kind: 'one', options: places(tree), start: place },
    { name: 'post', label: field.post },
    { name: 'roles', label: field.roles, kind: 'many', options: roleOptions },
    { name: 'validFrom', label: field.validFrom, kind: 'day', start: tree.day },
    {
      name: 'supervisorId',
      label: field.supervisorId,
      kind: 'one',
      optional: true,
      options: [...supervisors].map(([value, label]) => ({ value, label })),
    },
  ];
}

export function officerForm(tree: TreeView, agency: AgencyView): PeopleForm {
  return {
    title: words.acts.officer,
    fields: [
      { name: 'fullName', label: field.fullName },
      {
        name: 'title',
        label: field.title,
        kind: 'one',
        options: words.titles.map((value) => ({ value, label: value })),
      },
      { name: 'username', label: field.username, hint: words.usernameHint },
      ...postFields(tree, `${agency.id}/${agency.units[0]?.code ?? ''}`),
    ],
    path: () => '/officers',
    body: (values) => ({ ...values, ...placeOf(values), supervisorId: orNull(values['supervisorId']) }),
  };
}

/** `instead`: the post ends when the new one begins. */
export function postForm(tree: TreeView, post: PostView, place: string, instead: boolean): PeopleForm {
  return {
    title: `${instead ? words.acts.move : words.acts.more}: ${post.politeName}`,
    fields: postFields(tree, instead ? '' : place),
    path: () => `/officers/${post.officerId}/posts`,
    body: (values) => ({
      ...values,
      ...placeOf(values),
      supervisorId: orNull(values['supervisorId']),
      ...(instead ? { inPlaceOf: post.postId } : {}),
    }),
  };
}

export function endForm(tree: TreeView, post: PostView): PeopleForm {
  return {
    title: `${words.acts.end}: ${post.politeName}`,
    fields: [{ name: 'from', label: field.from, kind: 'day', start: tree.day, hint: words.endHint }],
    path: () => `/posts/${post.postId}/end`,
    body: (values) => values,
  };
}

export function disableForm(post: PostView): PeopleForm {
  return {
    title: words.acts.disable,
    lead: words.disableLead(post.politeName),
    fields: [],
    path: () => `/officers/${post.officerId}/disable`,
    body: () => ({}),
  };
}

export function passwordForm(post: PostView): PeopleForm {
  return {
    title: words.acts.password,
    lead: words.passwordLead(post.politeName),
    fields: [],
    path: () => `/officers/${post.officerId}/first-password`,
    body: () => ({}),
  };
}

export function unitForm(agency: AgencyView): PeopleForm {
  return {
    title: `${words.acts.unit}: ${agency.name}`,
    fields: [
      { name: 'name', label: field.unitName },
      { name: 'kind', label: field.kind, kind: 'one', options: words.unitKinds, start: 'room' },
      { name: 'counter', label: field.counter, optional: true },
    ],
    path: () => `/agencies/${agency.id}/units`,
    body: (values) => ({ ...values, counter: orNull(values['counter']) }),
  };
}

export function renameForm(tree: TreeView, agency: AgencyView): PeopleForm {
  const above = tree.agencies.filter(
    ({ id, mayChange }) => id === agency.parentId || (id !== agency.id && mayChange),
  );
  return {
    title: `${words.acts.rename}: ${agency.name}`,
    fields: [
      { name: 'name', label: field.name, start: agency.name },
      { name: 'officeName', label: field.officeName, start: agency.officeName },
      {
        name: 'parentId',
        label: field.parentId,
        kind: 'one',
        optional: true,
        options: above.map(option),
        start: agency.parentId ?? '',
      },
      { name: 'validFrom', label: field.validFrom, kind: 'day', start: tree.day },
      { name: 'ground', label: field.ground },
    ],
    path: () => `/agencies/${agency.id}/facts`,
    body: (values) => ({ ...values, parentId: orNull(values['parentId']) }),
  };
}

export function belowForm(tree: TreeView, agency: AgencyView): PeopleForm {
  return {
    title: `${words.acts.below}: ${agency.name}`,
    fields: [
      { name: 'name', label: field.name },
      { name: 'code', label: field.code },
      { name: 'kind', label: field.kind, kind: 'one', options: words.kinds, start: 'branch' },
      { name: 'officeName', label: field.officeName },
      { name: 'placeName', label: field.placeName },
      { name: 'address', label: field.address },
      { name: 'phone', label: field.phone, optional: true },
      { name: 'dossierCodePrefix', label: field.dossierCodePrefix, hint: '000.00.27.H53' },
      { name: 'validFrom', label: field.validFrom, kind: 'day', start: tree.day },
      { name: 'ground', label: field.ground },
    ],
    path: () => '/agencies',
    body: (values) => ({ ...values, parentId: agency.id, phone: orNull(values['phone']) }),
  };
}
