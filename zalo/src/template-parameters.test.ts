// Texts for the blanks of a template: measured as Zalo measures, cut where a reader would cut.

import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { lengthOf } from './limits.ts';
import { checkTemplateData, type TemplateParameter, truncateForParameter } from './template-parameters.ts';

const blank: TemplateParameter = {
  name: 'thu_tuc',
  required: true,
  type: 'STRING',
  minLength: 2,
  maxLength: 30,
  acceptsEmpty: false,
};

test('a value of exactly the limit passes, also written apart; one more letter does not', () => {
  const apart = 'ễ'.normalize('NFD');
  expect(checkTemplateData([blank], { thu_tuc: apart.repeat(30) })).toEqual([]);
  expect(checkTemplateData([blank], { thu_tuc: apart.repeat(31) })).toEqual([
    { kind: 'too_long', field: 'thu_tuc', limit: 30, actual: 31 },
  ]);
  expect(checkTemplateData([blank], { thu_tuc: 'ễ' })).toEqual([{ kind: 'malformed', field: 'thu_tuc' }]);
});

test.each<[string, Partial<TemplateParameter>, Record<string, unknown>, object[]]>([
  ['missing', {}, {}, [{ kind: 'missing', field: 'thu_tuc' }]],
  ['missing where it may', { required: false }, {}, []],
  ['empty', {}, { thu_tuc: ' ' }, [{ kind: 'missing', field: 'thu_tuc' }]],
  ['empty where it may', { acceptsEmpty: true }, { thu_tuc: '' }, []],
  ['a number', {}, { thu_tuc: 8000 }, [{ kind: 'malformed', field: 'thu_tuc' }]],
  ['a name with marks', { required: false }, { thủ_tục: 'a' }, [{ kind: 'malformed', field: 'thủ_tục' }]],
  ['no limit known', { maxLength: undefined }, { thu_tuc: 'a'.repeat(900) }, []],
])('%s', (_name, change, data, problems) => {
  expect(checkTemplateData([{ ...blank, ...change }], data)).toEqual(problems);
});

const procedure = 'Đăng ký khai sinh có yếu tố nước ngoài tại khu vực biên giới';
test.each([
  [procedure, 60, procedure],
  [procedure, 59, 'Đăng ký khai sinh có yếu tố nước ngoài tại khu vực biên…'],
  [procedure, 30, 'Đăng ký khai sinh có yếu tố…'],
  [procedure.normalize('NFD'), 30, 'Đăng ký khai sinh có yếu tố…'],
  ['Đăng ký', 8, 'Đăng ký'],
  ['Đăng ký lại', 8, 'Đăng ký…'],
  ['000.00.04.H34-260401-0012', 12, '000.00.04.H…'],
  ['👩‍👩‍👧‍👦 nhà', 5, '…'],
  ['  khoảng trắng  ', 11, 'khoảng…'],
  ['abc', 1, '…'],
  ['abc', 0, ''],
])('%j in %i letters is %j', (value, most, cut) => {
  expect(truncateForParameter(value, most)).toBe(cut);
});

test('whatever it is, it fits, and all before the dots was there before', () => {
  const value = fc.string({ unit: 'grapheme', maxLength: 60 });
  fc.assert(
    fc.property(value, fc.integer({ min: 1, max: 40 }), (text, most) => {
      const cut = truncateForParameter(text, most);
      expect(lengthOf(cut)).toBeLessThanOrEqual(most);
      const nfc = text.normalize('NFC').trim();
      if (cut !== nfc) expect(nfc.startsWith(cut.slice(0, -1))).toBe(true);
      expect(cut === nfc || cut.endsWith('…')).toBe(true);
    }),
  );
});
