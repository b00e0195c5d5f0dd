// The contract of citizens who sign in with Zalo: the way in, who they are, and the dossiers they follow.

import { z } from 'zod';

export const beginBody = z.object({
  /** The office whose page it is; may be left out where there is only one. */
  tenant: z.string().max(60).exactOptional(),
});
export const beginAnswer = z.object({
  /** Zalo's page, on which the person agrees. */
  url: z.string(),
});
export type BeginAnswer = z.infer<typeof beginAnswer>;

export const finishBody = z.object({
  code: z.string().min(1, 'Thiếu mã của Zalo. Anh/Chị đăng nhập lại từ đầu.').max(2000),
  state: z.string().max(200),
});

export const miniAppBody = z.object({
  tenant: z.string().max(60).exactOptional(),
  /** What `getAccessToken()` of the Mini App gives. */
  accessToken: z.string().min(1, 'Thiếu mã truy cập của Mini App.').max(2000),
});
export const miniAppAnswer = z.object({
  /** Sent as `Authorization: Bearer …`: a Mini App has no cookies of ours. */
  token: z.string(),
});
export type MiniAppAnswer = z.infer<typeof miniAppAnswer>;

export const citizenView = z.object({
  /** Null when nobody is signed in. */
  citizen: z
    .object({
      name: z.string().nullable(),
      /** False while Zalo has not said who the person is to the Official Account: no dossier can be shown then. */
      linked: z.boolean(),
      dossiers: z.array(
        z.object({
          code: z.string().nullable(),
          procedureName: z.string(),
          status: z.string(),
          sentence: z.string(),
          /** What the person must do now; null when nothing. */
          mustDo: z.string().nullable(),
        }),
      ),
    })
    .nullable(),
  /** The Official Account to write to; null while none is connected. */
  oa: z.object({ id: z.string(), name: z.string().nullable(), url: z.string() }).nullable(),
});
export type CitizenView = z.infer<typeof citizenView>;
