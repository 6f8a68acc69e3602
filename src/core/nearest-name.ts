/**
 * The known name nearest to what was written, or `undefined` if none is near (more than a third of the
 * letters wrong). Distance: Damerau–Levenshtein with adjacent transpositions, case ignored.
 *
 * @example
 * import { nearestName } from "kreislauf/core";
 * nearestName("nvidai", ["nvidia", "openai", "oracle"]); // → "nvidia"
 * nearestName("zzz", ["nvidia", "openai"]); // → undefined
 */
export function nearestName(written: string, known: Iterable<string>): string | undefined {
  const wanted = written.slice(0, longestCompared).toLowerCase();
  let best: string | undefined;
  // Of a single letter nothing would be left.
  let bestDistance = Math.min(Math.max(1, Math.floor(wanted.length / 3)), wanted.length - 1) + 1;
  for (const name of known) {
    if (Math.abs(name.length - wanted.length) >= bestDistance) continue;
    const distance = editDistance(wanted, name.toLowerCase());
    if (distance < bestDistance) {
      best = name;
      bestDistance = distance;
    }
  }
  return best;
}

const longestCompared = 80;

function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + swap);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, beforeLast[j - 2] + 1);
      }
      row.push(cost);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length];
}
