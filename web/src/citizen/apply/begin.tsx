// The way from a procedure to its e-form: where filing lands, in words, and the button that begins.

import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { problemOf } from '../../api.ts';
import { applyWords } from '../../words/apply.ts';
import classes from './apply.module.css';
import { beginDraft, filingOfferQuery } from './apply-api.ts';

export function BeginFiling() {
  const { tenant, code } = useParams({ from: '/thu-tuc/$tenant/$code' });
  const { data: offer } = useQuery(filingOfferQuery(tenant, code));
  const navigate = useNavigate();
  const beginning = useMutation({
    mutationFn: () => beginDraft(tenant, code),
    onSuccess: ({ token }) => navigate({ to: '/nop/$token', params: { token } }),
  });
  if (offer === undefined) return null;
  return (
    <section className={classes['place']}>
      <p>{offer.text}</p>
      {beginning.isError && <p role="alert">{problemOf(beginning.error).detail}</p>}
      {offer.kind !== 'ministry_system' && offer.hasForm && (
        <button
          type="button"
          className={classes['first']}
          disabled={beginning.isPending}
          onClick={() => beginning.mutate()}
        >
          {beginning.isPending ? applyWords.begin : offer.action}
        </button>
      )}
      {offer.kind === 'ministry_system' && offer.url !== null && (
        <a href={offer.url} target="_blank" rel="noreferrer" className={classes['first']}>
          {offer.action}
        </a>
      )}
    </section>
  );
}
