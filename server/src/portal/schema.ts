// The contract of the portal's first page: which offices this deployment serves.

import { z } from 'zod';

export const publicOffices = z.object({
  offices: z.array(
    z.object({
      /** Names the office in addresses: `/thu-tuc/kien-tuong/…`. */
      tenant: z.string(),
      name: z.string(),
    }),
  ),
});
export type PublicOffices = z.infer<typeof publicOffices>;
