// What someone is typing, kept in this tab's session storage per officer until it is sent or the officer signs out.

const prefix = 'motcua.draft.';

export interface DraftPlace {
  officerId: string;
  /** `intake`, or a dossier's id and an action. */
  name: string;
}

const keyOf = (place: DraftPlace) => `${prefix}${place.officerId}.${place.name}`;

/** What was kept, or undefined. The shape is the caller's own from the same build, or it is dropped. */
export function readDraft<Draft extends object>(place: DraftPlace, empty: Draft): Draft | undefined {
  const text = sessionStorage.getItem(keyOf(place));
  if (text === null) return undefined;
  try {
    const kept: unknown = JSON.parse(text);
    const fits =
      typeof kept === 'object' && kept !== null && Object.keys(empty).every((name) => name in kept);
    return fits ? (kept as Draft) : undefined;
  } catch {
    return undefined;
  }
}

export function keepDraft(place: DraftPlace, draft: object): void {
  sessionStorage.setItem(keyOf(place), JSON.stringify(draft));
}

export function dropDraft(place: DraftPlace): void {
  sessionStorage.removeItem(keyOf(place));
}

/** Removes every draft that is not this officer's; without an officer, all of them (shared computers). */
export function dropForeignDrafts(officerId: string | null): void {
  for (const key of Object.keys(sessionStorage))
    if (key.startsWith(prefix) && (officerId === null || !key.startsWith(`${prefix}${officerId}.`)))
      sessionStorage.removeItem(key);
}
