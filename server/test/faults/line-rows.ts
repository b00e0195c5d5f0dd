// Rows of the fault table about Zalo's answers: away, broken, false, or never followed by a phone that rings.

import { badDay } from '@motcua/zalo-sim/bad-day';
import { messagesOf, setBlocked, setFollowing, setOnline } from '@motcua/zalo-sim/people';
import type { DossierView } from '../../src/dossiers/schema.ts';
import { reckon } from './reckoning.ts';
import { during, type FaultRow, hour, minute, underFire } from './row.ts';
import { type Fire, openFire } from './ward-under-fire.ts';

/** Zalo away for so long. */
function away(label: string, ms: number): FaultRow {
  return underFire({
    id: 'R-16',
    name: `Zalo away for ${label}`,
    async play(fire, size) {
      fire.strike({ kind: 'refused', forMs: ms });
      const every = Math.max(1, ms / minute / 8);
      await fire.live(16 * size, { minutes: every, every: 2 });
      await fire.calm(6);
      return {};
    },
  });
}

export const lineRows: readonly FaultRow[] = [
  away('ten seconds', 10_000),
  away('five minutes', 5 * minute),
  away('one hour', hour),
  away('three days', 72 * hour),
  during(
    'R-19',
    'HTML at 200, empty and cut answers, 5xx',
    [
      { kind: 'html_at_200', share: 0.1 },
      { kind: 'server_error', share: 0.1 },
      { kind: 'empty_body', share: 0.1 },
      { kind: 'cut_json', share: 0.1 },
    ],
    { mayRepeat: true },
  ),
  during(
    'R-19',
    'codes that stand in no table',
    [{ kind: 'unknown_code', families: ['send'], share: 0.15 }],
    { mayFail: true },
  ),
  // The conversation can be read: nothing of this may be said twice, or end in doubt.
  during('R-20', 'an error for what was delivered', [{ kind: 'error_but_delivered', share: 0.3 }]),
  during('R-20', 'delivered, then the line is cut', [{ kind: 'hang_up', families: ['send'], share: 0.3 }]),
  during('R-20', 'delivered, the line is cut, and no echo comes', [
    { kind: 'hang_up', families: ['send'], share: 0.3 },
    { kind: 'drop_echo' },
  ]),
  {
    id: 'R-20',
    name: 'accepted, and never on the phone',
    async play(seed, size) {
      const fire = await openFire(seed);
      try {
        const fault = fire.world.running.street.faults.add({ kind: 'accepted_not_delivered', share: 0.3 });
        await fire.live(40 * size);
        await fire.world.later(16);
        const { struck } = fire.world.running.street.faults.list().find(({ id }) => id === fault.id) ?? {
          struck: 0,
        };
        const silent = await lostWithoutAWord(fire);
        await fire.calm();
        const found = await reckon(fire);
        // What Zalo lost was Zalo's to lose: ours is that an officer sees it.
        if (found.lost > struck) throw new Error(`${found.lost} lost, ${struck} by Zalo`);
        return {
          ...found,
          lost: silent.unseen,
          numbers: { struck, shown: silent.shown, unseen: silent.unseen },
        };
      } finally {
        await fire.world.close();
      }
    },
  },
  underFire({
    id: 'R-21',
    name: 'people block, leave, stay silent for eight days',
    mayFail: true,
    async play(fire, size) {
      const { street } = fire.world.running;
      const [blocks, leaves, off] = fire.phones;
      if (blocks) setBlocked(street, blocks.person, true);
      if (leaves) setFollowing(street, leaves.person, false);
      if (off) setOnline(street, off.person, false);
      await fire.live(20 * size);
      await fire.world.later(8 * 24 * 60);
      await fire.live(10 * size);
      if (blocks) setBlocked(street, blocks.person, false);
      if (off) setOnline(street, off.person, true);
      await fire.calm();
      return {};
    },
  }),
  during('R-20', 'a bad day: a little of most faults at once', badDay, { mayRepeat: true }),
];

/** Notices that Zalo took and no phone has: how many the dossier's page shows as such, and how many it does not. */
async function lostWithoutAWord(fire: Fire): Promise<{ shown: number; unseen: number }> {
  const { street } = fire.world.running;
  const arrived = new Set(
    fire.phones.flatMap(({ person }) =>
      messagesOf(street, person.id).flatMap(({ from, content }) =>
        from === 'oa' && content.kind === 'text' ? [content.text] : [],
      ),
    ),
  );
  let shown = 0;
  let unseen = 0;
  for (const { id } of fire.dossiers) {
    const { body } = await fire.officer.get<DossierView>(`/dossiers/${id}`);
    for (const { text, state, stateText } of body.timeline.flatMap(({ notices }) => notices)) {
      if (state !== 'sent' || arrived.has(text)) continue;
      if (stateText.includes('chưa thấy máy nhận')) shown += 1;
      else unseen += 1;
    }
  }
  return { shown, unseen };
}
