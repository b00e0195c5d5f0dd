// The document of every page: what it says before a script has run, and the answers its script would ask for first.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OpenLink } from '../dossiers/look-up.ts';
import { linkOf } from '../dossiers/look-up.ts';
import { findForEverybody } from '../find/answer.ts';
import { readProcedurePage } from '../find/procedure-page.ts';
import type { Context } from '../platform/context.ts';
import { Problem } from '../platform/problem.ts';
import { viewTracking } from '../tracking/view.ts';
import { type FirstWords, homeWords, lookUpWords, procedureWords, trackingWords } from './first-words.ts';
import { html } from './html.ts';
import { listOffices, type PublicOffice } from './store.ts';

interface Page {
  words: FirstWords | null;
  /** Answers of the API by path, so that the page's script need not ask again for what is shown already. */
  given: Record<string, unknown>;
}

const bare: Page = { words: null, given: {} };

/**
 * Gives the document for an address. Whatever stands in the way of its first words (an unknown code, a database that is
 * away) is left to the script, which says so: the document always comes.
 */
export function openPages(
  ctx: Context,
  open: OpenLink,
  webFolder: string,
): (path: string, query: URLSearchParams) => Promise<string> {
  const shell = readFileSync(join(webFolder, 'index.html'), 'utf8');
  return async (path, query) => {
    const page = await pageOf(ctx, open, path, query).catch((error: unknown) => {
      if (error instanceof Problem || (error instanceof Error && 'code' in error)) return bare;
      throw error;
    });
    return fill(shell, page);
  };
}

async function pageOf(ctx: Context, open: OpenLink, path: string, query: URLSearchParams): Promise<Page> {
  if (path === '/') return home(ctx, (query.get('q') ?? '').slice(0, 200));
  if (path === '/tra-cuu') {
    const offices = await listOffices(ctx.database);
    return {
      words: lookUpWords(only(offices)?.name ?? 'Một Cửa'),
      given: { '/public/offices': { offices } },
    };
  }
  const [, token] = /^\/q\/([^/]{1,120})$/.exec(path) ?? [];
  if (token !== undefined) return tracked(ctx, open, token);
  const [, tenant, code] = /^\/thu-tuc\/([a-z0-9][a-z0-9-]{1,39})\/([\w.%-]{1,40})$/.exec(path) ?? [];
  return tenant === undefined || code === undefined ? bare : procedure(ctx, tenant, code);
}

async function home(ctx: Context, q: string): Promise<Page> {
  const offices = await listOffices(ctx.database);
  const office = only(offices);
  const found =
    office === undefined || q.trim() === ''
      ? null
      : await findForEverybody(ctx, office.tenant, { q, limit: 8 });
  return { words: homeWords(office, q, found), given: { '/public/offices': { offices } } };
}

async function tracked(ctx: Context, open: OpenLink, token: string): Promise<Page> {
  const link = linkOf(ctx.secrets, token);
  const opened = link === null ? undefined : await open(link, null);
  if (link === null || typeof opened !== 'object') return bare;
  const view = await viewTracking(ctx, link.tenantId, opened, ctx.clock.now());
  return { words: trackingWords(view), given: { [`/tracking/${token}`]: view } };
}

async function procedure(ctx: Context, tenant: string, code: string): Promise<Page> {
  const view = await readProcedurePage(ctx, tenant, code);
  return { words: procedureWords(view), given: { [`/public/${tenant}/procedures/${code}`]: view } };
}

const only = (offices: readonly PublicOffice[]): PublicOffice | undefined =>
  offices.length === 1 ? offices[0] : undefined;

function fill(shell: string, { words, given }: Page): string {
  if (words === null) return shell;
  // Inside a script a `<` could end it; as an escape it is the same letter to JSON.
  const data = JSON.stringify(given).replace(/</g, '\\u003c');
  return shell
    .replace(/<title>[^<]*<\/title>/, () => html`<title>${words.title}</title>`.text)
    .replace(
      '<div id="root"></div>',
      () =>
        `<div id="root">${words.body.text}</div><script type="application/json" id="given">${data}</script>`,
    )
    .replace(/<noscript>[\s\S]*<\/noscript>/, '');
}
