import { hasErrors } from "../core/problem.ts";
import { checkIdentities, largestResidual, type Residual } from "../plan/economy/index.ts";
import { economy as german } from "../text/de/economy.ts";
import { economy as english } from "../text/en/economy.ts";
import { fill, formatNumber } from "../text/index.ts";
import { checkEconomyAt } from "./economy-argument.ts";
import { exitCode } from "./exit-code.ts";
import { alignColumns, CommandFailure, printProblems, say, type Terminal } from "./terminal.ts";

/** The part of `kreislauf check` for a folder with `economy.yaml`: problems, or the residuals of the identities. */
export async function checkEconomy(name: string, terminal: Terminal): Promise<void> {
  const { value, problems } = await checkEconomyAt(name);
  const errors = problems.filter(({ severity }) => severity === "error").length;
  if (problems.length > 0) {
    printProblems(terminal, problems);
    terminal.err(`${say(terminal, "checkedCount", { name, errors, warnings: problems.length - errors })}\n`);
  }
  if (hasErrors(problems) || !value) throw new CommandFailure(exitCode.problems, []);
  const text = terminal.language === "de" ? german : english;
  const number = (amount: number, decimals = 2): string => formatNumber(amount, terminal.language, decimals);
  const report = checkIdentities(value);
  const worst = (residuals: readonly Residual[]): string => {
    const one = largestResidual(residuals);
    return one ? fill(text.residual, { difference: number(one.difference), id: one.id }) : number(0);
  };
  const { left, right, difference } = report.domesticProduct;
  const rows = [
    [text.productRows, worst(report.products)],
    [text.sectorColumns, worst(report.sectors)],
    [text.makeRows, worst(report.makes)],
    [
      text.domesticProduct,
      fill(text.domesticProductValue, {
        income: number(left),
        expenditure: number(right),
        difference: number(difference),
      }),
    ],
    [text.radius, `${number(report.spectralRadius, 4)} · ${number(report.domesticSpectralRadius, 4)}`],
  ];
  const counts = { sectors: value.sectors.length, products: value.products.length, year: value.year };
  terminal.out(
    [
      fill(text.checkedFine, { name, ...counts }),
      fill(text.identities, { currency: value.currency }),
      alignColumns(rows.map((row) => ["", ...row])),
      "",
    ].join("\n"),
  );
}
