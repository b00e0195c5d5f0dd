// Walking a list by keys: the focus goes to the next or the previous row.

/** Rows are what carries `data-row`; the list item around it is brought into view. */
export function walkRows(box: HTMLElement | null, by: 1 | -1): void {
  const rows = [...(box?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
  const at = rows.findIndex((row) => row.closest('li')?.contains(document.activeElement));
  const next = rows[at === -1 ? 0 : at + by];
  next?.focus();
  next?.closest('li')?.scrollIntoView({ block: 'nearest' });
}
