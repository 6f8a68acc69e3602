import { createCoordinate, type Design } from "./design.ts";
import { planMorris } from "./morris.ts";
import { planSobol } from "./sobol-indices.ts";

/**
 * How the members of an ensemble get their assumptions. `plain`: independent draws, so that an ensemble can be made
 * longer. `latin-hypercube`: `size` members fill every coordinate evenly. `morris`, `sobol`: the plans of sensitivity
 * analysis.
 */
export type MemberDesign =
  | { readonly kind: "plain" }
  | { readonly kind: "latin-hypercube"; readonly size: number }
  | { readonly kind: "morris"; readonly walks: number }
  | { readonly kind: "sobol"; readonly base: number };

/** What decides a member besides the central values. */
export interface MemberDraws {
  /** The share (0 to 1) of each name's distribution below the member's value, in the order of the names. */
  readonly coordinates: (member: number) => Float64Array;
  /** The path of noise a member has: members compared with each other in a plan share theirs. */
  readonly noisePath: (member: number) => number;
}

/** Members of a sensitivity plan are numbered from 1: member 0 has the central values. */
const firstOfPlan = 1;
/** A walk's grid spans this much of each distribution, so that tails without end stay finite. */
const spanned = 0.99;

/** Draws of a design; a pure function of design, seed and name, so that any part can be computed alone. */
export function createMemberDraws(design: MemberDesign, names: readonly string[], seed: number): MemberDraws {
  switch (design.kind) {
    case "plain":
    case "latin-hypercube": {
      const size = design.kind === "plain" ? 1 : design.size;
      const cube: Design = { kind: design.kind, names, seed, size };
      const axes = names.map((name) => createCoordinate(cube, name));
      return {
        coordinates: (member) => Float64Array.from(axes, (axis) => axis(member)),
        noisePath: (member) => member,
      };
    }
    case "morris": {
      const plan = planMorris(names, design.walks, seed);
      return {
        coordinates: (member) =>
          plan.point(member - firstOfPlan).map((level) => (1 - spanned) / 2 + spanned * level),
        noisePath: (member) => firstOfPlan + Math.floor((member - firstOfPlan) / (names.length + 1)),
      };
    }
    case "sobol": {
      const plan = planSobol(names, design.base, seed);
      return {
        coordinates: (member) => plan.point(member - firstOfPlan),
        noisePath: (member) => firstOfPlan + ((member - firstOfPlan) % design.base),
      };
    }
  }
}
