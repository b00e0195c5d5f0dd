// The addresses that citizens open. `light` pages come without the component library.

import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from './root-route.ts';
import { isTyped } from './typed-search.ts';

const portal = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  staticData: { light: true },
  validateSearch: ({ q }: Record<string, unknown>): { q?: string } =>
    isTyped(q) ? { q: String(q).slice(0, 200) } : {},
  component: lazyRouteComponent(() => import('./public/portal.tsx'), 'Portal'),
});

const lookUp = createRoute({
  getParentRoute: () => rootRoute,
  path: '/tra-cuu',
  staticData: { light: true },
  component: lazyRouteComponent(() => import('./public/look-up.tsx'), 'LookUp'),
});

const tracking = createRoute({
  getParentRoute: () => rootRoute,
  path: '/q/$token',
  staticData: { light: true },
  component: lazyRouteComponent(() => import('./citizen/tracking.tsx'), 'Tracking'),
});

const mine = createRoute({
  getParentRoute: () => rootRoute,
  path: '/ho-so-cua-toi',
  staticData: { light: true },
  component: lazyRouteComponent(() => import('./citizen/mine.tsx'), 'Mine'),
});

const zaloBack = createRoute({
  getParentRoute: () => rootRoute,
  path: '/dang-nhap-zalo',
  staticData: { light: true },
  validateSearch: ({ code, state }: Record<string, unknown>): { code?: string; state?: string } => ({
    ...(isTyped(code) ? { code: String(code) } : {}),
    ...(isTyped(state) ? { state: String(state) } : {}),
  }),
  component: lazyRouteComponent(() => import('./citizen/zalo-back.tsx'), 'ZaloBack'),
});

const visit = createRoute({
  getParentRoute: () => rootRoute,
  path: '/luot/$token',
  staticData: { light: true },
  component: lazyRouteComponent(() => import('./citizen/visit.tsx'), 'Visit'),
});

const publicProcedure = createRoute({
  getParentRoute: () => rootRoute,
  path: '/thu-tuc/$tenant/$code',
  staticData: { light: true },
  component: lazyRouteComponent(() => import('./public/procedure.tsx'), 'Procedure'),
});

const apply = createRoute({
  getParentRoute: () => rootRoute,
  path: '/nop/$token',
  staticData: { light: true },
  validateSearch: (search: Record<string, unknown>): { trang?: string } =>
    typeof search['trang'] === 'string' ? { trang: search['trang'] } : {},
  component: lazyRouteComponent(() => import('./citizen/apply/apply.tsx'), 'Apply'),
});

/** What is asked stands in the address, so that it can be kept and sent; the server judges it. */
interface DueDateSearch {
  received?: string;
  unit?: string;
  value?: string;
}

const dueDate = createRoute({
  getParentRoute: () => rootRoute,
  path: '/tinh-ngay-hen',
  validateSearch: ({ received, unit, value }: Record<string, unknown>): DueDateSearch => ({
    ...(typeof received === 'string' ? { received } : {}),
    ...(typeof unit === 'string' ? { unit } : {}),
    ...(isTyped(value) ? { value: String(value).slice(0, 10) } : {}),
  }),
  component: lazyRouteComponent(() => import('./public/due-date.tsx'), 'DueDate'),
});

const questions = createRoute({
  getParentRoute: () => rootRoute,
  path: '/hoi-dap/$tenant',
  staticData: { light: true },
  component: lazyRouteComponent(() => import('./public/questions.tsx'), 'Questions'),
});

const question = createRoute({
  getParentRoute: () => rootRoute,
  path: '/hoi-dap/$tenant/$id',
  staticData: { light: true },
  component: lazyRouteComponent(() => import('./public/question.tsx'), 'Question'),
});

export const citizenRoutes = [
  portal,
  lookUp,
  tracking,
  visit,
  publicProcedure,
  apply,
  questions,
  question,
  mine,
  zaloBack,
  dueDate,
] as const;
