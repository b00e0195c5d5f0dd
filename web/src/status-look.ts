// How a status looks: icon and tint beside its words, the same at the desk and for the citizen.

import type { IconName } from './ui/icons.tsx';
import type { Tone } from './ui/palette.ts';

const looks: Record<string, { tone: Tone; icon: IconName }> = {
  submitted: { tone: 'grey', icon: 'inbox' },
  received: { tone: 'green', icon: 'folder' },
  in_process: { tone: 'green', icon: 'folder' },
  awaiting_supplement: { tone: 'slate', icon: 'pause' },
  awaiting_payment: { tone: 'slate', icon: 'pause' },
  resolved: { tone: 'sage', icon: 'done' },
  returned: { tone: 'sage', icon: 'done' },
  refused_at_intake: { tone: 'plum', icon: 'refused' },
  withdrawn: { tone: 'grey', icon: 'dash' },
  stopped: { tone: 'grey', icon: 'dash' },
};

const unknown = { tone: 'grey', icon: 'folder' } as const;

/** A refusal is plum from the moment it is decided. */
export function statusLook(status: string, outcome: string | null = null): { tone: Tone; icon: IconName } {
  if (outcome === 'refused') return { tone: 'plum', icon: 'refused' };
  return looks[status] ?? unknown;
}
