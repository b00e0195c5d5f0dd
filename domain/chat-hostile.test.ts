// Ten thousand hostile texts, said in one talk after another: each is answered, in words a person may read.

import { expect, it } from 'vitest';
import { birth, facts, fresh, talk } from './chat.fixture.ts';
import { step } from './chat-conversation.ts';
import { filingStates, filingWorlds } from './chat-filing.fixture.ts';
import { redactSecrets } from './chat-redact.ts';
import { listeningOf, newConversation, parseConversation } from './chat-state.ts';
import { understand } from './chat-understand.ts';
import { lengthOf } from './folding.ts';
import { hostileTexts } from './hostile-texts.fixture.ts';
import { now } from './status-view.fixture.ts';

const texts = hostileTexts(10_000, 20_261_122);

it('answers every hostile text, whatever was said before', () => {
  let conversation = fresh;
  let silent = 0;
  for (const [at, text] of texts.entries()) {
    if (at % 10 === 0) conversation = newConversation(now);
    const before = conversation;
    const after = step(before, understand(text, listeningOf(before)), facts({ linked: [birth] }));
    conversation = after.conversation;
    expect(parseConversation(JSON.parse(JSON.stringify(conversation)), now)).toEqual(conversation);
    if (after.reply === null) {
      silent += 1;
      expect(before.state).toEqual({ kind: 'with_human', told: true });
      continue;
    }
    expect(lengthOf(after.reply.text)).toBeLessThanOrEqual(2_000);
    // What is said back is ours: no control character, no half character, nothing that turns the line round.
    expect(after.reply.text).not.toMatch(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u);
  }
  expect(silent).toBeLessThan(texts.length / 100);
});

it('answers every hostile text while a dossier is being filed, and nothing is filed by it', () => {
  const wrong: unknown[] = [];
  for (const [at, text] of texts.entries()) {
    const state = filingStates[at % filingStates.length] ?? { kind: 'idle' };
    const world = filingWorlds[(at * 7) % filingWorlds.length] ?? {};
    const before = talk(state);
    const { reply, conversation, effects } = step(
      before,
      understand(text, listeningOf(before)),
      facts(world),
    );
    const said = reply?.text ?? '';
    const readable = said.length > 10 && lengthOf(said) <= 2_000 && !unreadable.test(said);
    const stays = JSON.stringify(parseConversation(conversation, now)) === JSON.stringify(conversation);
    const files = state.kind !== 'checking' && effects.some(({ kind }) => kind === 'link');
    if (!readable || !stays || files) wrong.push([state, text, said]);
  }
  expect(wrong).toEqual([]);
});
const unreadable = /[\p{Cs}\u202a-\u202e\u2066-\u2069]|[^\P{Cc}\n]/u;

it('can write down what was said, without growing it', () => {
  for (const text of texts) expect(redactSecrets(text).length).toBeLessThanOrEqual(text.length + 200);
});
