import { factor, invertFactored } from "../../core/dense.ts";
import { isClosed, membersOf, type Mixing, spread } from "./visits.ts";

/**
 * A strongly connected component closed through the outside: what leaves it comes in again where money enters. The
 * chain has the component's members in order, then the outside unless nothing ever leaves.
 */
export interface ReturnChain {
  readonly closed: boolean;
  /** Place of the outside, or −1 if the component is closed. */
  readonly outside: number;
  /** Place of each member. */
  readonly place: ReadonlyMap<number, number>;
  /** Expected visits at `to` of a dollar at `from`, both places, before it reaches the place `ground`. */
  readonly visits: (from: number, to: number, ground: number) => number;
}

/** Up to this size a component is inverted once; larger ones are solved row by row. */
const densest = 1500;

/**
 * The chain of one component. With the fundamental matrix `Z = (I − P + 1πᵀ)⁻¹`, π proportional to throughflow, the
 * visits before reaching r are `z_ij − z_rj + π_j (z_rr − z_ir) / π_r` (Kemeny & Snell 1960), whatever little leaks out.
 */
export function closeThroughOutside(mixing: Mixing, component: number): ReturnChain {
  let chains = known.get(mixing);
  if (!chains) known.set(mixing, (chains = new Map()));
  let chain = chains.get(component);
  if (!chain) chains.set(component, (chain = buildChain(mixing, component)));
  return chain;
}

/** Loops and indices ask for the same chains; each is worked out once. */
const known = new WeakMap<Mixing, Map<number, ReturnChain>>();

function buildChain(mixing: Mixing, component: number): ReturnChain {
  const members = membersOf(mixing.components, component);
  const place = new Map(Array.from(members, (node, index) => [node, index]));
  const closed = isClosed(mixing, component);
  const outside = closed ? -1 : members.length;
  const size = members.length + (closed ? 0 : 1);
  if (size > densest) {
    if (closed) throw new RangeError(`A closed circuit may have at most ${densest} actors.`);
    return { closed, outside, place, visits: rowVisits(mixing, members, outside) };
  }
  const moves = chainMoves(mixing, members, place, outside);
  const through = new Float64Array(size);
  for (let k = 0; k < moves.from.length; k++) through[moves.from[k]] += moves.amount[k];
  const shares = moves.amount.map((amount, k) => amount / through[moves.from[k]]);
  return { closed, outside, place, visits: denseVisits(size, moves, shares, through) };
}

interface Moves {
  readonly from: readonly number[];
  readonly to: readonly number[];
  readonly amount: readonly number[];
}

function chainMoves(
  mixing: Mixing,
  members: Int32Array,
  place: ReadonlyMap<number, number>,
  outside: number,
): Moves {
  const { flows, sharesBack, throughflow, components, inflow, outflow } = mixing;
  const moves = { from: [] as number[], to: [] as number[], amount: [] as number[] };
  const add = (from: number, to: number, amount: number): void => {
    if (!(amount > 0)) return;
    moves.from.push(from);
    moves.to.push(to);
    moves.amount.push(amount);
  };
  members.forEach((node, index) => {
    let leaving = outflow[node];
    let entering = inflow[node];
    for (let k = flows.start[node]; k < flows.start[node + 1]; k++) {
      const to = place.get(flows.column[k]);
      if (to === undefined) leaving += flows.value[k];
      else add(index, to, flows.value[k]);
    }
    if (outside < 0) return;
    for (let k = sharesBack.start[node]; k < sharesBack.start[node + 1]; k++) {
      const from = sharesBack.column[k];
      if (components.of[from] !== components.of[node]) entering += sharesBack.value[k] * throughflow[from];
    }
    add(index, outside, leaving);
    add(outside, index, entering);
  });
  return moves;
}

function denseVisits(
  size: number,
  moves: Moves,
  shares: readonly number[],
  through: Float64Array,
): ReturnChain["visits"] {
  const total = through.reduce((sum, amount) => sum + amount, 0);
  const steady = through.map((amount) => amount / total);
  const matrix = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    matrix.set(steady, i * size);
    matrix[i * size + i] += 1;
  }
  shares.forEach((share, k) => (matrix[moves.from[k] * size + moves.to[k]] -= share));
  const factors = factor(matrix, size);
  if (!factors) throw new RangeError("Parts of a circuit are joined by less than rounding can tell.");
  const z = invertFactored(factors);
  return (from, to, ground) =>
    z[from * size + to] -
    z[ground * size + to] +
    (steady[to] / steady[ground]) * (z[ground * size + ground] - z[from * size + ground]);
}

/** Rows kept at once, in numbers. */
const mostKept = 20_000_000;

/**
 * The same formula holds with the visits before a dollar leaves, `N = (I − P)⁻¹`, in place of Z, as long as enough
 * leaves; a row of it is one sparse solve.
 */
function rowVisits(mixing: Mixing, members: Int32Array, outside: number): ReturnChain["visits"] {
  const rows = new Map<number, Float64Array>();
  const row = (at: number): Float64Array => {
    let found = rows.get(at);
    if (!found) {
      if ((rows.size + 1) * mixing.size > mostKept) rows.clear();
      const start = new Float64Array(mixing.size);
      start[members[at]] = 1;
      found = spread(mixing, start);
      rows.set(at, found);
    }
    return found;
  };
  const { throughflow } = mixing;
  return (from, to, ground) => {
    const visits = row(from);
    const [j, r] = [members[to], members[ground]];
    if (ground === outside) return visits[j];
    const grounded = row(ground);
    return visits[j] - grounded[j] + (throughflow[j] / throughflow[r]) * (grounded[r] - visits[r]);
  };
}
