import { hasErrors, type Outcome, type Problem, sortProblems, type Where } from "../../core/problem.ts";
import { type LostCells, readTable, type Row, wholeTable } from "../../dossier/table.ts";
import { readYaml, type YamlReading } from "../../dossier/yaml-document.ts";
import { createProblem } from "../../text/problem.ts";
import { economyHeaderFile, economyTables, type EconomyTableName } from "./columns.ts";
import type { Account, Economy, Purpose, Table } from "./economy.ts";
import { checkBalance } from "./balance.ts";
import { type EconomyHeader, economyHeaderSchema } from "./header-schema.ts";
import { namesakeMake, spreadImports } from "./completion.ts";
import {
  type Axis,
  type CellTable,
  type Column,
  readCells,
  readColumn,
  readProducts,
  readQualities,
  readSectors,
} from "./read-rows.ts";

/** Files of an economy by path relative to its folder, as text. */
export type EconomyFiles = ReadonlyMap<string, string>;

const quantity: Column = { empty: "wrong", negative: false };
const money: Column = { empty: "wrong", negative: true };
const optionalMoney: Column = { empty: "zero", negative: true };
const perhaps: Column = { empty: "unknown", negative: false };

/**
 * Reads an economy from the texts of its files: `economy.yaml`, products, sectors, use, make, final-demand and
 * capital-flow. All problems of all files are found in one go and returned in file order; where the tables can be
 * read, the accounting identities are checked as well. The value is missing if a problem is an error.
 *
 * @example
 * import { readEconomy } from "kreislauf/plan";
 * readEconomy(new Map()).problems[0].code; // → "file-missing"
 */
export function readEconomy(files: EconomyFiles): Outcome<Economy> {
  const text = files.get(economyHeaderFile);
  if (text === undefined) return { value: undefined, problems: [missing(economyHeaderFile)] };
  return readEconomyTables(readYaml(economyHeaderFile, text, economyHeaderSchema), files);
}

/** The part of `readEconomy` after the header is read. */
export function readEconomyTables(head: YamlReading<EconomyHeader>, files: EconomyFiles): Outcome<Economy> {
  const problems: Problem[] = [...head.problems];
  if (head.value) checkHeader(head.value, head.where, problems);
  const accounts = head.value?.accounts ?? [];
  const columnsOf = (bearer: Account["bearer"]): readonly string[] =>
    accounts.filter((account) => account.bearer === bearer).map((account) => account.id);

  const lost = new Map<EconomyTableName, LostCells>();
  const present = (name: EconomyTableName): boolean => files.has(`${name}.csv`);
  const table = (name: EconomyTableName, more: readonly string[] = []): readonly Row[] => {
    const file = `${name}.csv`;
    const content = files.get(file);
    const { required, optional } = economyTables[name];
    if (content === undefined) {
      problems.push(missing(file));
      lost.set(name, wholeTable);
      return [];
    }
    const read = readTable(file, content, { required: [...required, ...more], optional });
    // Without a sound header nobody knows the columns of the accounts.
    const headless = head.value === undefined && (name === "products" || name === "sectors");
    problems.push(...read.problems.filter(({ code }) => !(headless && code === "unknown-column")));
    lost.set(name, read.lost);
    return read.rows;
  };

  const products = readProducts(table("products", columnsOf("products")), problems);
  const sectors = readSectors(table("sectors", columnsOf("sectors")), problems);
  const purposes = readPurposes(head.value);
  const product: Axis = { column: "product", place: products.place };
  const sector: Axis = { column: "sector", place: sectors.place };
  const purpose: Axis = { column: "purpose", place: new Map(purposes.map(({ id }, index) => [id, index])) };
  const cells = (name: EconomyTableName, axes: readonly [Axis, Axis]): CellTable => {
    const header = files.get(`${name}.csv`)?.split("\n", 1)[0] ?? "";
    return readCells(table(name), axes, { imported: /(^|,)\s*imported\s*(,|$)/.test(header) }, problems);
  };
  const imports = readColumn(products, "imports", money);
  const output = readColumn(sectors, "output", quantity);
  const read = {
    hours: readColumn(sectors, "hours", quantity),
    compensation: readColumn(sectors, "compensation", money),
    taxes: readColumn(sectors, "taxes", money),
    surplus: readColumn(sectors, "surplus", money),
    margins: readColumn(sectors, "margins", optionalMoney),
    persons: readColumn(sectors, "persons", perhaps),
    collegeShare: readColumn(sectors, "college_share", perhaps),
    capital: readColumn(sectors, "capital", perhaps),
    depreciation: readColumn(sectors, "depreciation", perhaps),
    productivityGrowth: readColumn(sectors, "productivity_growth", { empty: "unknown", negative: true }),
    injuries: readColumn(sectors, "injuries", perhaps),
    injuriesQuality: readQualities(sectors, "injuries_quality"),
    accounts: accounts.map((account): Account => ({
      ...account,
      total: readColumn(account.bearer === "products" ? products : sectors, account.id, quantity),
    })),
  };
  read.collegeShare.forEach((share, index) => {
    if (share > 1) {
      sectors.cells[index].wrong("college_share", "share-above-one", {
        column: "college_share",
        value: share,
      });
    }
  });
  const use = cells("use", [product, sector]);
  const final = cells("final-demand", [product, purpose]);
  const make: Table | undefined = present("make") ? cells("make", [sector, product]).total : undefined;
  const capitalFlow = present("capital-flow") ? cells("capital-flow", [product, sector]).total : undefined;

  const order = [economyHeaderFile, ...Object.keys(economyTables).map((name) => `${name}.csv`)];
  /** A name is not unknown if what would name it could not be read. */
  const follows = ({ code, values }: Problem): boolean => {
    if (code === "unknown-purpose") return head.value === undefined;
    const table =
      code === "unknown-product" ? "products" : code === "unknown-industry" ? "sectors" : undefined;
    return table !== undefined && (lost.get(table)?.mayHold("code", String(values["name"])) ?? false);
  };
  const refuse = (): Outcome<Economy> => ({
    value: undefined,
    problems: sortProblems(
      problems.filter((problem) => !follows(problem)),
      order,
    ),
  });
  if (!head.value || hasErrors(problems)) return refuse();
  const { id, title, summary, year, currency, prices, tolerance, licence, sources, reservations } =
    head.value;
  const spread = spreadImports(use, final, imports, purposes);
  const value: Economy = {
    id,
    title,
    summary,
    year,
    currency,
    prices,
    tolerance,
    licence,
    sources,
    reservations,
    ...read,
    products: products.items,
    sectors: sectors.items,
    purposes,
    imports,
    output,
    capitalFlow,
    use: use.total,
    useImported: spread.use,
    make: make ?? namesakeMake(sectors.items, products.place, output),
    finalDemand: final.total,
    finalDemandImported: spread.final,
  };
  problems.push(...checkBalance(value, { products: products.where, sectors: sectors.where }));
  return hasErrors(problems) ? refuse() : { value, problems: sortProblems(problems, order) };
}

function readPurposes(head: EconomyHeader | undefined): readonly Purpose[] {
  return (head?.purposes ?? []).map(({ id, kind, name, product_taxes }) => ({
    id,
    kind,
    name,
    productTaxes: product_taxes,
  }));
}

function checkHeader(
  head: EconomyHeader,
  where: (path: readonly PropertyKey[]) => Where,
  problems: Problem[],
): void {
  const sources = new Set(head.sources.map(({ id }) => id));
  head.accounts.forEach(({ source }, index) => {
    if (sources.has(source)) return;
    problems.push(createProblem("unknown-source", where(["accounts", index, "source"]), { source }));
  });
  for (const list of ["purposes", "accounts", "sources"] as const) {
    const first = new Map<string, number>();
    head[list].forEach(({ id }, index) => {
      const { line } = where([list, index]);
      const earlier = first.get(id);
      if (earlier === undefined) first.set(id, line);
      else problems.push(createProblem("doubled-id", where([list, index, "id"]), { id, line: earlier }));
    });
  }
}

function missing(file: string): Problem {
  return createProblem("file-missing", { file, line: 0, column: 0 }, { file });
}
