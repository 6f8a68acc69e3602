import { combineDimensions, type Dimension, sameDimension } from "../core/unit.ts";
import type { ExpressionSyntax, Notes, Statement, TargetSyntax } from "./syntax.ts";
import { showExpression } from "./show-expression.ts";
import { formatDimension, money, moneyPerPeriod, perPeriod, plain, readUnit } from "./unit-text.ts";
import type { Workshop } from "./workshop.ts";

/** What is known of the unit of an expression; undefined: nothing. */
interface Known {
  readonly dimension: Dimension;
  /** A number as written: it takes any unit in a sum and none in a product. */
  readonly isNumber?: boolean;
  /** Time does not count: a stock with flows of one period, or a number as coefficient, which may be a rate. */
  readonly isLoose?: boolean;
}

const sectorStocks: ReadonlySet<string> = new Set(["networth", "assets", "liabilities"]);
const sectorFlows: ReadonlySet<string> = new Set(["receipts", "payments", "netlending"]);
const plainFunctions: ReadonlySet<string> = new Set(["exp", "log", "logistic", "tanh", "normal_cdf"]);
const passes = 4;
/** Periods are counted, and may be meant as a number. */
const time: Known = { dimension: { year: 1 }, isLoose: true };

/** Compares units wherever both sides are known; a variable without a unit takes that of its equation. */
export function checkUnits(statements: readonly Statement[], workshop: Workshop): void {
  const declared = new Set(statements.flatMap((each) => (each.kind === "unit" ? [each.name] : [])));
  const checker = new UnitChecker(workshop, declared);
  checker.readNames();
  // First what follows from what, as far as it goes, then the comparison.
  for (let pass = 1, before = -1; pass < passes && before !== checker.known; pass++) {
    before = checker.known;
    for (const statement of statements) checker.check(statement);
  }
  checker.isSilent = false;
  for (const statement of statements) checker.check(statement);
}

class UnitChecker {
  isSilent = true;
  private readonly workshop: Workshop;
  private readonly declared: ReadonlySet<string>;
  private readonly units = new Map<string, Known>();
  private readonly inferred = new Set<string>();

  constructor(workshop: Workshop, declared: ReadonlySet<string>) {
    this.workshop = workshop;
    this.declared = declared;
  }

  /** Number of names with a unit. */
  get known(): number {
    return this.units.size;
  }

  /** Units said of names, and money for claims and flows without a price. */
  readNames(): void {
    for (const { name, kind, notes } of this.workshop.names.values()) {
      if (notes.unit) {
        const { text, where } = notes.unit;
        const { dimension, unknown } = readUnit(text, this.declared);
        for (const atom of new Set(unknown)) this.workshop.report("unit-unknown", where, { name: atom });
        if (unknown.length === 0) this.units.set(name, { dimension });
      } else if (kind === "flow") {
        this.units.set(name, { dimension: moneyPerPeriod });
      }
    }
  }

  /** Claims without a price are money. */
  private readClaim(statement: Extract<Statement, { kind: "asset" }>): void {
    if (statement.price || statement.issuers.length === 0) return;
    const { name } = statement.target;
    for (const each of [
      name,
      ...[...statement.issuers, ...statement.holders].flatMap((party) =>
        [party.alias ?? [], `${name}.${party.sector}`].flat(),
      ),
    ]) {
      if (!this.units.has(each)) this.units.set(each, { dimension: money });
    }
  }

  check(statement: Statement): void {
    switch (statement.kind) {
      case "asset":
        this.readClaim(statement);
        break;
      case "equation":
        this.checkEquation(statement.target.name, statement.target.where, statement.value);
        break;
      case "flow":
        if (statement.amount)
          this.checkEquation(statement.target.name, statement.target.where, statement.amount);
        break;
      case "change":
        if (statement.amount) this.unitOf(statement.amount);
        break;
      case "param":
        for (const { target, notes } of statement.parameters) this.checkGiven(target, notes.unit);
        break;
      case "interest": {
        const rate = this.unitOf(statement.rate);
        const claim = this.units.get(statement.asset.name);
        if (rate && claim && sameDimension(claim.dimension, money)) {
          this.compare(
            { dimension: perPeriod },
            rate,
            statement.rate.where,
            statement.asset.name,
            statement.rate,
          );
        }
        break;
      }
      case "check": {
        const left = this.unitOf(statement.of);
        const right = statement.equals && this.unitOf(statement.equals);
        if (statement.equals && left && right) {
          this.compare(left, right, statement.where, showExpression(statement.of), statement.equals);
        }
        break;
      }
    }
  }

  /** A parameter that gives a flow of its name: both have to be in one unit. */
  private checkGiven({ name }: TargetSyntax, unit: Notes["unit"]): void {
    const left = this.units.get(name);
    if (!unit || this.isSilent || this.workshop.names.get(name)?.kind === "parameter") return;
    const { dimension, unknown } = readUnit(unit.text, this.declared);
    for (const atom of new Set(unknown)) this.workshop.report("unit-unknown", unit.where, { name: atom });
    if (!left || unknown.length > 0 || agree(left, { dimension })) return;
    this.workshop.report("unit-mismatch", unit.where, {
      left: name,
      leftUnit: formatDimension(left.dimension),
      right: `param ${name}`,
      rightUnit: formatDimension(dimension),
    });
  }

  private checkEquation(written: string, where: Statement["where"], value: ExpressionSyntax): void {
    const name = this.workshop.aliases.get(written) ?? written;
    const right = this.unitOf(value);
    const left = this.units.get(name) ?? this.units.get(written);
    if (left && !this.inferred.has(name)) {
      if (right) this.compare(left, right, where, written, value);
    } else if (right && !right.isNumber && !right.isLoose) {
      this.units.set(name, right);
      this.inferred.add(name);
    }
  }

  private compare(
    left: Known,
    right: Known,
    where: Statement["where"],
    leftName: string,
    rightSyntax: ExpressionSyntax,
  ): void {
    if (agree(left, right)) return;
    if (this.isSilent) return;
    this.workshop.report("unit-mismatch", where, {
      left: leftName,
      leftUnit: formatDimension(left.dimension),
      right: showExpression(rightSyntax),
      rightUnit: formatDimension(right.dimension),
    });
  }

  private unitOf(syntax: ExpressionSyntax): Known | undefined {
    switch (syntax.kind) {
      case "number":
        return { dimension: plain, isNumber: true };
      case "date":
      case "period":
        return time;
      case "member":
        return { dimension: plain };
      case "figure":
      case "path":
        return undefined;
      case "reference": {
        const base = this.workshop.aliases.get(syntax.name) ?? syntax.name;
        const unit = this.units.get(base) ?? this.units.get(syntax.name);
        // Within the period, a stock is compared with flows.
        return unit && syntax.after ? { ...unit, isLoose: true } : unit;
      }
      case "unary":
        return syntax.operator === "not" ? { dimension: plain } : this.unitOf(syntax.of);
      case "binary":
        return this.binary(syntax);
      case "if":
        this.unitOf(syntax.condition);
        return this.unify([syntax.yes, syntax.no]);
      case "each":
        return this.unify([
          ...syntax.entries.map(({ value }) => value),
          ...(syntax.else ? [syntax.else] : []),
        ]);
      case "fold":
        return this.unitOf(syntax.of);
      case "call":
        return this.call(syntax);
    }
  }

  private binary(syntax: Extract<ExpressionSyntax, { kind: "binary" }>): Known | undefined {
    const { operator, left, right } = syntax;
    switch (operator) {
      case "+":
      case "-":
        return this.sum(syntax);
      case "*":
      case "/": {
        const [a, b] = [this.unitOf(left), this.unitOf(right)];
        if (!a || !b) return undefined;
        const dimension = combineDimensions(a.dimension, b.dimension, operator === "*" ? 1 : -1);
        if (a.isNumber && b.isNumber) return { dimension, isNumber: true };
        return { dimension, isLoose: [a, b].some((each) => each.isNumber === true || each.isLoose === true) };
      }
      case "^": {
        const base = this.unitOf(left);
        const isWhole = right.kind === "number" && Number.isInteger(right.value);
        if (!base || base.isNumber) return base;
        if (!isWhole) return sameDimension(base.dimension, plain) ? base : undefined;
        const entries = Object.entries(base.dimension).map(([name, exponent]) => [
          name,
          exponent * right.value,
        ]);
        return { dimension: right.value === 0 ? plain : (Object.fromEntries(entries) as Dimension) };
      }
      case "and":
      case "or":
        this.unitOf(left);
        this.unitOf(right);
        return { dimension: plain };
      default: {
        const [a, b] = [this.unitOf(left), this.unitOf(right)];
        if (a && b) this.compare(a, b, syntax.where, showExpression(left), right);
        return { dimension: plain };
      }
    }
  }

  /** A sum: all terms alike, or a stock of last period with flows of this one. */
  private sum(syntax: ExpressionSyntax): Known | undefined {
    const terms: ExpressionSyntax[] = [];
    const collect = (of: ExpressionSyntax): void => {
      if (of.kind === "binary" && (of.operator === "+" || of.operator === "-")) {
        collect(of.left);
        terms.push(of.right);
      } else terms.push(of);
    };
    collect(syntax);
    const units = terms.map((term) => this.unitOf(term));
    const isOpening = (term: ExpressionSyntax): boolean =>
      (term.kind === "reference" || term.kind === "call") && (term.lag > 0 || term.after !== undefined);
    const isLoose = terms.some(isOpening) || units.some((unit) => unit?.isLoose === true);
    let known: Known | undefined;
    let first = 0;
    for (const [index, unit] of units.entries()) {
      if (!unit) continue;
      if (!known || known.isNumber) {
        known = unit;
        first = index;
      } else {
        const left = isLoose ? { ...known, isLoose } : known;
        this.compare(left, unit, terms[index].where, showExpression(terms[first]), terms[index]);
      }
    }
    // An unknown term may have any unit, so the sum is known only as far as its parts are.
    if (known?.isNumber) return units.includes(undefined) ? undefined : known;
    return known && { ...known, isLoose };
  }

  private unify(parts: readonly ExpressionSyntax[]): Known | undefined {
    let known: Known | undefined;
    let first = parts[0];
    let isUnknown = false;
    for (const part of parts) {
      const unit = this.unitOf(part);
      if (!unit) {
        isUnknown = true;
        continue;
      }
      if (!known || known.isNumber) {
        known = unit;
        first = part;
      } else {
        this.compare(known, unit, part.where, showExpression(first), part);
        if (unit.isLoose) known = { ...known, isLoose: true };
      }
    }
    // Beside something unknown, a number says nothing.
    return known?.isNumber && isUnknown ? undefined : known;
  }

  private call(syntax: Extract<ExpressionSyntax, { kind: "call" }>): Known | undefined {
    const { name, of } = syntax;
    if (sectorStocks.has(name)) return { dimension: money, isLoose: syntax.after !== undefined };
    if (sectorFlows.has(name)) return { dimension: moneyPerPeriod };
    if (plainFunctions.has(name)) {
      const unit = of[0] && this.unitOf(of[0]);
      if (unit && !agree(unit, { dimension: plain }) && !this.isSilent) {
        this.workshop.report("unit-not-plain", of[0].where, { name, unit: formatDimension(unit.dimension) });
      }
      return { dimension: plain };
    }
    switch (name) {
      case "min":
      case "max":
      case "clamp":
        return this.unify(of);
      case "abs":
      case "floor":
      case "lag":
        return of[0] && this.unitOf(of[0]);
      case "d": {
        const unit = of[0] && this.unitOf(of[0]);
        return unit && { dimension: combineDimensions(unit.dimension, perPeriod, 1) };
      }
      case "ever":
      case "since":
      case "first":
        if (of[0]) this.unitOf(of[0]);
        return name === "ever" ? { dimension: plain } : time;
      default:
        for (const part of of) this.unitOf(part);
        return undefined;
    }
  }
}

/** True if two units fit: numbers fit all, and where time does not count only the rest must be the same. */
function agree(a: Known, b: Known): boolean {
  if (a.isNumber || b.isNumber || sameDimension(a.dimension, b.dimension)) return true;
  return (a.isLoose === true || b.isLoose === true) && sameDimension(timeless(a), timeless(b));
}

function timeless({ dimension }: Known): Dimension {
  return Object.fromEntries(Object.entries(dimension).filter(([base]) => base !== "year"));
}
