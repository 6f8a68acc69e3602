import { findComponents } from "../../core/components.ts";
import { createSparse } from "../../core/sparse.ts";
import type { System } from "../system.ts";
import { variablesNow } from "./references.ts";
import { findTears } from "./tearing.ts";

/** Variables solved together. Without tears: one variable that follows from those before it. */
export interface OrderedBlock {
  /** In the order in which they follow from the tears, without the tears. */
  readonly body: readonly number[];
  /** Variables that are guessed; once they agree with their equations, all do. */
  readonly tears: readonly number[];
}

/**
 * Orders the equations of one period: strongly connected components of who-reads-whom, each with a small set of variables
 * whose removal leaves no loop. Ties are broken by name, so that the order of statements changes no bit of a result.
 *
 * Source: Tarjan (1972) for the components; Steward (1965), Partitioning and tearing systems of equations.
 */
export function orderBlocks(system: System): readonly OrderedBlock[] {
  const { variables } = system;
  const byName = variables.map((_, index) => index);
  byName.sort((a, b) => (variables[a].name < variables[b].name ? -1 : 1));
  const rank = new Int32Array(variables.length);
  byName.forEach((variable, place) => (rank[variable] = place));

  const reads = byName.map((variable) =>
    [...variablesNow(variables[variable].equation)].map((index) => rank[index]).sort((a, b) => a - b),
  );
  const rows: number[] = [];
  const columns: number[] = [];
  reads.forEach((row, place) => {
    for (const column of row) {
      rows.push(place);
      columns.push(column);
    }
  });
  const components = findComponents(createSparse(reads.length, rows, columns, rows));
  const blocks: OrderedBlock[] = [];
  for (let c = 0; c < components.count; c++) {
    const members = components.member.subarray(components.start[c], components.start[c + 1]);
    const simple = members.length === 1 && !reads[members[0]].includes(members[0]);
    const tears = simple ? [] : findTears([...members], reads);
    blocks.push({
      body: follow(members, new Set(tears), reads).map((place) => byName[place]),
      tears: tears.map((place) => byName[place]),
    });
  }
  return blocks;
}

/** Members without the tears, each after those it reads (depth first, without recursion). */
function follow(
  members: ArrayLike<number>,
  tears: ReadonlySet<number>,
  reads: readonly (readonly number[])[],
): readonly number[] {
  const inside = new Set(Array.from(members));
  const done = new Set(tears);
  const order: number[] = [];
  for (const root of Array.from(members)) {
    const path = [root];
    while (path.length > 0) {
      const top = path[path.length - 1];
      const next = done.has(top) ? undefined : reads[top].find((to) => inside.has(to) && !done.has(to));
      if (next !== undefined) {
        path.push(next);
        continue;
      }
      path.pop();
      if (!done.has(top)) order.push(top);
      done.add(top);
    }
  }
  return order;
}
