// Sends articles to many followers at once; Zalo reads them first, for half an hour or so.

import { type OaAccess, postOaApi } from './call.ts';
import { checkCount, type LimitProblem } from './limits.ts';
import { outcomeOf, type SendOutcome } from './send.ts';

/** Whom a broadcast is for, in Zalo's own numbers; what is left out does not narrow. */
export interface Audience {
  /** 0–7, Zalo's age groups. */
  ages?: readonly number[];
  gender?: 'all' | 'male' | 'female';
  regions?: readonly ('north' | 'centre' | 'south')[];
  /** 0–63, Zalo's numbers of provinces as they were before 2025. */
  cities?: readonly number[];
  platforms?: readonly ('ios' | 'android' | 'windows_phone')[];
}

const mostArticles = 5;

/** Sends 1–5 articles by their ids. Uses the package's monthly broadcast quota; not at night (-234). */
export async function broadcastArticles(
  access: OaAccess,
  broadcast: { articleIds: readonly string[]; audience: Audience },
): Promise<SendOutcome | LimitProblem> {
  const problem = checkCount('elements', broadcast.articleIds, mostArticles);
  if (problem) return problem;
  const elements = broadcast.articleIds.map((id) => ({ media_type: 'article', attachment_id: id }));
  const answer = await postOaApi(access, '/v2.0/oa/message', {
    recipient: { target: wireAudience(broadcast.audience) },
    message: { attachment: { type: 'template', payload: { template_type: 'media', elements } } },
  });
  return outcomeOf(answer);
}

const genders = { all: 0, male: 1, female: 2 } as const;
const regions = { north: 0, centre: 1, south: 2 } as const;
const platforms = { ios: 1, android: 2, windows_phone: 3 } as const;

function wireAudience(audience: Audience): object {
  return {
    ages: commas(audience.ages),
    gender: String(genders[audience.gender ?? 'all']),
    locations: commas(audience.regions?.map((region) => regions[region])),
    cities: commas(audience.cities),
    platform: commas(audience.platforms?.map((platform) => platforms[platform])),
  };
}

function commas(numbers: readonly number[] | undefined): string | undefined {
  return numbers === undefined || numbers.length === 0 ? undefined : numbers.join(',');
}
