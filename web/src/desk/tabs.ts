// The tabs of the worklist, in the order of the desk, and what its address holds.

import type { WorklistFilter } from '@motcua/domain/worklist-filter';
import type { Tab } from '@motcua/server/worklists/schema';

export type { Tab };

/** Not imported from the contract: its zod would weigh on the first page a citizen opens. */
export const tabs = [
  'mine',
  'to_claim',
  'unit',
  'citizen',
  'due_soon',
  'late',
  'elsewhere',
] as const satisfies readonly Tab[];

/** The worklist's address: it can be bookmarked and sent. */
export interface WorklistSearch extends WorklistFilter {
  tab?: Tab;
  q?: string;
  offset?: number;
  /** The dossier open beside the list. */
  hs?: string;
}
