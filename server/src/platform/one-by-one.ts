// Does the same for many, one after another: what fails for one keeps no other from it, and is told at the end.

/** Rejects when all had their turn and some failed: with the first error as the cause, so that the log shows it. */
export async function oneByOne<Item>(
  items: Iterable<Item>,
  work: (item: Item) => Promise<unknown>,
): Promise<void> {
  const faults: unknown[] = [];
  for (const item of items) {
    try {
      await work(item);
    } catch (error) {
      faults.push(error);
    }
  }
  if (faults.length > 0)
    throw new AggregateError(faults, `${faults.length} failed; the others were done.`, { cause: faults[0] });
}
