import { type Graph, nothing, Op } from "./graph.ts";

/**
 * Exact directional derivatives, as code beside the values they belong to (forward mode). `nothing` stands for 0.
 *
 * Source: Griewank & Walther (2008), Evaluating Derivatives, ch. 3.
 */
export class Derivatives {
  readonly #graph: Graph;
  readonly #ofVariable: (variable: number) => number;
  readonly #known = new Map<number, number>();

  /** `ofVariable`: derivative of this period's value of a variable, or `nothing`. */
  constructor(graph: Graph, ofVariable: (variable: number) => number) {
    this.#graph = graph;
    this.#ofVariable = ofVariable;
  }

  /** Derivative of a node. Nodes are visited from the first on, so that no recursion goes deep. */
  of(node: number): number {
    const graph = this.#graph;
    const open = [node];
    while (open.length > 0) {
      const top = open[open.length - 1];
      if (this.#known.has(top)) {
        open.pop();
        continue;
      }
      const waiting = dependencies(graph, top).filter((operand) => !this.#known.has(operand));
      if (waiting.length > 0) {
        open.push(...waiting);
        continue;
      }
      this.#known.set(top, this.#derive(top));
      open.pop();
    }
    return this.#known.get(node)!;
  }

  #derive(node: number): number {
    const graph = this.#graph;
    const a = graph.operand(node, "a");
    const b = graph.operand(node, "b");
    const d = (operand: number): number => this.#known.get(operand)!;
    switch (graph.opOf(node)) {
      case Op.load:
        return b === 0 ? this.#ofVariable(a) : nothing;
      case Op.negate:
        return this.#negate(d(a));
      case Op.abs:
        return this.#choose(graph.node(Op.less, a, graph.constant(0)), this.#negate(d(a)), d(a));
      case Op.root:
        return this.#divide(d(a), graph.node(Op.add, node, node));
      case Op.exp:
        return this.#multiply(d(a), node);
      case Op.log:
        return this.#divide(d(a), a);
      case Op.cdf:
        return d(a) === nothing ? nothing : this.#multiply(d(a), this.#density(a));
      case Op.add:
        return this.#add(d(a), d(b));
      case Op.subtract:
        return this.#add(d(a), this.#negate(d(b)));
      case Op.multiply:
        return this.#add(this.#multiply(d(a), b), this.#multiply(d(b), a));
      case Op.divide:
        return this.#divide(this.#add(d(a), this.#negate(this.#multiply(d(b), node))), b);
      case Op.power: {
        const byBase = this.#multiply(this.#divide(this.#multiply(d(a), b), a), node);
        if (d(b) === nothing) return byBase;
        return this.#add(byBase, this.#multiply(this.#multiply(d(b), graph.node(Op.log, a)), node));
      }
      case Op.min:
        return this.#choose(graph.node(Op.less, b, a), d(b), d(a));
      case Op.max:
        return this.#choose(graph.node(Op.less, a, b), d(b), d(a));
      case Op.select:
        return this.#choose(a, d(b), d(graph.operand(node, "c")));
      default:
        return nothing;
    }
  }

  /** φ(x) */
  #density(x: number): number {
    const graph = this.#graph;
    const square = graph.node(Op.multiply, graph.node(Op.multiply, x, x), graph.constant(-0.5));
    return graph.node(Op.multiply, graph.node(Op.exp, square), graph.constant(0.3989422804014327));
  }

  #negate(x: number): number {
    return x === nothing ? nothing : this.#graph.node(Op.negate, x);
  }

  #add(x: number, y: number): number {
    if (x === nothing) return y;
    if (y === nothing) return x;
    if (this.#graph.opOf(y) === Op.negate)
      return this.#graph.node(Op.subtract, x, this.#graph.operand(y, "a"));
    return this.#graph.node(Op.add, x, y);
  }

  #multiply(x: number, y: number): number {
    if (x === nothing) return nothing;
    if (this.#graph.constantOf(x) === 1) return y;
    return this.#graph.constantOf(y) === 1 ? x : this.#graph.node(Op.multiply, x, y);
  }

  #divide(x: number, y: number): number {
    return x === nothing ? nothing : this.#graph.node(Op.divide, x, y);
  }

  #choose(condition: number, x: number, y: number): number {
    if (x === y) return x;
    const zero = (node: number): number => (node === nothing ? this.#graph.constant(0) : node);
    return this.#graph.node(Op.select, condition, zero(x), zero(y));
  }
}

/** Operands whose derivative a node's derivative needs. */
function dependencies(graph: Graph, node: number): readonly number[] {
  const op = graph.opOf(node);
  if (op < 10 || (op >= Op.less && op <= Op.toNumber) || op === Op.floor) return [];
  if (op < 20) return [graph.operand(node, "a")];
  if (op === Op.select) return [graph.operand(node, "b"), graph.operand(node, "c")];
  return [graph.operand(node, "a"), graph.operand(node, "b")];
}
