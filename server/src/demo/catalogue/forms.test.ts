// The forms beside the ward's catalogue: each place for a paper is a paper of the procedure, and none is meant twice.

import { formsOn } from '@motcua/domain/form-catalogue';
import { isPaper, paperOfDeclaration, paperOfField, withPapers } from '@motcua/domain/form-papers';
import { describe, expect, it } from 'vitest';
import { wardCatalogue } from './ward-catalogue.ts';

const papersOf = new Map(wardCatalogue.map(({ procedure }) => [procedure.code, procedure.papers]));
/** A province and the traffic police take these in, so the ward does not list them. */
const ofOthers = ['1.011441', '3.000353'];

describe.each(formsOn('2026-11-22').map((form) => [form.procedure, form] as const))('%s', (code, form) => {
  const papers = papersOf.get(code) ?? [];
  const fields = form.pages.flatMap((page) => page.fields).filter(isPaper);

  it('asks for papers that the procedure has, each once', () => {
    if (ofOthers.includes(code)) return expect(papers).toEqual([]);
    const found = fields.map((field) => paperOfField(field, papers)?.id ?? `not found: ${field.paper}`);
    expect(found.filter((id) => id.startsWith('not'))).toEqual([]);
    expect(new Set(found).size).toBe(found.length);
    const declaration = paperOfDeclaration(form, papers);
    expect(form.declares === null || declaration !== undefined).toBe(true);
    expect(found).not.toContain(declaration?.id);
  });

  it('asks for every paper the procedure always needs, but the declaration and what is only shown', () => {
    const asked = new Set(fields.map((field) => paperOfField(field, papers)?.id));
    const wanting = papers.filter(
      (paper) =>
        paper.required &&
        paper.use === 'submit' &&
        paper !== paperOfDeclaration(form, papers) &&
        !asked.has(paper.id),
    );
    expect(wanting.map((paper) => paper.name)).toEqual([]);
  });
});

it('takes the files of a place from where they lie, whatever the client says lies there', () => {
  const form = formsOn('2026-11-22').find((each) => each.procedure === '1.001193');
  const papers = papersOf.get('1.001193') ?? [];
  if (form === undefined) throw new Error('no form');
  const answers = withPapers(form, { birthProof: ['mine'], authorisation: ['mine'] }, papers, (id) =>
    id === 'p2' ? ['file-1', 'file-2'] : [],
  );
  expect(answers).toEqual({ birthProof: ['file-1', 'file-2'] });
});
