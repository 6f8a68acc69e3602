/** Most tears of a block that is solved: Newton's steps cost their cube. */
export const mostTears = 200;
const exactUpTo = 24;
const combinationsTried = 20_000;
/** Redundant tears are looked for as long as nodes times tears are at most this. */
const lookedThrough = 300_000;

/**
 * A small feedback vertex set: nodes without which the members of a strongly connected component form no loop. Reductions
 * first (a node with one way in or out can be bypassed), then the node with most ways through; small rests are searched
 * for a smaller set. Rising order of nodes; all members if more than `mostTears` would be needed.
 *
 * Source: Levy & Low (1988), A contraction algorithm for finding small cycle cutsets.
 *
 * @param reads for every node the nodes it reads; others than the members are ignored
 */
export function findTears(
  members: readonly number[],
  reads: readonly (readonly number[])[],
): readonly number[] {
  const kernel = new Kernel(members, reads);
  const forced: number[] = [];
  kernel.reduce(forced);
  const rest = kernel.nodes();
  const greedy = kernel.copy();
  const chosen: number[] = [];
  while (greedy.size > 0) {
    if (forced.length + chosen.length > mostTears) return [...members].sort((a, b) => a - b);
    const node = greedy.busiest();
    chosen.push(node);
    greedy.remove(node);
    greedy.reduce(chosen);
  }
  const tears = rest.length <= exactUpTo ? smallest(kernel, rest, dropRedundant(kernel, chosen)) : chosen;
  return dropRedundant(new Kernel(members, reads), [...forced, ...tears]).sort((a, b) => a - b);
}

/** Tears that are not needed beside the others. */
function dropRedundant(kernel: Kernel, tears: readonly number[]): number[] {
  const kept = [...tears];
  if (kernel.size * tears.length > lookedThrough) return kept;
  for (const tear of [...tears].reverse()) {
    const others = kept.filter((node) => node !== tear);
    if (kernel.isCutBy(others)) kept.splice(0, kept.length, ...others);
  }
  return kept;
}

/** The first smaller set in lexical order, as long as the sets can be tried. */
function smallest(kernel: Kernel, nodes: readonly number[], found: readonly number[]): readonly number[] {
  let tried = 0;
  for (let size = 1; size < found.length; size++) {
    const pick = Array.from({ length: size }, (_, i) => i);
    for (;;) {
      if (tried++ > combinationsTried) return found;
      const set = pick.map((place) => nodes[place]);
      if (kernel.isCutBy(set)) return set;
      let i = size - 1;
      while (i >= 0 && pick[i] === nodes.length - size + i) i--;
      if (i < 0) break;
      pick[i]++;
      for (let j = i + 1; j < size; j++) pick[j] = pick[j - 1] + 1;
    }
  }
  return found;
}

/** A directed graph that shrinks. */
class Kernel {
  readonly #into = new Map<number, Set<number>>();
  readonly #out = new Map<number, Set<number>>();

  constructor(members: readonly number[], reads: readonly (readonly number[])[]) {
    for (const node of members) {
      this.#into.set(node, new Set());
      this.#out.set(node, new Set());
    }
    for (const node of members) {
      for (const from of reads[node]) if (this.#out.has(from)) this.#connect(from, node);
    }
  }

  get size(): number {
    return this.#into.size;
  }

  nodes(): readonly number[] {
    return [...this.#into.keys()].sort((a, b) => a - b);
  }

  copy(): Kernel {
    const copy = new Kernel([], []);
    for (const [node, from] of this.#into) copy.#into.set(node, new Set(from));
    for (const [node, to] of this.#out) copy.#out.set(node, new Set(to));
    return copy;
  }

  /** The node with most pairs of ways in and out, the lowest one of equals. */
  busiest(): number {
    let best = -1;
    let most = -1;
    for (const [node, into] of this.#into) {
      const ways = into.size * this.#out.get(node)!.size;
      if (ways > most || (ways === most && node < best)) {
        best = node;
        most = ways;
      }
    }
    return best;
  }

  remove(node: number): void {
    for (const from of this.#into.get(node)!) this.#out.get(from)!.delete(node);
    for (const to of this.#out.get(node)!) this.#into.get(to)!.delete(node);
    this.#into.delete(node);
    this.#out.delete(node);
  }

  /** Removes nodes in no loop, moves those that read themselves to `tears`, bypasses those with one way in or out. */
  reduce(tears: number[]): void {
    let open = this.nodes();
    while (open.length > 0) {
      const touched = new Set<number>();
      for (const node of open) {
        const into = this.#into.get(node);
        const out = this.#out.get(node);
        if (into === undefined || out === undefined) continue;
        const self = into.has(node);
        if (!self && into.size > 1 && out.size > 1) continue;
        for (const other of [...into, ...out]) if (other !== node) touched.add(other);
        if (self) tears.push(node);
        else if (into.size > 0 && out.size > 0) {
          for (const from of into) for (const to of out) this.#connect(from, to);
        }
        this.remove(node);
      }
      open = [...touched].sort((a, b) => a - b);
    }
  }

  /** True if no loop is left without these nodes. */
  isCutBy(nodes: readonly number[]): boolean {
    const waiting = new Map<number, number>();
    const cut = new Set(nodes);
    const free: number[] = [];
    for (const [node, from] of this.#into) {
      let count = 0;
      for (const other of from) if (!cut.has(other)) count++;
      waiting.set(node, count);
      if (count === 0 && !cut.has(node)) free.push(node);
    }
    let seen = free.length;
    for (let node = free.pop(); node !== undefined; node = free.pop()) {
      for (const to of this.#out.get(node)!) {
        const left = waiting.get(to)! - 1;
        waiting.set(to, left);
        if (left !== 0 || cut.has(to)) continue;
        free.push(to);
        seen++;
      }
    }
    return seen === this.size - [...cut].filter((node) => this.#into.has(node)).length;
  }

  #connect(from: number, to: number): void {
    this.#out.get(from)!.add(to);
    this.#into.get(to)!.add(from);
  }
}
