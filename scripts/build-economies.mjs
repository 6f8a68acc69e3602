// Makes the tables of economies/us-2023, us-2012 and de-2014 from folders of public source tables:
//   node scripts/build-economies.mjs <folder with us-2023-68, us-2012-411 and de-2014-56> [economy …]
// Where the source tables come from (repository, commit, licence) stands in economies/<id>/economy.yaml; the columns
// that are expected are the ones read below. economy.yaml itself is written by hand and is not touched.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const [source, ...wanted] = process.argv.slice(2);
if (source === undefined) {
  console.error("node scripts/build-economies.mjs <folder of source tables> [economy …]");
  process.exit(2);
}
const builders = { "us-2023": buildUs2023, "us-2012": buildUs2012, "de-2014": buildDe2014 };
for (const [id, build] of Object.entries(builders)) {
  if (wanted.length > 0 && !wanted.includes(id)) continue;
  for (const [name, rows] of Object.entries(build())) {
    const text = `${rows.map((row) => row.map(cell).join(",")).join("\n")}\n`;
    writeFileSync(`${root}economies/${id}/${name}.csv`, text);
    console.log(`economies/${id}/${name}.csv: ${rows.length - 1} rows`);
  }
}

function buildUs2023() {
  const folder = `${source}/us-2023-68`;
  const names = germanNames("us-2023");
  const hazard = byKey(readRecords(`${folder}/hazard_provisional.csv`), "code");
  const quality = { T: "table", C: "chart", I: "imputed" };
  const products = readRecords(`${folder}/commodities.csv`).map((r) => {
    const total = (column) => significant(Number(r[column]) * Number(r.output_musd), 7);
    return [
      r.code,
      r.name,
      names.get(r.code),
      r.imports_musd,
      ["Used", "Other"].includes(r.code) ? "no" : "yes",
      ...["ghg_kg", "water_withdrawal_kg", "land_m2yr", "energy_extracted_MJ", "nonrenewable_energy_MJ"].map(
        (column) => total(`${column}_per_usd`),
      ),
      ...["pm25eq_kg", "haz_waste_kg", "minerals_kg"].map((column) => total(`${column}_per_usd`)),
    ];
  });
  const sectors = readRecords(`${folder}/industries.csv`).map((r) => [
    r.code,
    r.name,
    names.get(r.code),
    r.output_musd,
    r.compensation_musd,
    r.taxes_musd,
    r.gos_musd,
    r.hours_million,
    r.persons_thousand,
    r.college_comp_share,
    r.net_capital_stock_musd,
    r.cfc_musd,
    r.labour_productivity_growth_2007_2023,
    hazard.get(r.code).recordable_cases_per_200000_hours,
    quality[hazard.get(r.code).quality],
  ]);
  return {
    products: [
      "code,name_en,name_de,imports,competitive,ghg,water,land,energy,nonrenewable,dust,waste,minerals".split(
        ",",
      ),
      ...products,
    ],
    sectors: [
      "code,name_en,name_de,output,compensation,taxes,surplus,hours,persons,college_share,capital,depreciation,productivity_growth,injuries,injuries_quality".split(
        ",",
      ),
      ...sectors,
    ],
    use: longPair(`${folder}/use.csv`, `${folder}/use_imports.csv`, "sector"),
    make: [["sector", "product", "total"], ...longCells(`${folder}/make.csv`)],
    "final-demand": longPair(
      `${folder}/final_demand.csv`,
      `${folder}/final_demand_imports.csv`,
      "purpose",
      (purpose) => purpose !== "F050",
    ),
    "capital-flow": [["product", "sector", "total"], ...longCells(`${folder}/capital_flow.csv`)],
  };
}

/**
 * In the source the industry tables (use columns, make rows, output, value added) stand in the order of the 411
 * industries of BEA's 2012 benchmark, but carry the codes of the 411 products in their order: from 331314 on they
 * are shifted. Capital, capital flow and satellites carry true codes. Four industries without a product of their
 * own join their sibling; the hours of each summary sector are spread anew by pay (the source spreads them by jobs per
 * dollar, which stand at the shifted codes and count public schools as private ones).
 */
function buildUs2012() {
  const folder = `${source}/us-2012-411`;
  const records = readRecords(`${folder}/sectors.csv`);
  const labels = records.map((r) => r.code);
  const without = labels.filter((code) => !["S00401", "S00402", "S00300", "S00900"].includes(code));
  const industries = without.flatMap((code) => {
    if (code === "331313") return ["331313", "331314"];
    if (code === "S00102") return ["S00101", "S00102"];
    if (code === "S00203") return ["S00201", "S00202", "S00203"];
    return [code];
  });
  const joined = { 331314: "331313", S00101: "S00102", S00201: "S00203", S00202: "S00203" };
  const industryOf = new Map(labels.map((label, place) => [label, industries[place]]));
  const sectorOf = (label) => joined[industryOf.get(label)] ?? industryOf.get(label);

  const money = ["industry_output_musd", "compensation_musd", "taxes_musd", "gos_musd"];
  const sums = new Map(without.map((code) => [code, money.map(() => 0)]));
  for (const r of records) money.forEach((column, k) => (sums.get(sectorOf(r.code))[k] += Number(r[column])));

  const byCode = byKey(records, "code");
  const groupHours = new Map();
  const groupPay = new Map();
  const pay = (code) => sums.get(code)[1];
  const add = (map, key, amount) => map.set(key, (map.get(key) ?? 0) + amount);
  for (const r of records) add(groupHours, r.summary_code, Number(r.hours_million));
  for (const code of without) add(groupPay, byCode.get(code).summary_code, pay(code));
  const hours = (code) => {
    const group = byCode.get(code).summary_code;
    return groupPay.get(group) === 0 ? 0 : (groupHours.get(group) * pay(code)) / groupPay.get(group);
  };

  const finalCells = readRecords(`${folder}/final_demand.csv`);
  const imports = new Map(finalCells.filter((r) => r.col === "F05000").map((r) => [r.row, -Number(r.musd)]));
  const satellites = ["ghg_kg", "water_withdrawal_kg", "land_m2yr", "energy_extracted_MJ"];
  const more = ["nonrenewable_energy_MJ", "pm25eq_kg", "haz_waste_kg", "minerals_kg"];
  const cells = (file, row, column) =>
    addUp(readRecords(file).map((r) => [row(r.row), column(r.col), r.musd]));
  const same = (code) => code;
  return {
    products: [
      "code,name_en,name_de,imports,competitive,ghg,water,land,energy,nonrenewable,dust,waste,minerals".split(
        ",",
      ),
      ...records.map((r) => [
        r.code,
        r.name,
        "",
        significant(imports.get(r.code) ?? 0, 7),
        ["S00401", "S00402", "S00300", "S00900"].includes(r.code) ? "no" : "yes",
        ...[...satellites, ...more].map((column) =>
          significant(Number(r[`${column}_per_usd`]) * Math.max(0, Number(r.commodity_output_musd)), 6),
        ),
      ]),
    ],
    sectors: [
      "code,name_en,name_de,output,compensation,taxes,surplus,hours,capital,depreciation".split(","),
      ...without.map((code) => [
        code,
        byCode.get(code).name,
        "",
        ...sums.get(code).map((amount) => significant(amount, 9)),
        significant(hours(code), 6),
        byCode.get(code).net_capital_stock_est_musd,
        byCode.get(code).cfc_musd,
      ]),
    ],
    use: [["product", "sector", "total"], ...cells(`${folder}/use.csv`, same, sectorOf)],
    make: [["sector", "product", "total"], ...cells(`${folder}/make.csv`, sectorOf, same)],
    "final-demand": [
      ["product", "purpose", "total"],
      ...finalCells.filter((r) => r.col !== "F05000").map((r) => [r.row, r.col, r.musd]),
    ],
    "capital-flow": [["product", "sector", "total"], ...cells(`${folder}/capital_flow.csv`, same, same)],
  };
}

/** Extraterritorial bodies (U) are all zero in the source and left out. */
function buildDe2014() {
  const folder = `${source}/de-2014-56`;
  const names = germanNames("de-2014");
  const records = readRecords(`${folder}/sectors.csv`).filter((r) => r.code !== "U");
  const domestic = new Map(longCells(`${folder}/use_domestic.csv`).map(([a, b, v]) => [`${a}|${b}`, v]));
  const imported = new Map(longCells(`${folder}/use_imports.csv`).map(([a, b, v]) => [`${a}|${b}`, v]));
  const purposes = ["CONS_h", "CONS_np", "CONS_g", "GFCF", "INVEN", "EXP"];
  const table = (columns) =>
    records.flatMap((r) =>
      columns.flatMap((column) => {
        const from = Number(imported.get(`${r.code}|${column}`) ?? 0);
        const total = Number(domestic.get(`${r.code}|${column}`) ?? 0) + from;
        return total === 0 && from === 0 ? [] : [[r.code, column, decimals(total, 2), decimals(from, 2)]];
      }),
    );
  const importsOf = (code) =>
    [...records.map((r) => r.code), ...purposes].reduce(
      (sum, column) => sum + Number(imported.get(`${code}|${column}`) ?? 0),
      0,
    );
  return {
    products: [
      ["code", "name_en", "name_de", "imports", "competitive"],
      ...records.map((r) => [r.code, r.name, names.get(r.code), decimals(importsOf(r.code), 2), "yes"]),
    ],
    sectors: [
      "code,name_en,name_de,output,compensation,taxes,surplus,margins,hours,persons,capital,co2".split(","),
      ...records.map((r) => [
        r.code,
        r.name,
        names.get(r.code),
        r.output_meur,
        r.compensation_meur,
        r.taxes_less_subsidies_products_meur,
        decimals(Number(r.value_added_meur) - Number(r.compensation_meur), 2),
        r.intl_transport_margins_meur,
        r.hours_total_million,
        r.persons_thousand,
        r.net_capital_stock_meur,
        r.co2_kt,
      ]),
    ],
    use: [["product", "sector", "total", "imported"], ...table(records.map((r) => r.code))],
    "final-demand": [["product", "purpose", "total", "imported"], ...table(purposes)],
  };
}

/** Cells that are not zero of a square table, as [row, column, value]. */
function longCells(file) {
  const [header, ...rows] = readRows(file);
  return rows.flatMap((row) =>
    row.slice(1).flatMap((value, k) => (Number(value) === 0 ? [] : [[row[0], header[k + 1], value]])),
  );
}

function longPair(totals, imports, column, keep = () => true) {
  const imported = new Map(longCells(imports).map(([a, b, value]) => [`${a}|${b}`, value]));
  const total = new Map(longCells(totals).map(([a, b, value]) => [`${a}|${b}`, value]));
  const keys = [...new Set([...total.keys(), ...imported.keys()])].map((key) => key.split("|"));
  return [
    ["product", column, "total", "imported"],
    ...keys
      .filter(([, b]) => keep(b))
      .map(([a, b]) => [a, b, total.get(`${a}|${b}`) ?? "0", imported.get(`${a}|${b}`) ?? "0"]),
  ];
}

function addUp(cells) {
  const sums = new Map();
  for (const [a, b, value] of cells) sums.set(`${a}|${b}`, (sums.get(`${a}|${b}`) ?? 0) + Number(value));
  return [...sums].map(([key, value]) => [...key.split("|"), significant(value, 8)]);
}

function germanNames(id) {
  return new Map(readRecords(`${root}scripts/economies/names-${id}.csv`).map((r) => [r.code, r.name_de]));
}

function readRecords(file) {
  const [header, ...rows] = readRows(file);
  return rows.map((row) => Object.fromEntries(header.map((name, k) => [name, row[k]])));
}

function readRows(file) {
  return readFileSync(file, "utf8")
    .split(/\r?\n/)
    .filter((line) => line !== "")
    .map((line) =>
      [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)]
        .slice(0, -1)
        .map((match) => match[1].replace(/^"|"$/g, "").replaceAll('""', '"')),
    );
}

function byKey(records, key) {
  return new Map(records.map((record) => [record[key], record]));
}

function significant(value, digits) {
  return String(Number(value.toPrecision(digits)));
}

function decimals(value, digits) {
  return String(Number(value.toFixed(digits)));
}

function cell(value) {
  return /[",\n]/.test(value) ? `"${String(value).replaceAll('"', '""')}"` : value;
}
