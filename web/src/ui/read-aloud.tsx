// Reads a sentence aloud with the device's own Vietnamese voice; not shown where there is none.

import { useEffect, useState, useSyncExternalStore } from 'react';
import { usePortalWords } from '../words/use-portal.ts';
import { Icon } from './icons.tsx';

const voices = (): SpeechSynthesisVoice[] =>
  'speechSynthesis' in globalThis ? globalThis.speechSynthesis.getVoices() : [];

/** A foreign voice would make noise of it. */
const vietnamese = (): string => voices().find(({ lang }) => /^vi\b/i.test(lang))?.voiceURI ?? '';

function useVietnameseVoice(): string {
  return useSyncExternalStore((listener) => {
    const synthesis = 'speechSynthesis' in globalThis ? globalThis.speechSynthesis : undefined;
    synthesis?.addEventListener?.('voiceschanged', listener);
    return () => synthesis?.removeEventListener?.('voiceschanged', listener);
  }, vietnamese);
}

export function ReadAloud({ text, className }: { text: string; className?: string | undefined }) {
  const words = usePortalWords().aloud;
  const uri = useVietnameseVoice();
  const [reading, setReading] = useState(false);
  useEffect(() => {
    // Another sentence, or another page: what was being read is no longer what is shown.
    if (uri === '' || text === '') return;
    return () => globalThis.speechSynthesis.cancel();
  }, [uri, text]);
  const toggle = () => {
    speechSynthesis.cancel();
    if (reading) return setReading(false);
    const said = new SpeechSynthesisUtterance(text);
    said.lang = 'vi-VN';
    said.voice = voices().find(({ voiceURI }) => voiceURI === uri) ?? null;
    said.rate = 0.9;
    for (const over of ['end', 'error']) said.addEventListener(over, () => setReading(false));
    speechSynthesis.speak(said);
    setReading(true);
  };
  if (uri === '') return null;
  return (
    <button type="button" className={className} aria-pressed={reading} onClick={toggle}>
      <Icon name={reading ? 'pause' : 'speaker'} size={20} />
      {reading ? words.stop : words.start}
    </button>
  );
}
