// An open loop: posts at the given pace whether or not the answers keep up, as Zalo does, and says how long each took.

export interface Burst {
  sent: number;
  /** Answers by their kind or status. */
  answers: Record<string, number>;
  p50Ms: number;
  p99Ms: number;
  maxMs: number;
  /** Answers slower than Zalo's two seconds. */
  tooLate: number;
}

/** `post(n)` sends the n-th event and gives its kind or status. Each is timed from the moment it should have left. */
export async function burst(
  post: (n: number) => Promise<string>,
  { perSecond, seconds }: { perSecond: number; seconds: number },
): Promise<Burst> {
  const sent = Math.round(perSecond * seconds);
  const took: number[] = [];
  const answers: Record<string, number> = {};
  const began = performance.now();
  const posting: Promise<void>[] = [];
  for (let n = 0; n < sent; ) {
    const due = Math.min(sent, Math.ceil(((performance.now() - began) * perSecond) / 1000));
    for (; n < due; n += 1) {
      const dueAt = began + (n * 1000) / perSecond;
      posting.push(
        post(n).then((answer) => {
          took.push(performance.now() - dueAt);
          answers[answer] = (answers[answer] ?? 0) + 1;
        }),
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await Promise.all(posting);
  took.sort((a, b) => a - b);
  const at = (share: number) => Math.round((took[Math.floor((took.length - 1) * share)] ?? 0) * 10) / 10;
  const tooLate = took.filter((ms) => ms > 2000).length;
  return { sent, answers, p50Ms: at(0.5), p99Ms: at(0.99), maxMs: at(1), tooLate };
}
