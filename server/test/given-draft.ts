// A household business as a citizen declares it on the web, alone or with somebody's help.

import type { AnswerChange } from '@motcua/domain/draft-answers';

const place = { province: '80', commune: '27787', detail: 'Số 5 đường 30/4' };

/** Every question answered. The name has in it what must never run anywhere. */
export function givenHousehold({ helper = false }: { helper?: boolean }): AnswerChange[] {
  const answers: Record<string, AnswerChange['value']> = {
    filing: helper
      ? {
          by: 'other',
          filer: { fullName: 'Nguyễn Văn Giúp', identityNumber: '999095000011', phone: '+84912345678' },
          capacity: 'helper',
          messagesTo: 'filer',
        }
      : { by: 'self' },
    owner: {
      fullName: 'Trần Thị <b>Bé</b>',
      sex: 'female',
      bornOn: '1990-03-05',
      nationality: 'Việt Nam',
      identityNumber: '999190000015',
      residence: place,
      phone: '+84987654321',
    },
    contactElsewhere: false,
    foundedBy: 'individual',
    businessName: 'Hộ kinh doanh Bé Bánh Mì',
    headOffice: place,
    lines: [{ name: 'Bán lẻ bánh mì' }],
    conditional: false,
    capital: 50_000_000,
    startOn: '2026-12-15',
    workers: 1,
    taxElsewhere: false,
    byProxy: false,
  };
  return Object.entries(answers).map(([path, value]) => ({ path, ...(value !== undefined && { value }) }));
}
