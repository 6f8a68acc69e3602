/** A connection between two accounts; `unknown` if its amount is left to the accounting. */
export interface Link {
  readonly id: number;
  readonly from: number;
  readonly to: number;
  readonly isUnknown: boolean;
}

/** Which account's budget determines which unknown, and which budget is left over in each area. */
export interface Matching {
  /** Account of each unknown link. */
  readonly accountOf: ReadonlyMap<number, number>;
  /** One account in each area: its budget follows from the others. */
  readonly redundant: readonly number[];
  /** Unknown links in a ring: the budgets determine all but one of them. */
  readonly rings: readonly (readonly number[])[];
  /** Accounts whose budgets nothing is left to close, though they deal with others. */
  readonly overdetermined: readonly (readonly number[])[];
}

/**
 * Matches budgets to unknowns. All budgets of an area of accounts that deal with each other add up to zero, so one
 * of n is redundant; each unknown payment or claim stands in the budgets of two accounts, with opposite signs. The
 * remaining n − 1 budgets determine the unknowns exactly if the unknowns form a tree over the accounts: a ring
 * leaves one undetermined, a gap leaves a group of accounts whose budget may fail. Each unknown then belongs to the
 * account below it, seen from the redundant one.
 *
 * `preference`: the lower, the sooner an account is the redundant one. `fixed`: unknown → account wanted.
 */
export function matchBudgets(
  accounts: number,
  links: readonly Link[],
  preference: (account: number) => number,
  fixed: ReadonlyMap<number, number> = new Map(),
): Matching {
  const areas = new Groups(accounts);
  const trees = new Groups(accounts);
  const rings: number[][] = [];
  const tree: Link[] = [];
  const neighbours: { readonly link: Link; readonly other: number }[][] = Array.from(
    { length: accounts },
    () => [],
  );
  for (const link of links) {
    areas.join(link.from, link.to);
    if (!link.isUnknown) continue;
    if (trees.join(link.from, link.to)) {
      tree.push(link);
      neighbours[link.from].push({ link, other: link.to });
      neighbours[link.to].push({ link, other: link.from });
    } else {
      rings.push([...pathBetween(link.from, link.to, neighbours), link.id]);
    }
  }
  const overdetermined: number[][] = [];
  const redundant: number[] = [];
  const accountOf = new Map<number, number>();
  for (const area of areas.members()) {
    const parts = new Map<number, number[]>();
    for (const account of area) {
      const part = trees.find(account);
      parts.set(part, [...(parts.get(part) ?? []), account]);
    }
    if (parts.size > 1) {
      // The largest group keeps the redundant budget; the others are those that cannot close.
      const groups = [...parts.values()].sort((a, b) => b.length - a.length || a[0] - b[0]);
      overdetermined.push(...groups.slice(1));
    }
    const candidates = [...area].sort((a, b) => preference(a) - preference(b) || a - b);
    const root = candidates.find((candidate) => fits(candidate, neighbours, fixed)) ?? candidates[0];
    redundant.push(root);
    for (const [link, account] of orient(root, neighbours)) accountOf.set(link, account);
  }
  return { accountOf, redundant, rings, overdetermined };
}

/** Links below a root, each with the account on its far side. */
function orient(
  root: number,
  neighbours: readonly (readonly { readonly link: Link; readonly other: number }[])[],
): readonly (readonly [link: number, account: number])[] {
  const found: (readonly [number, number])[] = [];
  const seen = new Set([root]);
  const waiting = [root];
  for (let account = waiting.pop(); account !== undefined; account = waiting.pop()) {
    for (const { link, other } of neighbours[account]) {
      if (seen.has(other)) continue;
      seen.add(other);
      found.push([link.id, other]);
      waiting.push(other);
    }
  }
  return found;
}

function fits(
  root: number,
  neighbours: Parameters<typeof orient>[1],
  fixed: ReadonlyMap<number, number>,
): boolean {
  if (fixed.size === 0) return true;
  return orient(root, neighbours).every(([link, account]) => (fixed.get(link) ?? account) === account);
}

function pathBetween(from: number, to: number, neighbours: Parameters<typeof orient>[1]): readonly number[] {
  const cameBy = new Map<number, { readonly link: number; readonly before: number }>();
  const waiting = [from];
  for (let account = waiting.pop(); account !== undefined && account !== to; account = waiting.pop()) {
    for (const { link, other } of neighbours[account]) {
      if (other === from || cameBy.has(other)) continue;
      cameBy.set(other, { link: link.id, before: account });
      waiting.push(other);
    }
  }
  const path: number[] = [];
  for (let account = to; account !== from;) {
    const step = cameBy.get(account);
    if (!step) break;
    path.push(step.link);
    account = step.before;
  }
  return path;
}

/** Groups of accounts that are joined. */
class Groups {
  private readonly parent: Int32Array;

  constructor(size: number) {
    this.parent = Int32Array.from({ length: size }, (_, index) => index);
  }

  find(of: number): number {
    let root = of;
    while (this.parent[root] !== root) {
      this.parent[root] = this.parent[this.parent[root]];
      root = this.parent[root];
    }
    return root;
  }

  /** False if they were joined already. */
  join(a: number, b: number): boolean {
    const [rootA, rootB] = [this.find(a), this.find(b)];
    if (rootA === rootB) return false;
    this.parent[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
    return true;
  }

  members(): readonly (readonly number[])[] {
    const groups = new Map<number, number[]>();
    for (let account = 0; account < this.parent.length; account++) {
      const root = this.find(account);
      const group = groups.get(root);
      if (group) group.push(account);
      else groups.set(root, [account]);
    }
    return [...groups.values()];
  }
}
