import type { Dossier } from "../../dossier/index.ts";
import { independentFigures, readKnown } from "../known-figure.ts";
import type { Result } from "../measurement.ts";
import { createResult } from "../method.ts";
import { boundHerfindahl } from "./herfindahl.ts";

const topMeasure = /^(\w+)_share_top(\d+)$/;

/**
 * Concentration of customers from stated shares of the largest (`revenue_share_top2`, `receivables_share_top4`): bounds
 * of the Herfindahl index; the central value is the lower bound.
 */
export function measureCustomers(view: Dossier): readonly Result[] {
  const measures = [...new Set(view.figures.map((figure) => figure.measure))].filter((measure) =>
    topMeasure.test(measure),
  );
  return independentFigures(view, measures).flatMap((figure) => {
    const match = topMeasure.exec(figure.measure);
    const share = readKnown(view, figure)?.range;
    if (!match || !share || share.low < 0 || share.high > 1) return [];
    const top = Number(match[2]);
    const { low } = boundHerfindahl(share.low, top);
    const { high } = boundHerfindahl(share.high, top);
    const value = { value: boundHerfindahl(share.value, top).low, low, high };
    const common = { subject: figure.subject, of: match[1], unit: "1", period: figure.periodLabel };
    const inputs = { top, sharePercent: 100 * share.value };
    return [createResult("customerBounds", { ...common, value, tag: figure.id }, inputs, [figure.id])];
  });
}

/** Shares of orders or sales that one customer, or customers of one kind, make up, as firms or analysts state them. */
export function measureCustomerShares(view: Dossier): readonly Result[] {
  const orders = independentFigures(view, ["share_of_rpo", "share_of_backlog"]).map((figure) => ({
    figure,
    seller: figure.counterparty,
    customer: figure.subject,
  }));
  const sales = independentFigures(view, ["hyperscaler_share_dc"]).map((figure) => ({
    figure,
    seller: figure.subject,
    customer: "hyperscalers",
  }));
  return [...orders, ...sales].flatMap(({ figure, seller, customer }) => {
    if (!figure.amount) return [];
    const { unit, amount: value, periodLabel: period, id, measure } = figure;
    const found = { subject: seller, of: customer, value, unit, period, tag: id };
    return [createResult("customerShare", found, { measure }, [id])];
  });
}
