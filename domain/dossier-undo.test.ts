// The last act taken back: by whom, how long, what never; and that nothing remains of it but the history.

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actionSchema } from './dossier-action.ts';
import { apply, fold } from './dossier-apply.ts';
import type { Recorded } from './dossier-event.ts';
import {
  accepted,
  acted,
  afterwards,
  anAction,
  calendar,
  filed,
  officer,
  type Story,
  staff,
  tried,
} from './dossier-story.ts';
import { beforeLast, mayUndo, standing, undoMinutes } from './dossier-undo.ts';
import { canonicalJson } from './ledger.ts';
import { tellTimes } from './step-times.ts';
import { plusMinutes } from './time.ts';
import { whyNever } from './undo-words.ts';

const last = ({ history }: Story): Recorded => history.at(-1) as Recorded;
const offered = (story: Story, acting = staff.specialist as Parameters<typeof mayUndo>[2], minutes = 1) =>
  mayUndo(story.dossier, last(story), acting, plusMinutes(story.at, minutes));
const why = (...args: Parameters<typeof offered>) => {
  const verdict = offered(...args);
  return verdict.ok ? null : verdict.refusal.why;
};

function undone(story: Story, minutes = 1): Story {
  const { seq, event } = last(story);
  const at = plusMinutes(story.at, minutes);
  const row: Recorded = {
    seq: seq + 1,
    at,
    actor: last(story).actor,
    event: { type: 'act_undone', undoes: seq, act: event.type, reason: 'Ghi nhầm.' },
  };
  return {
    dossier: apply(story.dossier, row, beforeLast(story.history)),
    history: [...story.history, row],
    at,
  };
}

describe('who takes back what', () => {
  const asked = afterwards(accepted(), 'pass_on', 'request_supplement');
  it('whoever did it, or a leader, for half an hour, while nothing has happened since', () => {
    expect(offered(asked)).toMatchObject({ ok: true, offer: { seq: 4, what: 'yêu cầu bổ sung' } });
    expect(offered(asked, staff.centre_head).ok).toBe(true);
    expect(why(asked, officer('specialist', 'tu-phap', 'colleague'))).toContain('đồng nghiệp');
    expect(why(asked, { ...staff.specialist, agencyId: 'elsewhere' })).toContain('Chỉ cán bộ');
    expect(offered(asked, staff.specialist, undoMinutes).ok).toBe(true);
    expect(why(asked, staff.specialist, undoMinutes + 1)).toContain('Đã quá 30 phút');
    expect(() => {
      const passed = afterwards(undone(asked), 'pass_on');
      const row = { seq: passed.history.length + 1, at: passed.at, actor: last(passed).actor };
      const event = {
        type: 'act_undone',
        undoes: 4,
        act: 'supplement_requested',
        reason: 'Ghi nhầm.',
      } as const;
      apply(passed.dossier, { ...row, event }, beforeLast(asked.history));
    }).toThrow('Only the last event');
  });

  it('never a code, money, a result, the citizen’s own words, a rule of the clock, or an undoing', () => {
    expect(why(accepted(), staff.clerk_in)).toContain('Mã hồ sơ');
    const paid = afterwards(accepted(), 'pass_on', 'request_payment', 'confirm_payment');
    expect(why(paid, staff.clerk_in)).toContain('Tiền đã xác nhận');
    const ready = afterwards(accepted(), 'pass_on', 'pass_on', 'approve', 'finish');
    expect(why(ready, staff.registry)).toContain('đã phát hành');
    expect(why(afterwards(ready, 'hand_over'), staff.clerk_out)).toContain('đã trao');
    expect(why(filed(), staff.clerk_in)).toContain('đã nộp');
    expect(why(undone(asked))).toContain('đã được hoàn tác');
  });
});

describe('what remains', () => {
  const types = actionSchema.options.map((option) => option.shape.type.value);
  const everybody = Object.values(staff);

  it('nothing but the history: act and undoing leave the dossier as it was, but for its version', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 15, maxLength: 30 }), (picks) => {
        let story: Story = filed();
        for (const pick of picks) {
          const options = everybody.flatMap((acting) =>
            types
              .map((type) => ({ acting, action: anAction(type) }))
              .filter(({ acting: who, action }) => tried(story, who, action).ok),
          );
          const chosen = options[pick % options.length];
          if (chosen === undefined) return;
          const next = acted(story, chosen.acting, chosen.action);
          if (whyNever(last(next).event.type) === null) {
            seen.add(last(next).event.type);
            const back = undone(next);
            expect({ ...back.dossier, version: 0 }).toEqual({ ...story.dossier, version: 0 });
            expect(back.dossier.version).toBe(back.history.length);
            expect(canonicalJson(fold(back.history))).toBe(canonicalJson(back.dossier));
            expect(standing(back.history)).toEqual(standing(story.history));
            // Life goes on from there, and that history folds as well.
            expect(fold(acted(back, chosen.acting, chosen.action).history).status).toBe(next.dossier.status);
            story = pick % 3 === 0 ? back : next;
          } else story = next;
        }
      }),
      { numRuns: 60, seed: 7 },
    );
    expect([...seen]).toEqual(
      expect.arrayContaining(['step_passed', 'supplement_requested', 'dossier_stopped']),
    );
  });

  it('the time of each step is that of a dossier to which it never happened', () => {
    const before = afterwards(accepted(), 'pass_on');
    const back = undone(acted(before, staff.specialist, { type: 'pass_on', note: null }));
    const now = plusMinutes(back.at, 240);
    expect(tellTimes(back.history, back.dossier, calendar, now)).toEqual(
      tellTimes(before.history, before.dossier, calendar, now),
    );
  });
});
