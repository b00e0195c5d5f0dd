// A person nobody on the street has met: what everything about them is until something happens.

import type { Person } from './model.ts';

export function stranger(): Omit<Person, 'id' | 'idByApp' | 'name' | 'phone'> {
  return {
    follows: false,
    blocked: false,
    withdrawn: false,
    online: true,
    clickedChatNow: false,
    lastInteractionAt: null,
    reach: 'ok',
    refusedTags: [],
    admin: false,
    dormant: false,
    alias: '',
    externalId: '',
    shared: {},
  };
}
