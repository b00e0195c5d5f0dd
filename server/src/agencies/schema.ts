// The contract of agencies and people: the tree, what changes it, and who is away.

import { agencyKinds, unitKinds } from '@motcua/domain/agency';
import { officerRoleSchema } from '@motcua/domain/process';
import { plainDateSchema } from '@motcua/domain/time';
import { z } from 'zod';

const kindSchema = z.enum(Object.keys(agencyKinds) as [keyof typeof agencyKinds]);
const unitKindSchema = z.enum(Object.keys(unitKinds) as [keyof typeof unitKinds]);
const text = (what: string, most = 200) => z.string().trim().min(2, `Nhập ${what}.`).max(most);

export const treeQuery = z.object({
  /** As of this day; today when absent. */
  day: plainDateSchema.optional(),
  /** As it was known at the end of this day; now when absent. */
  known: plainDateSchema.optional(),
});

const postView = z.object({
  postId: z.string(),
  officerId: z.string(),
  username: z.string(),
  politeName: z.string(),
  post: z.string(),
  roles: z.array(officerRoleSchema),
  roleText: z.string(),
  sinceText: z.string(),
  supervisorName: z.string().nullable(),
  /** `vắng đến thứ Sáu, 11/12; ông Võ Thanh Tùng thay` */
  awayText: z.string().nullable(),
  disabled: z.boolean(),
});
export type PostView = z.infer<typeof postView>;

const agencyView = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  officeName: z.string(),
  kind: kindSchema,
  kindText: z.string(),
  parentId: z.string().nullable(),
  /** How deep it lies below the top: for drawing. */
  depth: z.int(),
  stands: z.boolean(),
  /** Why it no longer stands, or what is about to happen to it. */
  note: z.string().nullable(),
  /** The caller may change it. */
  mayChange: z.boolean(),
  /** The caller may merge it into another. */
  mayMerge: z.boolean(),
  units: z.array(
    z.object({ code: z.string(), name: z.string(), kind: unitKindSchema, posts: z.array(postView) }),
  ),
});
export type AgencyView = z.infer<typeof agencyView>;

export const treeView = z.object({
  day: z.string(),
  /** Null: as known now. */
  known: z.string().nullable(),
  agencies: z.array(agencyView),
  changes: z.array(z.object({ id: z.string(), at: z.string(), who: z.string(), text: z.string() })),
});
export type TreeView = z.infer<typeof treeView>;

export const agencyBody = z.object({
  code: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9.-]{3,40}$/, 'Mã cơ quan gồm chữ, số, dấu chấm: H53.27787.'),
  name: text('tên cơ quan'),
  officeName: text('tên bộ phận một cửa'),
  kind: kindSchema,
  parentId: z.uuid('Chọn cơ quan cấp trên.'),
  placeName: text('địa danh ghi trên giấy tờ', 100),
  address: text('địa chỉ', 300),
  phone: z.string().trim().max(30).nullable(),
  dossierCodePrefix: z
    .string()
    .trim()
    .regex(/^\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2}$/, 'Phần đầu mã hồ sơ có dạng 000.00.27.H53.'),
  validFrom: plainDateSchema,
  ground: text('căn cứ', 300),
});
export type AgencyBody = z.infer<typeof agencyBody>;

export const renameBody = z.object({
  name: text('tên cơ quan'),
  officeName: text('tên bộ phận một cửa'),
  parentId: z.uuid('Chọn cơ quan cấp trên.').nullable(),
  validFrom: plainDateSchema,
  ground: text('căn cứ', 300),
});
export type RenameBody = z.infer<typeof renameBody>;

export const unitBody = z.object({
  name: text('tên bộ phận'),
  kind: unitKindSchema,
  counter: z.string().trim().max(60).nullable(),
});
export type UnitBody = z.infer<typeof unitBody>;

export const postBody = z.object({
  agencyId: z.uuid('Chọn cơ quan.'),
  unit: text('bộ phận', 60),
  post: text('chức danh', 120),
  roles: z.array(officerRoleSchema).min(1, 'Chọn ít nhất một vai trò.').max(12),
  validFrom: plainDateSchema,
  supervisorId: z.uuid('Chọn cán bộ phụ trách.').nullable(),
});
export type PostBody = z.infer<typeof postBody>;

export const officerBody = postBody.extend({
  username: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z][a-z0-9.-]{1,39}$/, 'Tên đăng nhập gồm chữ thường không dấu, số, dấu chấm: hoa.lt.'),
  fullName: text('họ và tên', 100),
  title: z.enum(['ông', 'bà'], 'Chọn ông hoặc bà.'),
});
export type OfficerBody = z.infer<typeof officerBody>;

/** `inPlaceOf`: the post that ends when the new one begins; absent: a further post. */
export const moveBody = postBody.extend({ inPlaceOf: z.uuid().optional() });
export type MoveBody = z.infer<typeof moveBody>;

export const endPostBody = z.object({
  /** The first day on which it is over; today means at once. */
  from: plainDateSchema,
});
export type EndPostBody = z.infer<typeof endPostBody>;

/** What was done, as a sentence for the desk. */
export const doneView = z.object({ id: z.string(), text: z.string() });
export type DoneView = z.infer<typeof doneView>;

/** The password is shown once, to hand over; it opens nothing until its owner has replaced it. */
export const newOfficerView = z.object({
  id: z.string(),
  username: z.string(),
  firstPassword: z.string(),
  text: z.string(),
});
export type NewOfficerView = z.infer<typeof newOfficerView>;

export const mergerQuery = z.object({ to: z.uuid('Chọn cơ quan nhập vào.') });

export const mergerPreview = z.object({
  fromName: z.string(),
  toName: z.string(),
  /** Open dossiers of the agency, lying there, or with a step there. */
  dossiers: z.int(),
  officers: z.int(),
  units: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      dossiers: z.int(),
      officers: z.int(),
      /** The unit of the successor that goes on with its work; null: to be chosen. */
      heir: z.string().nullable(),
    }),
  ),
  /** The successor's units, to choose from. */
  heirs: z.array(z.object({ code: z.string(), name: z.string() })),
});
export type MergerPreview = z.infer<typeof mergerPreview>;

export const mergerBody = z.object({
  to: z.uuid('Chọn cơ quan nhập vào.'),
  decisionNumber: text('số quyết định', 60),
  decisionDate: plainDateSchema,
  /** The first day on which the agency is no more. */
  effectiveOn: plainDateSchema,
  /** For each unit, by its code, the unit of the successor. */
  units: z.record(z.string().max(60), z.string().max(60)),
});
export type MergerBody = z.infer<typeof mergerBody>;

export const absenceBody = z.object({
  officerId: z.uuid('Chọn người vắng.'),
  deputyId: z.uuid('Chọn người thay.'),
  fromDay: plainDateSchema,
  untilDay: plainDateSchema,
  reason: z.string().trim().max(200).nullable(),
});
export type AbsenceBody = z.infer<typeof absenceBody>;

export const absencesView = z.object({
  /** May record absences of colleagues, not only their own. */
  mayRecordForOthers: z.boolean(),
  today: z.string(),
  colleagues: z.array(z.object({ id: z.string(), politeName: z.string(), unitName: z.string() })),
  absences: z.array(
    z.object({
      id: z.string(),
      officerName: z.string(),
      deputyName: z.string(),
      daysText: z.string(),
      reason: z.string().nullable(),
      /** Open dossiers that lie with the absent person. */
      open: z.int(),
      mayEnd: z.boolean(),
    }),
  ),
});
export type AbsencesView = z.infer<typeof absencesView>;
