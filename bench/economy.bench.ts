// Reading and accounting for the built-in economies.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { deriveCoefficients, readEconomy, reportValues, solveContent } from "../src/plan/index.ts";
import { fastest, report } from "./promise.ts";

const shelf = fileURLToPath(new URL("../../economies/", import.meta.url));
for (const id of ["us-2023", "us-2012"]) {
  const files = new Map(
    readdirSync(`${shelf}${id}`).map((name) => [name, readFileSync(`${shelf}${id}/${name}`, "utf8")]),
  );
  const economy = readEconomy(files).value;
  if (!economy) throw new Error(`${id} has errors.`);
  const { input, labour } = deriveCoefficients(economy);
  report({ what: `${id}: read and check`, found: fastest(() => readEconomy(files), 3), unit: "ms" });
  report({ what: `${id}: coefficients`, found: fastest(() => deriveCoefficients(economy), 3), unit: "ms" });
  report({
    what: `${id}: labour values, swept`,
    found: fastest(() => solveContent(input, labour), 5),
    unit: "ms",
    oracle: { name: "factored", found: fastest(() => solveContent(input, labour, { method: "dense" }), 3) },
  });
  report({
    what: `${id}: all of kreislauf values`,
    found: fastest(() => reportValues(economy), 3),
    unit: "ms",
  });
}
