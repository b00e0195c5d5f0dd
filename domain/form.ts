// A procedure's e-form as plain data: asked on the web and in chat, printed as the declaration, published as JSON Schema.

import { z } from 'zod';
import { type Condition, conditionSchema } from './form-condition.ts';
import { procedureCodeSchema } from './procedure.ts';
import { type PlainDate, plainDateSchema } from './time.ts';

export interface Choice {
  value: string;
  label: string;
}

interface FieldBasis {
  /** The key of the answer; unique among its neighbours, and never changed once a version is in use. */
  id: string;
  /** A noun phrase, as the printed declaration and the defects name it: `Ngày sinh của trẻ`. */
  label: string;
  /** The question in a whole sentence; without it the label is asked. */
  ask?: string;
  /** Why it is asked, or where it is found. */
  hint?: string;
  /** True, or the case in which it is; absent means that it may be passed over. */
  required?: boolean | Condition;
  /** Asked only then. Looks only at fields before it: of the form, or of the same item of a group. */
  when?: Condition;
}

/** The parts of a person that a form may ask, each with its usual label and kind (domain/form-parts.ts). */
export const personParts = [
  'fullName',
  'sex',
  'bornOn',
  'birthPlace',
  'ethnicity',
  'nationality',
  'homeTown',
  'identityNumber',
  'identityIssuedOn',
  'identityIssuedBy',
  'taxCode',
  'phone',
  'email',
  'residence',
  'contactAddress',
  'occupation',
] as const;
export type PersonPart = (typeof personParts)[number];

export type FormField = FieldBasis &
  (
    | {
        kind: 'text' | 'long_text';
        /** In characters; 200 and 2,000 when absent. */
        maxLength?: number;
        /** What nearly everybody answers: offered for one tap. */
        usual?: string;
      }
    /** A number, with its unit in words (`m²`); `whole` admits no fraction. */
    | { kind: 'number'; min: number; max: number; whole?: boolean; unit?: string }
    /** Whole đồng. */
    | { kind: 'money'; min?: number; max?: number }
    /** A day, `2026-11-22`. `partial` also takes `2026-11` and `2026`: old papers know no more. */
    | { kind: 'date'; partial?: boolean; past?: boolean }
    | { kind: 'choice'; choices: Choice[] }
    /** Several of a list, each once. */
    | { kind: 'choices'; choices: Choice[]; min?: number; max?: number }
    | { kind: 'yes_no' }
    /** A mobile number, kept as `+84912345678`. */
    | { kind: 'phone' }
    | { kind: 'email' }
    /** A personal number of 12 digits, or a passport. */
    | { kind: 'identity' }
    /** An object of parts; `whose` completes their labels: `của mẹ`. */
    | {
        kind: 'person';
        whose: string;
        parts: PersonPart[];
        requiredParts: PersonPart[];
        /** The day of birth must be known to the day, as of a newborn. */
        bornExactly?: boolean;
      }
    /** `{ province, commune, detail }`: codes of today's units, and house, street, hamlet in words. */
    | { kind: 'address'; detailRequired?: boolean }
    /** A list of the same questions, between `min` and `max` times. `item` names one: `thành viên`. */
    | { kind: 'group'; item: string; min: number; max: number; fields: FormField[] }
    /**
     * The place of a paper of the procedure, found by words of its name (`paperOfField`). Its answer is the list of
     * the names of the files that lie in it: the server writes it, whatever a client says.
     */
    | { kind: 'paper'; paper: string; max?: number }
  );

export type FieldKind = FormField['kind'];
export type FieldOf<K extends FieldKind> = Extract<FormField, { kind: K }>;

export interface FormPage {
  id: string;
  title: string;
  hint?: string;
  /** The whole page is asked only then. */
  when?: Condition;
  fields: FormField[];
}

export interface Form {
  procedure: string;
  /** Counts up; answers name the version they were given to. */
  version: number;
  /** The first day on which it is offered. */
  from: PlainDate;
  /** The heading of the printed declaration. */
  title: string;
  /** Words of the name of the procedure's paper that the declaration is; null when the procedure asks for none. */
  declares: string | null;
  /** The official form it follows, for the foot of the print. */
  source: string | null;
  /** Who fills it, in words: `Người đi đăng ký khai sinh`. */
  filledBy: string;
  /** The id of the person in whose name the dossier is filed. */
  applicant: string;
  pages: FormPage[];
  /** What the applicant affirms by filing. */
  affirmation: string;
}

const idSchema = z.string().regex(/^[a-z][a-zA-Z0-9]{0,39}$/);
const words = (max: number): z.ZodString => z.string().trim().min(1).max(max);
const choiceSchema = z.strictObject({ value: z.string().regex(/^[a-z0-9_]{1,40}$/), label: words(300) });

const basis = {
  id: idSchema,
  label: words(200),
  ask: words(500).exactOptional(),
  hint: words(1000).exactOptional(),
  required: z.union([z.boolean(), conditionSchema]).exactOptional(),
  when: conditionSchema.exactOptional(),
};
const partSchema = z.enum(personParts);

const fieldSchema: z.ZodType<FormField> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({
      ...basis,
      kind: z.enum(['text', 'long_text']),
      maxLength: z.int().min(1).max(10_000).exactOptional(),
      usual: words(200).exactOptional(),
    }),
    z.strictObject({
      ...basis,
      kind: z.literal('number'),
      min: z.number(),
      max: z.number(),
      whole: z.boolean().exactOptional(),
      unit: words(30).exactOptional(),
    }),
    z.strictObject({
      ...basis,
      kind: z.literal('money'),
      min: z.int().exactOptional(),
      max: z.int().exactOptional(),
    }),
    z.strictObject({
      ...basis,
      kind: z.literal('date'),
      partial: z.boolean().exactOptional(),
      past: z.boolean().exactOptional(),
    }),
    z.strictObject({ ...basis, kind: z.literal('choice'), choices: z.array(choiceSchema).min(2).max(60) }),
    z.strictObject({
      ...basis,
      kind: z.literal('choices'),
      choices: z.array(choiceSchema).min(2).max(60),
      min: z.int().min(0).exactOptional(),
      max: z.int().min(1).exactOptional(),
    }),
    z.strictObject({ ...basis, kind: z.enum(['yes_no', 'phone', 'email', 'identity']) }),
    z.strictObject({
      ...basis,
      kind: z.literal('person'),
      whose: words(80),
      parts: z.array(partSchema).min(1),
      requiredParts: z.array(partSchema),
      bornExactly: z.boolean().exactOptional(),
    }),
    z.strictObject({ ...basis, kind: z.literal('address'), detailRequired: z.boolean().exactOptional() }),
    z.strictObject({
      ...basis,
      kind: z.literal('group'),
      item: words(60),
      min: z.int().min(0).max(50),
      max: z.int().min(1).max(50),
      fields: z.array(fieldSchema).min(1).max(40),
    }),
    z.strictObject({
      ...basis,
      kind: z.literal('paper'),
      paper: words(300),
      max: z.int().min(1).max(30).exactOptional(),
    }),
  ]),
);

/** The shape of a form that is stored or comes in from outside. What hangs together in it `formFlaws` says. */
export const formSchema: z.ZodType<Form> = z.strictObject({
  procedure: procedureCodeSchema,
  version: z.int().min(1),
  from: plainDateSchema,
  title: words(300),
  declares: words(300).nullable(),
  source: words(300).nullable(),
  filledBy: words(200),
  applicant: idSchema,
  pages: z
    .array(
      z.strictObject({
        id: idSchema,
        title: words(200),
        hint: words(1000).exactOptional(),
        when: conditionSchema.exactOptional(),
        fields: z.array(fieldSchema).min(1).max(60),
      }),
    )
    .min(1)
    .max(30),
  affirmation: words(1000),
});
