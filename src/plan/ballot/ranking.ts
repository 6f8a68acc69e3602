/** Result of a vote by ranking: options in the order that the vote gives, and who beats whom. */
export interface RankingResult {
  /** Places of the options, the winner first. */
  readonly order: readonly number[];
  /** `preferred[a][b]`: ballots that put `a` before `b`; options left out stand together at the end. */
  readonly preferred: readonly (readonly number[])[];
  /** The option that beats every other one by majority, if there is one. */
  readonly condorcetWinner: number | undefined;
}

/**
 * Schulze method: `a` goes before `b` if the strongest chain of majorities from `a` to `b` is stronger than the
 * strongest chain back. Equal strength: the lower place first. It elects the Condorcet winner where there is one,
 * and copies of an option do not change who wins.
 *
 * Source: Schulze (2011), “A new monotonic, clone-independent, reversal symmetric, and Condorcet-consistent
 * single-winner election method”, Social Choice and Welfare 36.
 *
 * @param options number of options
 * @param rankings ballots: places of options, the best first; may be incomplete
 *
 * @example
 * import { schulzeRanking } from "kreislauf/plan";
 * schulzeRanking(3, [[0, 1, 2], [0, 1, 2], [1, 2, 0]]).order; // → [0, 1, 2]
 */
export function schulzeRanking(options: number, rankings: readonly (readonly number[])[]): RankingResult {
  const all = Array.from({ length: options }, (_, option) => option);
  const preferred = all.map(() => all.map(() => 0));
  for (const ranking of rankings) {
    const place = all.map((option) => {
      const found = ranking.indexOf(option);
      return found < 0 ? options : found;
    });
    for (const a of all) for (const b of all) if (place[a] < place[b]) preferred[a][b]++;
  }
  const strength = all.map((a) => all.map((b) => (preferred[a][b] > preferred[b][a] ? preferred[a][b] : 0)));
  for (const through of all) {
    for (const a of all) {
      for (const b of all) {
        if (a === b || a === through || b === through) continue;
        strength[a][b] = Math.max(strength[a][b], Math.min(strength[a][through], strength[through][b]));
      }
    }
  }
  // Being stronger is transitive, so the number of options that one beats orders them.
  const beaten = all.map((a) => all.filter((b) => strength[a][b] > strength[b][a]).length);
  const order = [...all].sort((a, b) => beaten[b] - beaten[a] || a - b);
  const condorcetWinner = all.find((a) => all.every((b) => a === b || preferred[a][b] > preferred[b][a]));
  return { order, preferred, condorcetWinner };
}
