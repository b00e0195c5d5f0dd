// This browser's memory, which may be shut (private windows, web views inside other apps): then nothing is kept.

/** What was kept under a name; null when nothing was or nothing may be kept. */
export function recall(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

export function remember(name: string, value: string): void {
  try {
    localStorage.setItem(name, value);
  } catch {
    // A choice that cannot be kept still holds for this page.
  }
}
