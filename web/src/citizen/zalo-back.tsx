// Where Zalo sends the browser back to: it finishes the sign-in once and goes on to the dossiers.

import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { problemOf } from '../api.ts';
import { useOffice } from '../public/use-office.ts';
import { useMineWords } from '../words/mine.ts';
import { CitizenFrame } from './frame.tsx';
import { finishSignIn, mineQuery } from './mine-queries.ts';

export function ZaloBack() {
  const words = useMineWords();
  const { name } = useOffice();
  const { code, state } = useSearch({ from: '/dang-nhap-zalo' });
  const client = useQueryClient();
  const navigate = useNavigate();
  const [trouble, setTrouble] = useState(code === undefined ? words.declined : null);
  // The code works once: a second run of the effect must not spend it.
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current || code === undefined) return;
    begun.current = true;
    finishSignIn({ code, state: state ?? '' }).then(
      (view) => {
        client.setQueryData(mineQuery.queryKey, view);
        return navigate({ to: '/ho-so-cua-toi', replace: true });
      },
      (error: unknown) => setTrouble(problemOf(error).detail),
    );
  });
  return (
    <CitizenFrame office={name}>
      <title>{words.title}</title>
      <h1>{trouble === null ? words.title : words.failed}</h1>
      <p role={trouble === null ? 'status' : 'alert'}>{trouble ?? words.busy}</p>
      {trouble !== null && <Link to="/ho-so-cua-toi">{words.again}</Link>}
    </CitizenFrame>
  );
}
