// Lets calls that arrive at the same time share one piece of work: one statement, one commit, for a whole group.

interface Waiting<Item, Answer> {
  item: Item;
  resolve: (answer: Answer) => void;
  reject: (error: unknown) => void;
}

export interface TogetherOptions {
  /** The most calls in one group. */
  most: number;
  /** How many groups may be under way at once; the calls that come meanwhile make up the next. */
  atOnce?: number;
}

/**
 * A function for one item that is carried out for many. A lone call starts at once; those that come while `atOnce`
 * groups are under way wait and go together, so the group is as large as the load and never larger than `most`.
 * `work` answers in the order of its items; when it throws, every call of the group fails with that error.
 */
export function together<Item, Answer>(
  work: (items: readonly Item[]) => Promise<readonly Answer[]>,
  options: TogetherOptions,
): (item: Item) => Promise<Answer> {
  const { most, atOnce = 1 } = options;
  let waiting: Waiting<Item, Answer>[] = [];
  let underWay = 0;
  let called = false;

  async function carry(group: readonly Waiting<Item, Answer>[]): Promise<void> {
    try {
      const answers = await work(group.map(({ item }) => item));
      if (answers.length !== group.length) throw new Error('A group has as many answers as calls.');
      group.forEach(({ resolve }, index) => {
        resolve(answers[index] as Answer);
      });
    } catch (error) {
      for (const { reject } of group) reject(error);
    }
  }

  function start(): void {
    called = false;
    while (underWay < atOnce && waiting.length > 0) {
      const group = waiting.slice(0, most);
      waiting = waiting.slice(most);
      underWay += 1;
      void carry(group).finally(() => {
        underWay -= 1;
        start();
      });
    }
  }

  return (item) =>
    new Promise<Answer>((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      // What was read from the sockets in this turn of the loop goes in one group.
      if (!called) {
        called = true;
        setImmediate(start);
      }
    });
}
