import { nearestName } from "../core/nearest-name.ts";
import type { Accounts, Claim } from "./accounts.ts";
import { binary, constant } from "./arithmetic.ts";
import { type ExpressionBuilder, siteOf } from "./build-expression.ts";
import { elementsOf, instanceName } from "./dimensions.ts";
import type { Flows } from "./flows.ts";
import type { Statement } from "./syntax.ts";
import type { Expression } from "./system.ts";
import type { VariableDraft, Workshop } from "./workshop.ts";

/** Prices of claims and amounts of flows in the money of the model. */
export function priceClaims(
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
export function namePrices(
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
