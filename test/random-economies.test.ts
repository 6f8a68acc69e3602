import { array, assert, boolean, constant, integer, nat, property, record } from "fast-check";
import { describe, expect, it } from "vitest";
import { compile } from "../src/model/compile.ts";
import { evaluateMatrix } from "../src/model/index.ts";
import { simulate } from "../src/simulate/index.ts";

/** A tie between two sectors: a payment or a claim, given by an equation or left to the accounting. */
interface Tie {
  readonly from: number;
  readonly to: number;
  readonly isClaim: boolean;
  readonly isOpen: boolean;
  readonly size: number;
}

const economies = integer({ min: 2, max: 6 }).chain((sectors) =>
  record({
    sectors: constant(sectors),
    ties: array(
      record({
        from: nat(sectors - 1),
        step: integer({ min: 1, max: sectors - 1 }),
        isClaim: boolean(),
        isOpen: boolean(),
        size: integer({ min: 1, max: 9 }),
      }).map(({ from, step, ...rest }): Tie => ({ from, to: (from + step) % sectors, ...rest })),
      { minLength: 1, maxLength: 9 },
    ),
  }),
);

function write(sectors: number, ties: readonly Tie[]): string {
  const lines = [`sector ${Array.from({ length: sectors }, (_, index) => `s${index}`).join(", ")}`];
  ties.forEach(({ from, to, isClaim, isOpen, size }, index) => {
    const name = `x${index}`;
    if (isClaim) {
      lines.push(`asset ${name} : s${from} owes s${to}`, `init ${name} = ${size}`);
      if (!isOpen) lines.push(`${name} = 0.5 * ${name}[-1] + ${size}`);
      lines.push(`flow interest on ${name} at 0.0${size}`);
    } else {
      lines.push(`flow ${name} : s${from} -> s${to}${isOpen ? "" : ` = ${size}`}`);
    }
  });
  return lines.join("\n");
}

/** Told apart by hand: open ties must join all sectors that deal with each other, without a ring. */
function judge(sectors: number, ties: readonly Tie[]): { readonly rings: boolean; readonly gaps: boolean } {
  const group = (chosen: readonly Tie[]): number[] => {
    const of = Array.from({ length: sectors }, (_, index) => index);
    for (const { from, to } of chosen) {
      const [a, b] = [of[from], of[to]];
      of.forEach((each, index) => (of[index] = each === b ? a : each));
    }
    return of;
  };
  const open = ties.filter(({ isOpen }) => isOpen);
  const areas = new Set(group(ties)).size;
  const trees = new Set(group(open)).size;
  return { rings: open.length > sectors - trees, gaps: trees > areas };
}

describe("random closed economies", () => {
  it("compile exactly if budgets determine what is open; otherwise the gap or the ring is reported", () => {
    assert(
      property(economies, ({ sectors, ties }) => {
        const { problems } = compile(write(sectors, ties));
        const { rings, gaps } = judge(sectors, ties);
        const codes = new Set(problems.map(({ code }) => code));
        expect([codes.has("needs-equation"), codes.has("leak")]).toEqual([rings, gaps]);
        expect(codes.size).toBe(Number(rings) + Number(gaps));
      }),
      { numRuns: 2000 },
    );
  });

  it("conserve money: rows, columns and redundant budgets are zero, net worth changes by saving", () => {
    assert(
      property(economies, ({ sectors, ties }) => {
        // Open exactly a tree.
        const joined = Array.from({ length: sectors }, (_, index) => index);
        const tree = ties.map((tie) => {
          const [a, b] = [joined[tie.from], joined[tie.to]];
          joined.forEach((each, index) => (joined[index] = each === b ? a : each));
          return { ...tie, isOpen: a !== b };
        });
        const { value, problems } = compile(write(sectors, tree));
        expect(problems).toEqual([]);
        if (!value) return;
        const run = simulate(value.system, { periods: 8 }).value;
        expect(run?.balance.maxResidual).toBeLessThan(1e-12);
        const names = value.system.variables.map(({ name }) => name);
        const valueAt = (variable: number, period: number): number =>
          run?.series[names[variable]][period] ?? Number.NaN;
        const flows = evaluateMatrix(value.matrices.flows, valueAt, 8);
        const size = 1 + Math.max(...flows.flatMap((row) => [...row].map(Math.abs)));
        for (const row of flows)
          expect(Math.abs(row.reduce((sum, cell) => sum + cell, 0)) / size).toBeLessThan(1e-12);
        value.matrices.flows.columns.forEach((_, column) => {
          expect(Math.abs(flows.reduce((sum, row) => sum + row[column], 0)) / size).toBeLessThan(1e-12);
        });
      }),
      { numRuns: 200 },
    );
  });

  it("are the same, bit for bit, in any order of the statements", () => {
    assert(
      property(economies, nat(), ({ sectors, ties }, seed) => {
        const lines = write(sectors, ties).split("\n");
        const turned = [
          ...lines.slice(seed % lines.length),
          ...lines.slice(0, seed % lines.length),
        ].reverse();
        const bare = (text: string): unknown => {
          const { value } = compile(text);
          return (
            value &&
            JSON.stringify(value.system, (key, each: unknown) => (key === "where" ? undefined : each))
          );
        };
        expect(bare(turned.join("\n"))).toEqual(bare(lines.join("\n")));
      }),
      { numRuns: 300 },
    );
  });
});
