import { Accounts } from "./accounts.ts";
import { assembleSystem } from "./assemble-system.ts";
import { Budgets } from "./budgets.ts";
import { buildChecks } from "./build-checks.ts";
import { ExpressionBuilder, siteOf } from "./build-expression.ts";
import { readCalendar, type Calendar } from "./calendar.ts";
import { declareClosures } from "./declare-closures.ts";
import { declareEquations, declareInitials } from "./declare-equations.ts";
import { declareNoises, declareParameters, declareTables, resolveParameters } from "./declare-parameters.ts";
import { defineClaims } from "./define-claims.ts";
import { elementsOf } from "./dimensions.ts";
import { Flows } from "./flows.ts";
import { findInitialValues } from "./initial-values.ts";
import { deriveMatrices, type Matrices } from "./matrix.ts";
import { namePrices, priceClaims } from "./price-claims.ts";
import { buildScenarios } from "./scenarios.ts";
import { createSectorFunctions } from "./sector-functions.ts";
import { checkStart } from "./start-check.ts";
import type { Statement } from "./syntax.ts";
import type { System } from "./system.ts";
import { type ClaimDocument, listClaims, listTransactions, type Transaction } from "./transactions.ts";
import { checkUnits } from "./unit-check.ts";
import type { Figure, VariableDraft } from "./workshop.ts";
import { Workshop } from "./workshop.ts";

/** A model put together: scalars, and the accounts they came from. */
export interface Elaborated {
  readonly system: System;
  readonly workshop: Workshop;
  readonly calendar: Calendar;
  readonly matrices: Matrices;
  readonly transactions: readonly Transaction[];
  readonly claims: readonly ClaimDocument[];
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

  declareNames(statements, { workshop, builder, accounts, flows });
  const closed = declareClosures(statements, workshop, accounts);

  priceClaims(workshop, accounts, flows, builder, statements, calendar.money);
  for (const work of flows.pending) work();
  buildEquations(workshop, builder);
  defineClaims(workshop, accounts);
  const priceOf = namePrices(workshop, accounts, flows);
  const unknown = findUnknowns(accounts, flows);
  reportMissing(workshop, unknown);
  const balances = new Budgets(workshop, accounts, flows, unknown).close(closed);
  checkUnits(statements, workshop);

  const isSteady = statements.some((each) => each.kind === "init" && each.steady);
  const starts = findInitialValues(workshop, builder, isSteady);
  if (!isSteady) checkStart(workshop, accounts, starts);
  const checks = buildChecks(statements, builder);
  const scenarios = buildScenarios(statements, workshop, builder, calendar.periods);
  const matrices = deriveMatrices(workshop, accounts, flows, priceOf);
  const start = isSteady ? "steady" : "values";
  const system = assembleSystem(workshop, { calendar, starts, scenarios, balances, checks, start });
  const transactions = listTransactions(workshop, flows);
  const claims = listClaims(workshop, accounts, priceOf);
  return { system, workshop, calendar, matrices, transactions, claims };
}

/** What the statements are put together with. */
interface Desk {
  readonly workshop: Workshop;
  readonly builder: ExpressionBuilder;
  readonly accounts: Accounts;
  readonly flows: Flows;
}

/** Every name with what it stands for, so that statements may come in any order; parameters get their values. */
function declareNames(statements: readonly Statement[], { workshop, builder, accounts, flows }: Desk): void {
  for (const each of statements) if (each.kind === "sector") accounts.declareSectors(each);
  for (const each of statements) if (each.kind === "asset") accounts.declareClaim(each);
  const steps = new Map<string, number>();
  const lines = new Map<string, number>();
  let step = 0;
  for (const each of statements) {
    if (each.kind === "step") {
      step++;
      const line = lines.get(each.name);
      if (line !== undefined) {
        workshop.report("named-twice", each.where, { name: each.name, line });
        continue;
      }
      lines.set(each.name, each.where.line);
      steps.set(each.name, step);
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
}

/** Equations as written, and those of variables that a parameter of the same name gives. */
function buildEquations(workshop: Workshop, builder: ExpressionBuilder): void {
  for (const draft of workshop.drafts.slice()) {
    const { written } = draft;
    const parameter = workshop.parameters.get(draft.name);
    if (written) {
      draft.equation = builder.build(written.syntax, siteOf(written.scope, draft.base, elementsOf(draft)));
      draft.origin = "written";
    } else if (parameter) {
      draft.equation = workshop.node("parameter", parameter);
      draft.origin = "definition";
    }
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

/** Reports what neither the modeller nor the accounting determines, once for all elements of a name. */
function reportMissing(workshop: Workshop, unknown: ReadonlySet<VariableDraft>): void {
  const told = new Set<string>();
  for (const draft of workshop.drafts) {
    if (draft.equation || unknown.has(draft)) continue;
    if (!told.has(draft.base)) workshop.report("missing-equation", draft.where, { name: draft.name });
    told.add(draft.base);
  }
}
