// The edge of administrative units: today's provinces and communes, for whoever fills in an address.

import { placeText } from '@motcua/domain/units';
import { unitsOfToday } from '@motcua/domain/units-of-today';
import type { Http } from '../platform/http.ts';
import { unitsAnswer, unitsQuery } from './schema.ts';

/** How many a name that is only begun is answered with. */
const mostFound = 20;

export function registerUnitRoutes(http: Http): void {
  http.route({
    method: 'GET',
    path: '/units',
    who: 'anyone',
    summary:
      'Provinces and communes of today; communes by what is typed of their name, with or without accents',
    perMinute: 240,
    query: unitsQuery,
    answer: unitsAnswer,
    handle: async ({ query: { q = '', province }, reply }) => {
      const units = unitsOfToday();
      const found =
        q.trim() !== ''
          ? units.find(q, province).slice(0, mostFound)
          : province === undefined
            ? []
            : units.communesOf(province);
      // The list changes by law, with months of notice.
      void reply.header('cache-control', 'public, max-age=86400');
      return {
        provinces: [...units.provinces],
        communes: found.map((unit) => ({ ...unit, text: placeText(units, unit.code) ?? unit.name })),
      };
    },
  });
}
