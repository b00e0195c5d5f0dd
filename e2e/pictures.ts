// The pictures of the README are taken by the journeys: with PICTURES=1 they replace those in docs/pictures.

import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';

const folder =
  process.env['PICTURES'] === '1' ? join(import.meta.dirname, '..', 'docs', 'pictures') : 'test-results';

export async function picture(target: Page | Locator, name: string): Promise<void> {
  await target.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
}
