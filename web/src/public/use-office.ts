// Whose portal this is: the only office of the deployment, or the one chosen here before.

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { recall, remember } from '../ui/storage.ts';
import { officesQuery } from './portal-queries.ts';

const key = 'motcua.office';

export interface Offices {
  all: readonly { tenant: string; name: string }[];
  /** Empty until it is known, or chosen. */
  tenant: string;
  name: string | undefined;
  choose(tenant: string): void;
}

export function useOffice(): Offices {
  const { data } = useQuery(officesQuery);
  const [chosen, setChosen] = useState(() => recall(key) ?? '');
  const all = data?.offices ?? [];
  const office = all.length === 1 ? all[0] : all.find(({ tenant }) => tenant === chosen);
  return {
    all,
    tenant: office?.tenant ?? '',
    name: office?.name,
    choose: (tenant) => {
      remember(key, tenant);
      setChosen(tenant);
    },
  };
}
