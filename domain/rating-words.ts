// Ratings in words: the levels as the law names them, and why a rating is looked at.

import type { FollowUpReason, RatingLevel } from './rating.ts';

export const levelLabels: Readonly<Record<RatingLevel, string>> = {
  very_satisfied: 'Rất hài lòng',
  satisfied: 'Hài lòng',
  not_satisfied: 'Không hài lòng',
};

/** As they are offered: the best first, answered by number. */
export const offeredLevels: readonly RatingLevel[] = ['very_satisfied', 'satisfied', 'not_satisfied'];

/** How the question is put, with the answers by number. */
export const ratingQuestion = `Anh/Chị có hài lòng với việc giải quyết không? ${offeredLevels
  .map((level, at) => `${at + 1}. ${levelLabels[level]}`)
  .join(', ')}. Trả lời số hoặc chữ; không bắt buộc.`;

export const followUpReasons: Readonly<Record<FollowUpReason, string>> = {
  extra_costs: 'Có khoản chi ngoài phí, lệ phí đã thông báo',
  not_satisfied: 'Không hài lòng',
  attitude: 'Thái độ chưa đúng mực',
};
