// The contract of signing in: what the desk sends and gets.

import { officerRoleSchema } from '@motcua/domain/process';
import { z } from 'zod';

export const signInBody = z.object({
  username: z.string().trim().min(1, 'Nhập tên đăng nhập.').max(100),
  password: z.string().min(1, 'Nhập mật khẩu.').max(200),
  /** Chosen at the first sign-in, in place of the password that was handed out. */
  newPassword: z.string().max(200).optional(),
});
export type SignInBody = z.infer<typeof signInBody>;

export const officerView = z.object({
  id: z.string(),
  fullName: z.string(),
  /** `bà Lê Thị Hoa` */
  politeName: z.string(),
  post: z.string(),
  unit: z.string(),
  unitName: z.string(),
  roles: z.array(officerRoleSchema),
});
export type OfficerView = z.infer<typeof officerView>;

/** The signed-in officer and the office around: everything the desk's frame shows. */
export const sessionView = z.object({
  officer: officerView,
  agency: z.object({ id: z.string(), name: z.string(), officeName: z.string() }),
  /** The posts this person may work in today; the session is in one of them. */
  posts: z.array(
    z.object({
      id: z.string(),
      post: z.string(),
      unitName: z.string(),
      agencyName: z.string(),
      current: z.boolean(),
    }),
  ),
  /** The post of this session is over: nothing can be done in it. */
  postEnded: z.boolean(),
  /** Colleagues who are away and in whose place this person works. */
  standsInFor: z.array(z.object({ officerId: z.string(), politeName: z.string() })),
  /** Vietnamese day and moment of the server: the desk never trusts the computer's own clock. */
  now: z.string(),
  /** True when this deployment is the demo. */
  demo: z.boolean(),
  /** Seconds without use after which the session ends. */
  idleSeconds: z.int(),
});
export type SessionView = z.infer<typeof sessionView>;

export const postBody = z.object({ postId: z.uuid('Chọn một vị trí trong danh sách.') });

/** Demo sign-ins, shown on the sign-in page in demo mode only. */
export const demoSignIns = z.object({
  /** The simulator's phones. */
  phoneUrl: z.string().nullable(),
  password: z.string(),
  officers: z.array(
    z.object({ username: z.string(), fullName: z.string(), post: z.string(), unitName: z.string() }),
  ),
});
export type DemoSignIns = z.infer<typeof demoSignIns>;
