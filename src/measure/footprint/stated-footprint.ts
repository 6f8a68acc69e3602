import type { Dossier } from "../../dossier/index.ts";
import type { Result } from "../measurement.ts";
import { createResult } from "../method.ts";

/** Dimensions of what the boom takes from nature, by the units figures of it come in. */
const physicalUnits = [
  "TWh",
  "MtCO2",
  "MtCO2e",
  "bn L",
  "m L/day",
  "Mt",
  "Mt/yr",
  "gCO2/kWh",
  "L/kWh",
  "acres",
  "kgCO2e",
];

/** Everything the sources state in units of electricity, carbon, water, waste and land, with bounds. */
export function measureStatedFootprint(view: Dossier): readonly Result[] {
  return view.figures
    .filter((figure) => figure.amount && physicalUnits.includes(figure.unit))
    .flatMap(({ subject, measure: of, amount, unit, periodLabel: period, id, status, origin }) =>
      amount
        ? [
            createResult(
              "footprintStated",
              { subject, of, value: amount, unit, period, tag: id },
              { status, origin },
              [id],
            ),
          ]
        : [],
    );
}
