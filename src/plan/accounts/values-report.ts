import { engineVersion } from "../../core/version.ts";
import type { Bilingual } from "../../text/language.ts";
import { checkIdentities, largestResidual, type Residual } from "../economy/identities.ts";
import { columnSums, deriveCoefficients } from "../economy/coefficients.ts";
import type { Economy } from "../economy/economy.ts";
import { bundleContent, contentOf, type ImportTreatment, knowsCapital } from "./content.ts";
import { footprints } from "./footprints.ts";
import { multiply } from "./multipliers.ts";
import { contentByPurpose } from "./purposes.ts";

/** One product in labour time: hours per 1,000 of currency, everything else embodied per million of currency. */
export interface ProductValue {
  readonly id: string;
  readonly name: Bilingual;
  /** Output of the year, million. */
  readonly output: number;
  readonly direct: number;
  readonly inputs: number;
  readonly capital: number;
  readonly value: number;
  /** By `injuries` (cases) or id of an account (its unit). */
  readonly embodied: Readonly<Record<string, number>>;
  /** Output at home that a unit of final demand sets going, and hours at home for an hour in the own sectors (type I). */
  readonly multipliers: { readonly output: number; readonly employment: number | null };
}

/** One purpose of final use: what is spent, the hours it contains and everything else, in units of the account. */
export interface PurposeContent {
  readonly id: string;
  readonly name: Bilingual;
  readonly spentMillion: number;
  readonly hoursMillion: number;
  readonly embodied: Readonly<Record<string, number>>;
}

/** What `kreislauf values --json` prints; its JSON Schema is `values`. */
export interface ValuesReport {
  readonly engine: string;
  readonly economy: Pick<Economy, "id" | "title" | "year" | "currency" | "prices" | "licence">;
  readonly method: {
    readonly imports: ImportTreatment;
    readonly fixedCapital: boolean;
    readonly formula: string;
    readonly source: string;
    /** Hours per 1,000 of imports; only for `exchange`. */
    readonly hoursPerImport: number | null;
  };
  readonly units: Readonly<Record<string, string>>;
  readonly totals: {
    readonly hoursMillion: number;
    readonly personsThousand: number | null;
    readonly outputMillion: number;
    /** Output-weighted mean of the labour values. */
    readonly meanValue: number;
  };
  readonly identities: {
    readonly products: Residual | null;
    readonly sectors: Residual | null;
    readonly makes: Residual | null;
    readonly domesticProduct: Residual;
    readonly spectralRadius: number;
    readonly domesticSpectralRadius: number;
  };
  readonly products: readonly ProductValue[];
  readonly purposes: readonly PurposeContent[];
  readonly reservations: Economy["reservations"];
  readonly sources: Economy["sources"];
}

export interface ValuesOptions {
  readonly imports?: ImportTreatment;
  /** Only so many products, those of the highest value. */
  readonly top?: number;
}

const perThousand = 1000;

/**
 * The accounts of an economy in labour time: labour values split by where the hours come in, and what else is
 * embodied, the highest value first. Fixed capital is counted where it is known.
 */
export function reportValues(
  economy: Economy,
  { imports = "as-made-here", top }: ValuesOptions = {},
): ValuesReport {
  const coefficients = deriveCoefficients(economy);
  const fixedCapital = knowsCapital(coefficients);
  const options = { imports, fixedCapital };
  const hours = contentOf(coefficients, coefficients.labour, options);
  const others = footprints(economy, coefficients, options).filter(({ id }) => id !== "hours");
  const spent = columnSums(economy.finalDemand);
  const hoursByPurpose = contentByPurpose(economy, hours);
  const othersByPurpose = others.map(
    (other) => [other.id, contentByPurpose(economy, other.content)] as const,
  );
  const multipliers = multiply(coefficients);
  const identities = checkIdentities(economy);
  const outputs = coefficients.output.reduce((sum, output) => sum + output, 0);
  const persons = economy.persons.reduce((sum, count) => sum + count, 0);
  const products = economy.products
    .map(({ id, name }, i): ProductValue => ({
      id,
      name,
      output: coefficients.output[i],
      direct: perThousand * hours.direct[i],
      inputs: perThousand * hours.inputs[i],
      capital: perThousand * hours.capital[i],
      value: perThousand * hours.total[i],
      embodied: Object.fromEntries(others.map((other) => [other.id, other.content.total[i]])),
      multipliers: {
        output: multipliers.output[i],
        employment: Number.isNaN(multipliers.employment[i]) ? null : multipliers.employment[i],
      },
    }))
    .filter(({ output }) => output > 0)
    .sort((a, b) => b.value - a.value);
  const { id, title, year, currency, prices, licence, reservations, sources } = economy;
  return {
    engine: engineVersion,
    economy: { id, title, year, currency, prices, licence },
    method: {
      imports,
      fixedCapital,
      formula: fixedCapital ? "λ = l + λ (A + D)" : "λ = l + λ A",
      source: "Pasinetti (1977), Lectures on the Theory of Production; Eurostat (2008), model B",
      hoursPerImport: hours.perImport === undefined ? null : perThousand * hours.perImport,
    },
    units: {
      hours: `hours per 1,000 ${currency}`,
      ...Object.fromEntries(others.map((other) => [other.id, `${other.unit} per million ${currency}`])),
    },
    totals: {
      hoursMillion: economy.hours.reduce((sum, amount) => sum + amount, 0),
      personsThousand: Number.isNaN(persons) ? null : persons,
      outputMillion: outputs,
      meanValue: (perThousand * bundleContent(hours.total, coefficients.output)) / outputs,
    },
    identities: {
      products: largestResidual(identities.products) ?? null,
      sectors: largestResidual(identities.sectors) ?? null,
      makes: largestResidual(identities.makes) ?? null,
      domesticProduct: identities.domesticProduct,
      spectralRadius: identities.spectralRadius,
      domesticSpectralRadius: identities.domesticSpectralRadius,
    },
    products: top === undefined ? products : products.slice(0, top),
    purposes: economy.purposes.map((purpose, i) => ({
      id: purpose.id,
      name: purpose.name,
      spentMillion: spent[i],
      hoursMillion: hoursByPurpose[i],
      embodied: Object.fromEntries(othersByPurpose.map(([account, amounts]) => [account, amounts[i]])),
    })),
    reservations,
    sources,
  };
}
