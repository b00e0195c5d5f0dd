// What the desk asks of lists: reading a spreadsheet, taking in a part of it.

import type { ListAnswer, ListBody, ListReading } from '@motcua/server/counter/schema';
import { ask, withQuery } from '../../api.ts';

export type TakenRow = ListAnswer['taken'][number] & { fullName: string };

/** Rows of one request: the server takes no more in together. */
export const partSize = 50;

export const templateUrl = '/api/v1/lists/template.xlsx';

export const readListFile = (procedureCode: string, bytes: Blob) =>
  ask<ListReading>(withQuery('/lists/read', { procedureCode }), { method: 'POST', bytes });

export const takeInPart = (body: ListBody, intention: string) =>
  ask<ListAnswer>('/lists', { method: 'POST', body, intention });
