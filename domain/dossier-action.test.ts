// What a person may send: every text bounded, readable and composed; every refusal of it in Vietnamese.

import { describe, expect, it, test } from 'vitest';
import { type Action, actionLabels, actionSchema } from './dossier-action.ts';
import { anAction } from './dossier-story.ts';

const types = actionSchema.options.map((option) => option.shape.type.value);
const messages = (value: unknown) => {
  const parsed = actionSchema.safeParse(value);
  return parsed.success ? [] : parsed.error.issues.map(({ message }) => message);
};

test.each(types)('%s, with believable contents, is understood and has a label', (type) => {
  expect(actionSchema.parse(anAction(type))).toEqual(anAction(type));
  expect(actionLabels[type]).toMatch(/^\p{Lu}/u);
});

test('nothing beyond the action is taken along: neither a role, nor a tenant, nor an actor', () => {
  const sent = { ...anAction('approve'), roles: ['approver'], tenantId: 'other', actor: 'x' };
  expect(actionSchema.parse(sent)).toEqual({ type: 'approve' });
});

describe('texts', () => {
  const stop = (reason: string) => ({ type: 'stop', reason });

  it('are trimmed and composed', () => {
    const typed = '  Thiên tai, hồ sơ bị ướt  '.normalize('NFD');
    expect(actionSchema.parse(stop(typed))).toEqual(stop('Thiên tai, hồ sơ bị ướt'));
  });

  it('may have lines', () => {
    expect(messages(stop('Dòng một\nDòng hai'))).toEqual([]);
  });

  it.each([
    ['nothing but spaces', '        ', 'Ghi rõ lý do dừng, ít nhất 5 ký tự.'],
    ['too long', 'a'.repeat(2001), 'Rút gọn lý do dừng, không quá 2.000 ký tự.'],
    ['a sign the database cannot keep', 'Thiên tai\u0000', 'Gõ lại lý do dừng: có ký tự không đọc được.'],
    ['half a letter', 'Thiên tai \ud83d', 'Gõ lại lý do dừng: có ký tự không đọc được.'],
  ])('%s', (_, reason, message) => {
    expect(messages(stop(reason))).toEqual([message]);
  });
});

describe('every defect of the contents is said in Vietnamese', () => {
  it.each<[Action['type'], object]>([
    ['refuse', { reasons: [] }],
    ['refuse', { reasons: Array(11).fill('Thiếu giấy tờ.') }],
    ['refuse_at_intake', { reasons: ['no'] }],
    ['request_supplement', { items: [] }],
    ['request_supplement', { sectorGround: 'x' }],
    ['request_payment', { amount: 999 }],
    ['request_payment', { amount: 1_000.5 }],
    ['request_payment', { amount: 10_000_000_001 }],
    ['hand_over', { collector: ' ' }],
    ['hand_over', { collector: 'A'.repeat(201) }],
    ['finish', { resultNumber: '1'.repeat(61) }],
    ['correct_details', { summary: '' }],
    ['extend', { apology: '' }],
  ])('%s %j', (type, wrong) => {
    const said = messages({ ...anAction(type), ...wrong });
    expect(said.length).toBeGreaterThan(0);
    for (const message of said) expect(message).not.toMatch(/Invalid|expected|Too (small|big)/);
  });
});
