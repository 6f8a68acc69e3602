import { nearestName } from "../core/nearest-name.ts";
import { Accounts, type Account, type Claim, type Position } from "./accounts.ts";
import { binary, call, constant, sum } from "./arithmetic.ts";
import { accumulates, Budgets, signed } from "./budgets.ts";
import { ExpressionBuilder, siteOf } from "./build-expression.ts";
import { readCalendar, type Calendar } from "./calendar.ts";
import { declareEquations, declareInitials } from "./declare-equations.ts";
import { declareNoises, declareParameters, declareTables, resolveParameters } from "./declare-parameters.ts";
import { instanceName } from "./dimensions.ts";
import { Flows } from "./flows.ts";
import { findInitialValues } from "./initial-values.ts";
import { deriveMatrices, type Matrices } from "./matrix.ts";
import { buildScenarios } from "./scenarios.ts";
import { createSectorFunctions } from "./sector-functions.ts";
import { checkStart } from "./start-check.ts";
import type { Statement } from "./syntax.ts";
import { checkUnits } from "./unit-check.ts";
import type { Expression, System, Variable } from "./system.ts";
import type { Figure, VariableDraft } from "./workshop.ts";
import { Workshop } from "./workshop.ts";

/** A model put together: scalars, and the accounts they came from. */
export interface Elaborated {
  readonly system: System;
  readonly workshop: Workshop;
  readonly calendar: Calendar;
  readonly matrices: Matrices;
}

/** Names, dimensions, accounts, budgets and equations of the statements as one scalar system. */
export function elaborate(
  statements: readonly Statement[],
  figures: (id: string) => Figure | undefined,
): Elaborated {
  const workshop = new Workshop(statements, figures);
  const builder = new ExpressionBuilder(workshop);
  const accounts = new Accounts(workshop);
  const flows = new Flows(workshop, accounts, builder);
  const calendar = readCalendar(statements, workshop);
  const steps = new Map<string, number>();

  for (const each of statements) if (each.kind === "sector") accounts.declareSectors(each);
  for (const each of statements) if (each.kind === "asset") accounts.declareClaim(each);
  let step = 0;
  for (const each of statements) {
    if (each.kind === "step") {
      if (steps.has(each.name))
        workshop.report("named-twice", each.where, { name: each.name, line: each.where.line });
      steps.set(each.name, ++step);
    } else if (each.kind === "flow") flows.declareFlow(each, step);
    else if (each.kind === "change") flows.declareChange(each, step);
  }
  declareParameters(statements, workshop);
  declareNoises(statements, workshop, builder);
  declareTables(statements, workshop, builder);
  declareEquations(statements, workshop);
  step = 0;
  for (const each of statements) {
    if (each.kind === "step") step++;
    if (each.kind === "interest") flows.declareInterest(each, step);
  }
  builder.sectors = createSectorFunctions(workshop, accounts, flows, steps);
  resolveParameters(workshop, builder);
  declareInitials(statements, workshop);
  const closed = declareClosures(statements, workshop, accounts);

  priceClaims(workshop, accounts, flows, builder, statements, calendar.money);
  for (const work of flows.pending) work();
  for (const draft of workshop.drafts.slice()) {
    const { written } = draft;
    if (written) {
      draft.equation = builder.build(written.syntax, siteOf(written.scope, draft.base, elementsOf(draft)));
      draft.origin = "written";
    }
    const parameter = workshop.parameters.get(draft.name);
    if (parameter && !written) {
      draft.equation = workshop.node("parameter", parameter);
      draft.origin = "definition";
    }
  }
  defineClaims(workshop, accounts);
  const priceOf = namePrices(workshop, accounts, flows);
  const unknown = findUnknowns(accounts, flows);
  const told = new Set<string>();
  for (const draft of workshop.drafts) {
    if (draft.equation || unknown.has(draft)) continue;
    if (!told.has(draft.base)) workshop.report("missing-equation", draft.where, { name: draft.name });
    told.add(draft.base);
  }
  const balances = new Budgets(workshop, accounts, flows, unknown).close(closed);

  checkUnits(statements, workshop);

  const isSteady = statements.some((each) => each.kind === "init" && each.steady);
  const starts = findInitialValues(workshop, builder, isSteady);
  if (!isSteady) checkStart(workshop, accounts, starts);
  const checks = buildChecks(statements, builder);
  const scenarios = buildScenarios(statements, workshop, builder);
  const matrices = deriveMatrices(workshop, accounts, flows, priceOf);
  const byName = <Named extends { readonly name: string }>(all: Iterable<Named>): readonly Named[] =>
    [...all].sort((a, b) => (a.name < b.name ? -1 : 1));
  const variables = byName(workshop.drafts);
  const parameters = byName(workshop.parameters.values());
  const noises = byName(workshop.noises.values());
  workshop.renumber({ variable: variables, parameter: parameters, noise: noises });
  const indexOf = new Map(variables.map((draft, index) => [draft, index]));
  const place = { variable: indexOf, parameter: new Map(parameters.map((draft, index) => [draft, index])) };
  const system: System = {
    name: calendar.name,
    variables: variables.map((draft): Variable => ({
      name: draft.name,
      equation: draft.equation ?? constant(0),
      initial: starts.get(draft)?.initial,
      earlier: starts.get(draft)?.earlier ?? [],
      unit: draft.notes.unit?.text ?? "",
      label: draft.notes.en ?? draft.notes.de ?? "",
      origin: draft.origin,
      where: draft.where,
    })),
    parameters: parameters.map((draft) => ({
      name: draft.name,
      value: draft.value ?? 0,
      low: draft.low,
      high: draft.high,
      distribution: draft.drawn,
      unit: draft.notes.unit?.text ?? "",
      label: draft.notes.en ?? draft.notes.de ?? "",
      source: [...draft.figures, ...(draft.notes.source === undefined ? [] : [draft.notes.source])].join(
        "; ",
      ),
      where: draft.where,
    })),
    noises: noises.map(({ name, distribution }) => ({ name, distribution })),
    balances,
    checks,
    scenarios: scenarios(place),
    start: isSteady ? "steady" : "values",
    periods: calendar.periods,
  };
  return { system, workshop, calendar, matrices };
}

/** Elements in the brackets of a draft's name. */
function elementsOf(draft: VariableDraft): readonly string[] {
  return draft.name === draft.base ? [] : draft.name.slice(draft.base.length + 1, -1).split(",");
}

function declareClosures(
  statements: readonly Statement[],
  workshop: Workshop,
  accounts: Accounts,
): ReadonlyMap<VariableDraft, Account> {
  const wanted = new Map<VariableDraft, Account>();
  for (const statement of statements) {
    if (statement.kind !== "close") continue;
    const { party, variable } = statement;
    const base = workshop.aliases.get(variable.name) ?? variable.name;
    const target = { name: base, indices: variable.indices.length > 0 ? variable.indices : party.indices };
    const arity = workshop.names.get(base)?.arity ?? 0;
    const indices = variable.indices.length === 0 && arity === 0 ? [] : target.indices;
    for (const instance of workshop.dimensions.instances({ name: base, indices })) {
      const draft = workshop.variables.get(instance.name);
      const account = accounts.account(party, instance.scope);
      if (!draft) {
        workshop.unknownName(variable.name, variable.where);
        break;
      }
      if (draft.written) {
        workshop.report("determined-twice", draft.written.where, {
          name: draft.name,
          line: statement.where.line,
        });
      }
      if (account) wanted.set(draft, account);
      draft.origin = "budget";
    }
  }
  return wanted;
}

/** Prices of claims and amounts of flows in the money of the model. */
function priceClaims(
  workshop: Workshop,
  accounts: Accounts,
  flows: Flows,
  builder: ExpressionBuilder,
  statements: readonly Statement[],
  money: string,
): void {
  const rates = new Map<string, Expression>([[money, constant(1)]]);
  for (const statement of statements) {
    if (statement.kind === "currency") {
      rates.set(statement.name, builder.build(statement.rate, siteOf(new Map(), statement.name)));
    }
  }
  const rate = (currency: Flows["flows"][number]["currency"]): Expression => {
    if (!currency) return constant(1);
    const known = rates.get(currency.name);
    if (!known) {
      const values = { name: currency.name, known: [...rates.keys()].join(", ") };
      workshop.report("unknown-currency", currency.where, values, nearestName(currency.name, rates.keys()));
    }
    return known ?? constant(1);
  };
  for (const claim of accounts.claims.values()) {
    const price = claim.writtenPrice
      ? builder.build(claim.writtenPrice.syntax, siteOf(claim.scope, `${claim.base}.price`, claim.elements))
      : constant(1);
    claim.price = binary("*", price, rate(claim.currency));
  }
  for (const flow of flows.flows) {
    flow.rate = rate(flow.currency);
    flow.amount = binary("*", flow.amount, flow.rate);
  }
}

/** Variables for prices that are no numbers and for amounts in other currencies, so that results can be valued. */
function namePrices(
  workshop: Workshop,
  accounts: Accounts,
  flows: Flows,
): (claim: Claim, lag: number) => Expression {
  const named = new Map<Claim, VariableDraft>();
  const name = (
    base: string,
    elements: readonly string[],
    where: Claim["where"],
    value: Expression,
  ): VariableDraft => {
    const notes = { en: undefined, de: undefined, unit: undefined, source: undefined };
    const draft = workshop.createVariable({
      name: instanceName(base, elements),
      base,
      notes,
      where,
      origin: "definition",
    });
    draft.equation = value;
    return draft;
  };
  for (const claim of accounts.claims.values()) {
    if (claim.price.kind === "number") continue;
    named.set(claim, name(`${claim.base}.price`, claim.elements, claim.where, claim.price));
  }
  for (const flow of flows.flows) {
    if (flow.rate.kind === "number") continue;
    const elements = elementsOf(flow.draft);
    flow.value = name(`${flow.draft.base}.value`, elements, flow.where, flow.amount);
  }
  return (claim, lag) => {
    const draft = named.get(claim);
    return draft ? workshop.node("variable", draft, lag) : claim.price;
  };
}

/** Equations of totals, and of positions that add up their purchases and other changes. */
function defineClaims(workshop: Workshop, accounts: Accounts): void {
  const node = (draft: VariableDraft, lag = 0): Expression => workshop.node("variable", draft, lag);
  for (const claim of accounts.claims.values()) {
    const { total, holders, issuers, price, isReal, atNetAssets } = claim;
    const positions = [...holders, ...issuers];
    const added = (position: Position): Expression =>
      sum([node(position.draft, 1), binary("/", signed(position.trades), price), signed(position.volume)]);
    const parts = holders.length > 1 ? holders : issuers.length > 1 ? issuers : [];
    if (parts.length > 0) {
      if (total.written) {
        workshop.report("total-is-sum", total.written.where, {
          name: total.name,
          parts: parts.map(({ draft }) => draft.name).join(", "),
        });
        total.written = undefined;
      }
      total.equation = sum(parts.map(({ draft }) => node(draft)));
    }
    if (atNetAssets) {
      defineAtNetAssets(workshop, accounts, claim, added);
      continue;
    }
    for (const position of positions) {
      const { draft } = position;
      if (draft.equation || (parts.length > 0 && draft === total)) continue;
      const hasChanges = position.volume.length > 0;
      if ((isReal && hasChanges) || (!isReal && accumulates(position))) draft.equation = added(position);
    }
  }
}

/** Holders share what the issuer's assets are worth after its other debts, in proportion to what they put in. */
function defineAtNetAssets(
  workshop: Workshop,
  accounts: Accounts,
  claim: Parameters<typeof accumulates>[0]["claim"],
  added: (position: Position) => Expression,
): void {
  const { total, holders, issuers } = claim;
  const [issuer] = issuers;
  if (issuers.length !== 1) {
    workshop.report("net-assets-many-issuers", claim.where, { name: claim.name });
    return;
  }
  const columns = [...accounts.accounts.values()].filter(({ sector }) => sector === issuer.account.sector);
  const worth = accounts
    .positionsOf(columns)
    .filter((position) => position.claim !== claim)
    .map((position): { readonly sign: 1 | -1; readonly amount: Expression } => ({
      sign: position.side === "held" ? 1 : -1,
      amount: binary("*", position.claim.price, workshop.node("variable", position.draft)),
    }));
  const netAssets = signed(worth);
  total.equation = netAssets;
  if (holders.length === 1) return;
  const all = sum(holders.map(added));
  for (const holder of holders) {
    holder.draft.equation = binary("*", added(holder), binary("/", workshop.node("variable", total), all));
  }
}

/** Payments and claims without an equation: the accounting determines them. */
function findUnknowns(accounts: Accounts, flows: Flows): ReadonlySet<VariableDraft> {
  const unknown = new Set<VariableDraft>();
  for (const { draft, payers, payees } of flows.flows) {
    if (draft.equation || payers.length > 1 || payees.length > 1) continue;
    if (payers[0].account !== payees[0].account) unknown.add(draft);
  }
  for (const claim of accounts.claims.values()) {
    if (claim.isReal) continue;
    for (const { draft } of [...claim.holders, ...claim.issuers]) if (!draft.equation) unknown.add(draft);
  }
  return unknown;
}

function buildChecks(statements: readonly Statement[], builder: ExpressionBuilder): System["checks"] {
  return statements.flatMap((statement) => {
    if (statement.kind !== "check") return [];
    const site = siteOf(new Map(), "check");
    const left = builder.build(statement.of, site);
    let holds = left;
    if (statement.equals) {
      const right = builder.build(statement.equals, site);
      const size = call("max", constant(1), call("abs", left), call("abs", right));
      holds = binary(
        "<=",
        call("abs", binary("-", left, right)),
        binary("*", constant(checkTolerance), size),
      );
    }
    return [{ label: statement.notes.en ?? statement.notes.de ?? "", holds, where: statement.where }];
  });
}

/** `check a = b` allows rounding of this share of the larger side. */
const checkTolerance = 1e-9;
