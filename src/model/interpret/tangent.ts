import { exp, log } from "../../core/exact-math.ts";
import { type Code, Op, operandsOf } from "../program/graph.ts";

/** The nodes, in order, that a small change of a variable of this period may move. */
export function nodesMovedBy(variable: number, { op, a, b, c }: Code): Int32Array {
  const moved = new Uint8Array(op.length);
  const variables = new Set([variable]);
  const found: number[] = [];
  const operands = { a, b, c };
  for (let node = 0; node < op.length; node++) {
    const kind = op[node];
    if (kind === Op.floor || (kind >= Op.less && kind <= Op.toNumber)) continue;
    const moves =
      kind === Op.load
        ? b[node] === 0 && variables.has(a[node])
        : operandsOf(kind).some((which) => moved[operands[which][node]] === 1);
    if (!moves) continue;
    moved[node] = 1;
    found.push(node);
    if (kind === Op.store) variables.add(a[node]);
  }
  return Int32Array.from(found);
}

/** Values of nodes and what moves: variables of this period by number, NaN-free 0 for all others. */
export interface TangentInput {
  readonly code: Code;
  readonly valueOf: (node: number) => number;
  /** Derivatives of this period's variables; those stored by the code are filled in. */
  readonly variables: Float64Array;
  /** Nodes to compute, in order; the derivatives of all others are 0. */
  readonly moved: Int32Array;
  /** Room for the derivatives of the nodes. */
  readonly nodes: Float64Array;
}

/**
 * Derivatives of the nodes of executed code in one direction (forward mode at run time): what `Derivatives` writes as code,
 * for blocks with so many tears that the code would be too long.
 */
export function computeTangents({ code, valueOf, variables, moved, nodes }: TangentInput): void {
  const { op, a, b, c } = code;
  for (const i of moved) {
    const x = a[i];
    const y = b[i];
    switch (op[i]) {
      case Op.load:
        nodes[i] = y === 0 ? variables[x] : 0;
        break;
      case Op.store:
        variables[x] = nodes[y];
        break;
      case Op.negate:
        nodes[i] = -nodes[x];
        break;
      case Op.abs:
        nodes[i] = valueOf(x) < 0 ? -nodes[x] : nodes[x];
        break;
      case Op.add:
        nodes[i] = nodes[x] + nodes[y];
        break;
      case Op.subtract:
        nodes[i] = nodes[x] - nodes[y];
        break;
      case Op.multiply:
        nodes[i] = nodes[x] * valueOf(y) + nodes[y] * valueOf(x);
        break;
      case Op.divide:
        nodes[i] = (nodes[x] - nodes[y] * valueOf(i)) / valueOf(y);
        break;
      case Op.min:
        nodes[i] = valueOf(y) < valueOf(x) ? nodes[y] : nodes[x];
        break;
      case Op.max:
        nodes[i] = valueOf(x) < valueOf(y) ? nodes[y] : nodes[x];
        break;
      case Op.select:
        nodes[i] = valueOf(x) === 0 ? nodes[c[i]] : nodes[y];
        break;
      default:
        nodes[i] = nodes[x] === 0 && nodes[y] === 0 ? 0 : curved(op[i], i, x, y);
    }
  }

  function curved(kind: number, node: number, x: number, y: number): number {
    switch (kind) {
      case Op.root:
        return nodes[x] / (2 * valueOf(node));
      case Op.exp:
        return nodes[x] * valueOf(node);
      case Op.log:
        return nodes[x] / valueOf(x);
      case Op.cdf:
        return nodes[x] * exp(-0.5 * valueOf(x) * valueOf(x)) * 0.3989422804014327;
      case Op.power: {
        const byBase = nodes[x] === 0 ? 0 : ((nodes[x] * valueOf(y)) / valueOf(x)) * valueOf(node);
        return nodes[y] === 0 ? byBase : byBase + nodes[y] * log(valueOf(x)) * valueOf(node);
      }
      default:
        return 0;
    }
  }
}
