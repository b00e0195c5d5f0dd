// The places of the counter and what each address means.

import type { QuestionTab } from '@motcua/server/questions/schema';
import type { TalkScope } from '@motcua/server/talks/schema';
import {
  createHashHistory,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { citizenRoutes } from './citizen-routes.ts';
import type { RegisterSearch } from './desk/papers-queries.ts';
import { sessionQuery } from './desk/session.ts';
import { readWorklistSearch } from './desk/worklist-search.ts';
import { isMiniApp } from './mini/zalo-app.ts';
import { queryClient } from './query-client.ts';
import { rootRoute } from './root-route.ts';
import { isTyped } from './typed-search.ts';

const signIn = createRoute({
  getParentRoute: () => rootRoute,
  path: '/dang-nhap',
  validateSearch: (search: Record<string, unknown>): { 'tro-lai'?: string; ra?: 1 } => ({
    ...(typeof search['tro-lai'] === 'string' && /^\/(?!\/)/.test(search['tro-lai'])
      ? { 'tro-lai': search['tro-lai'] }
      : {}),
    ...(search['ra'] === 1 ? { ra: 1 } : {}),
  }),
  component: lazyRouteComponent(() => import('./public/sign-in.tsx'), 'SignIn'),
});

const desk = createRoute({
  getParentRoute: () => rootRoute,
  id: 'desk',
  beforeLoad: async ({ location }) => {
    const session = await queryClient.ensureQueryData(sessionQuery);
    if (session === null) throw redirect({ to: '/dang-nhap', search: { 'tro-lai': location.href } });
  },
  component: lazyRouteComponent(() => import('./desk/shell.tsx'), 'Shell'),
});

const worklist = createRoute({
  getParentRoute: () => desk,
  path: '/ban-lam-viec',
  validateSearch: readWorklistSearch,
  component: lazyRouteComponent(() => import('./desk/worklist.tsx'), 'Worklist'),
});

const dossier = createRoute({
  getParentRoute: () => desk,
  path: '/ho-so/$id',
  component: lazyRouteComponent(() => import('./desk/dossier-page.tsx'), 'DossierPage'),
});

const intake = createRoute({
  getParentRoute: () => desk,
  path: '/tiep-nhan',
  component: lazyRouteComponent(() => import('./desk/intake.tsx'), 'Intake'),
});

const groupList = createRoute({
  getParentRoute: () => desk,
  path: '/tiep-nhan/danh-sach',
  component: lazyRouteComponent(() => import('./desk/group-list.tsx'), 'GroupList'),
});

const batches = createRoute({
  getParentRoute: () => desk,
  path: '/ban-giao',
  component: lazyRouteComponent(() => import('./desk/batches.tsx'), 'Batches'),
});

/** The offset of a page of fifty, when there is one. */
function pageOf(search: Record<string, unknown>): { offset?: number } {
  const offset = Number(search['offset']);
  return Number.isInteger(offset) && offset > 0 ? { offset } : {};
}

const attention = createRoute({
  getParentRoute: () => desk,
  path: '/can-chu-y',
  validateSearch: pageOf,
  component: lazyRouteComponent(() => import('./desk/attention.tsx'), 'Attention'),
});

const opinions = createRoute({
  getParentRoute: () => desk,
  path: '/lay-y-kien',
  validateSearch: pageOf,
  component: lazyRouteComponent(() => import('./desk/opinions.tsx'), 'Opinions'),
});

const talks = createRoute({
  getParentRoute: () => desk,
  path: '/tin-nhan',
  validateSearch: (search: Record<string, unknown>): { ai?: TalkScope; mo?: string; offset?: number } => ({
    ...pageOf(search),
    ...(search['ai'] === 'mine' || search['ai'] === 'unit' || search['ai'] === 'all'
      ? { ai: search['ai'] }
      : {}),
    ...(typeof search['mo'] === 'string' ? { mo: search['mo'] } : {}),
  }),
  component: lazyRouteComponent(() => import('./desk/talks.tsx'), 'Talks'),
});

const deskQuestions = createRoute({
  getParentRoute: () => desk,
  path: '/cau-hoi',
  validateSearch: (search: Record<string, unknown>): { muc?: QuestionTab; mo?: string; offset?: number } => {
    const muc = (['open', 'to_approve', 'review', 'published'] as const).find((tab) => tab === search['muc']);
    return {
      ...pageOf(search),
      ...(muc === undefined ? {} : { muc }),
      ...(typeof search['mo'] === 'string' ? { mo: search['mo'] } : {}),
    };
  },
  component: lazyRouteComponent(() => import('./desk/questions.tsx'), 'DeskQuestions'),
});

const bulkRuns = createRoute({
  getParentRoute: () => desk,
  path: '/hang-loat',
  validateSearch: ({ lan }: Record<string, unknown>): { lan?: string } =>
    typeof lan === 'string' ? { lan } : {},
  component: lazyRouteComponent(() => import('./desk/bulk-runs.tsx'), 'BulkRunsPage'),
});

const leaders = createRoute({
  getParentRoute: () => desk,
  path: '/dieu-phoi',
  component: lazyRouteComponent(() => import('./desk/leaders.tsx'), 'Leaders'),
});

const calendar = createRoute({
  getParentRoute: () => desk,
  path: '/lich-lam-viec',
  component: lazyRouteComponent(() => import('./desk/calendar.tsx'), 'WorkingCalendar'),
});

const toTell = createRoute({
  getParentRoute: () => desk,
  path: '/can-bao',
  validateSearch: pageOf,
  component: lazyRouteComponent(() => import('./desk/to-tell.tsx'), 'ToTell'),
});

const failedNotices = createRoute({
  getParentRoute: () => desk,
  path: '/tin-chua-toi',
  validateSearch: pageOf,
  component: lazyRouteComponent(() => import('./desk/failed-notices.tsx'), 'FailedNotices'),
});

const register = createRoute({
  getParentRoute: () => desk,
  path: '/so-theo-doi',
  validateSearch: (search: Record<string, unknown>): RegisterSearch => ({
    ...pageOf(search),
    ...(isDay(search['tu']) ? { tu: search['tu'] } : {}),
    ...(isDay(search['den']) ? { den: search['den'] } : {}),
    ...(typeof search['so'] === 'string' ? { so: search['so'] } : {}),
    ...(isTyped(search['q']) ? { q: String(search['q']).slice(0, 200) } : {}),
  }),
  component: lazyRouteComponent(() => import('./desk/register.tsx'), 'Register'),
});

function isDay(day: unknown): day is string {
  return typeof day === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(day);
}

const people = createRoute({
  getParentRoute: () => desk,
  path: '/co-quan',
  validateSearch: (search: Record<string, unknown>): { ngay?: string; biet?: string } => ({
    ...(isDay(search['ngay']) ? { ngay: search['ngay'] } : {}),
    ...(isDay(search['biet']) ? { biet: search['biet'] } : {}),
  }),
  component: lazyRouteComponent(() => import('./desk/people.tsx'), 'People'),
});

const helpers = createRoute({
  getParentRoute: () => desk,
  path: '/diem-tiep-nhan',
  component: lazyRouteComponent(() => import('./desk/helpers.tsx'), 'Helpers'),
});

const ratings = createRoute({
  getParentRoute: () => desk,
  path: '/danh-gia',
  component: lazyRouteComponent(() => import('./desk/ratings.tsx'), 'Ratings'),
});

const absences = createRoute({
  getParentRoute: () => desk,
  path: '/vang-mat',
  component: lazyRouteComponent(() => import('./desk/absences.tsx'), 'Absences'),
});

const processes = createRoute({
  getParentRoute: () => desk,
  path: '/quy-trinh',
  validateSearch: (search: Record<string, unknown>): { q?: string; offset?: number } => ({
    ...pageOf(search),
    ...(isTyped(search['q']) ? { q: String(search['q']).slice(0, 200) } : {}),
  }),
  component: lazyRouteComponent(() => import('./desk/processes.tsx'), 'Processes'),
});

const processPage = createRoute({
  getParentRoute: () => desk,
  path: '/quy-trinh/$code',
  validateSearch: (search: Record<string, unknown>): { pb?: number } => {
    const version = Number(search['pb']);
    return Number.isInteger(version) && version > 0 ? { pb: version } : {};
  },
  component: lazyRouteComponent(() => import('./desk/process-page.tsx'), 'ProcessPage'),
});

export const router = createRouter({
  // Zalo serves a Mini App below an address of its own, with files and no paths.
  ...(isMiniApp ? { history: createHashHistory() } : {}),
  routeTree: rootRoute.addChildren([
    signIn,
    ...citizenRoutes,
    desk.addChildren([
      worklist,
      dossier,
      intake,
      groupList,
      batches,
      attention,
      opinions,
      talks,
      deskQuestions,
      toTell,
      failedNotices,
      register,
      processes,
      processPage,
      calendar,
      people,
      absences,
      helpers,
      ratings,
      bulkRuns,
      leaders,
    ]),
  ]),
  defaultPreload: 'intent',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
