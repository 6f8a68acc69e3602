import { sideBySide as german } from "../../text/de/side-by-side.ts";
import { sideBySide as english } from "../../text/en/side-by-side.ts";
import type { Bilingual } from "../../text/language.ts";
import { formatNumber } from "../../text/number.ts";
import { fill } from "../../text/sentence.ts";
import { contentOf, valueLabour } from "../accounts/index.ts";
import type { Coefficients, Economy } from "../economy/economy.ts";
import { aiBuilding, boomBasket } from "./ai-building.ts";
import type { PlanDocument } from "./plan-document.ts";
import type { Item, Planning } from "./planning.ts";

/** What a boom takes in a year, as `resourcesOfYear` reads it from a run of the boom model. */
export interface BoomYear {
  readonly model: string;
  readonly year: number;
  readonly scenarios: readonly string[];
  readonly currency: string;
  readonly amounts: Readonly<Record<BoomResource, BoomAmount>>;
}

export type BoomResource =
  | "investment"
  | "compute"
  | "chips"
  | "electricity"
  | "operation"
  | "manufacture"
  | "water"
  | "scrap";

export interface BoomAmount {
  readonly value: number;
  readonly formula: string;
  readonly sources: readonly string[];
}

/** A number, or why there is none. */
export type Amount = { readonly value: number } | { readonly missing: Bilingual };

/** One resource: in the boom, used by the plan's own AI, in the whole economy today, and freed by the plan. */
export interface ResourceRow {
  readonly id: BoomResource | "hours" | "embodied";
  readonly name: Bilingual;
  readonly unit: Bilingual;
  readonly boom: Amount;
  readonly plan: Amount;
  readonly today: Amount;
  /** What the last year of the plan takes less than today; hours: of all who work in that year. */
  readonly freed: Amount;
  /** Boom against the whole economy, where both are numbers of the same thing. */
  readonly share: number | null;
  readonly formulas: {
    /** In variables and parameters of the boom model, or of the accounts. */
    readonly boom: string;
    readonly plan: string | null;
    readonly freed: string | null;
  };
  /** Evidence ids and words of the boom model; the economy, its sources and its assumptions. */
  readonly sources: readonly string[];
  /** What cannot be compared. */
  readonly note: Bilingual;
}

/** The same resources in a boom and in a plan. */
export interface SideBySide {
  readonly boom: Omit<BoomYear, "amounts">;
  readonly economy: PlanDocument["economy"];
  /** Why nothing can be compared; there are no rows then. */
  readonly refused: Bilingual | null;
  readonly rows: readonly ResourceRow[];
}

export interface SideBySideContext {
  readonly economy: Economy;
  readonly coefficients: Coefficients;
  readonly planning: Planning;
}

const hoursOfYear = 8760;
/** Where the boom can be a share of the economy: the same thing on both sides. */
const shared: ReadonlySet<ResourceRow["id"]> = new Set(["investment", "hours"]);

/**
 * Sets a year of the boom beside a plan, resource by resource. Hours and emissions of building are
 * `λ · d` and `e (I − A)⁻¹ · d`, with `d` the investment in the composition of computers and their buildings; the plan's
 * are those of what it builds. Units: million of currency, million hours, TWh, GW, Mt, million m³, each a year. Where
 * the data give no number, the reason stands in its place.
 */
export function compareWithBoom(
  context: SideBySideContext,
  document: PlanDocument,
  boom: BoomYear,
): SideBySide {
  const { amounts, ...about } = boom;
  const { economy } = context;
  const invented = economy.prices === "invented";
  return {
    boom: about,
    economy: document.economy,
    refused: invented ? both("missingInvented", { economy: economy.title }) : null,
    rows: invented ? [] : new Rows(context, document, { ...about, amounts }).all(),
  };
}

class Rows {
  private readonly context: SideBySideContext;
  private readonly document: PlanDocument;
  private readonly boom: BoomYear;
  private readonly basket: readonly Item[];
  private readonly hasComputers: boolean;
  /** What the plan builds for its computers in a year, by product. */
  private readonly building: readonly Item[] | Bilingual;
  private readonly sources: readonly string[];
  private readonly assumptions: string;

  constructor(context: SideBySideContext, document: PlanDocument, boom: BoomYear) {
    this.context = context;
    this.document = document;
    this.boom = boom;
    const { computers, basket } = boomBasket(context);
    this.basket = basket;
    this.hasComputers = computers.length > 0;
    const built = aiBuilding(computers, document);
    this.building = typeof built === "string" ? both(built) : built;
    const { id } = context.economy;
    this.assumptions = `${id}: planning.yaml`;
    this.sources = this.hasComputers ? [id, this.assumptions] : [id];
  }

  all(): readonly ResourceRow[] {
    const { chips, scrap } = this.boom.amounts;
    return [
      this.investment(),
      this.hours(),
      this.electricity(),
      this.compute(),
      this.row("chips", "unitChips", chips, {
        plan: both("missingChips"),
        today: both("missingChips"),
        freed: both("missingChips"),
      }),
      ...this.emissions(),
      this.water(),
      this.row("scrap", "unitScrap", scrap, {
        plan: both("missingScrap"),
        today: both("missingScrap"),
        freed: both("missingScrap"),
      }),
    ];
  }

  private investment(): ResourceRow {
    const { economy } = this.context;
    const { purposes, finalDemand } = economy;
    const today = finalDemand.value.reduce(
      (sum, cell, k) => (purposes[k % finalDemand.columns].kind === "investment" ? sum + cell : sum),
      0,
    );
    const amount = this.boom.amounts.investment;
    return this.row("investment", "unitMoney", amount, {
      boom: this.money(amount.value),
      plan: this.inPlan((items) => items.reduce((sum, item) => sum + item.amount, 0)),
      today,
      freed: both("missingMeans"),
      sources: this.sources,
      formulas: { plan: "Σ c · (K' − (1 − 1/n) · K)" },
    });
  }

  private hours(): ResourceRow {
    const { total } = valueLabour(this.context.coefficients);
    const { baseWeek, workingWeek, yearly, years } = this.document;
    const week = workingWeek[years - 1];
    const freed = yearly && (yearly.hours[years - 1] / week) * (baseWeek - week);
    return this.row("hours", "unitHours", this.boom.amounts.investment, {
      boom: this.ofInvestment(total),
      plan: this.inPlan((items) => dot(total, items)),
      today: this.context.economy.hours.reduce((sum, hours) => sum + hours, 0),
      freed:
        freed === undefined ? both("missingPlan") : Number.isFinite(freed) ? freed : both("missingPersons"),
      formulas: { boom: "λ · d, λ = l (I − A)⁻¹", plan: "λ · d", freed: "H / w · (w₀ − w)" },
      note: this.hasComputers ? "noteHours" : "noteHoursMix",
      sources: this.sources,
    });
  }

  private electricity(): ResourceRow {
    const amount = this.boom.amounts.electricity;
    const most = this.mostCompute();
    return this.row("electricity", "unitElectricity", amount, {
      plan: typeof most === "number" ? (most * hoursOfYear) / 1000 : most,
      today: both("missingElectricity"),
      sources: this.hasComputers ? [this.assumptions] : [],
      freed: both("missingElectricity"),
      formulas: { plan: "GW · 8.76" },
    });
  }

  private compute(): ResourceRow {
    const stock = this.computers();
    return this.row("compute", "unitCompute", this.boom.amounts.compute, {
      plan: this.mostCompute(),
      sources: stock ? [this.assumptions] : [],
      today: stock ? stock.initial : both("missingCompute"),
      freed: both("missingUse"),
    });
  }

  private emissions(): readonly ResourceRow[] {
    const { economy, coefficients } = this.context;
    const { operation, manufacture, investment } = this.boom.amounts;
    const { emissionsAccount: account, baseEmissions, emissions, yearly, years } = this.document;
    const isKilotonnes = account !== undefined && account.unit.startsWith("kt");
    const known = isKilotonnes && baseEmissions !== undefined;
    const direct = account && coefficients.accounts.get(account.id);
    const content =
      isKilotonnes && direct && contentOf(coefficients, direct).total.map((kilotonnes) => kilotonnes / 1000);
    const source = economy.accounts.find(({ id }) => id === account?.id)?.source;
    const sources = source === undefined ? [] : [`${economy.id}: ${source}`];
    return [
      this.row("operation", "unitMegatonnes", operation, {
        plan: this.orNoComputers("missingUtilities"),
        today: known ? baseEmissions / 1000 : both("missingAccount"),
        freed: !known
          ? both("missingAccount")
          : yearly
            ? (baseEmissions - emissions[years - 1]) / 1000
            : both("missingPlan"),
        formulas: { freed: "E₀ − E" },
        sources,
      }),
      this.row("embodied", "unitMegatonnes", investment, {
        boom: content ? this.ofInvestment(content) : both("missingAccount"),
        plan: content ? this.inPlan((items) => dot(content, items)) : both("missingAccount"),
        today: both("missingInRunning"),
        freed: both("missingInRunning"),
        formulas: { boom: "e (I − A)⁻¹ · d", plan: "e (I − A)⁻¹ · d" },
        sources,
      }),
      this.row("manufacture", "unitMegatonnes", manufacture, {
        plan: this.orNoComputers("missingCounted"),
        today: both("missingInRunning"),
        freed: both("missingInRunning"),
      }),
    ];
  }

  private water(): ResourceRow {
    const account = this.context.economy.accounts.find(({ id, unit }) => id === "water" && unit === "kt");
    const { yearly, years } = this.document;
    // A thousand tonnes of water are a thousand cubic metres.
    const today = account && account.total.reduce((sum, value) => sum + value, account.households) / 1000;
    const last = yearly && account && yearly.accounts[account.id][years - 1] / 1000;
    return this.row("water", "unitWater", this.boom.amounts.water, {
      plan: this.orNoComputers("missingWater"),
      today: today ?? both("missingAccount"),
      freed:
        today === undefined
          ? both("missingAccount")
          : last === undefined
            ? both("missingPlan")
            : today - last,
      formulas: { freed: "E₀ − E" },
      sources: account ? [`${this.context.economy.id}: ${account.source}`] : [],
    });
  }

  private row(
    id: ResourceRow["id"],
    unit: keyof typeof english,
    amount: BoomAmount,
    cells: {
      readonly boom?: number | Bilingual;
      readonly plan: number | Bilingual;
      readonly today: number | Bilingual;
      readonly freed: number | Bilingual;
      readonly formulas?: Partial<ResourceRow["formulas"]>;
      readonly note?: keyof typeof english;
      readonly sources?: readonly string[];
    },
  ): ResourceRow {
    const { currency, year: economyYear } = this.context.economy;
    const boom = cells.boom ?? amount.value;
    const { today } = cells;
    const isShare = typeof boom === "number" && typeof today === "number" && shared.has(id);
    const note = cells.note ?? (`note${id[0].toUpperCase()}${id.slice(1)}` as keyof typeof english);
    return {
      id,
      name: both(id),
      unit: both(unit, { currency }),
      boom: amountOf(boom),
      plan: amountOf(cells.plan),
      today: amountOf(today),
      freed: amountOf(cells.freed),
      share: isShare && today > 0 ? boom / today : null,
      formulas: { boom: amount.formula, plan: null, freed: null, ...cells.formulas },
      sources: [...amount.sources, ...(cells.sources ?? [])],
      note: both(note, { year: this.boom.year, economyYear }),
    };
  }

  /** An amount of the boom's money, where the accounts count in the same. */
  private money(amount: number): number | Bilingual {
    const { currency } = this.context.economy;
    const { currency: from } = this.boom;
    return from === currency ? amount : both("missingCurrency", { amount, from, currency });
  }

  /** What the boom's investment contains. */
  private ofInvestment(content: ArrayLike<number>): number | Bilingual {
    const { currency } = this.context.economy;
    const { currency: from, amounts } = this.boom;
    if (from !== currency) return both("missingNeedsMoney", { from, currency });
    const money = this.basket.reduce((sum, { amount }) => sum + amount, 0);
    return (dot(content, this.basket) / money) * amounts.investment.value;
  }

  private inPlan(of: (items: readonly Item[]) => number): number | Bilingual {
    return "en" in this.building ? this.building : of(this.building);
  }

  private orNoComputers(key: keyof typeof english): Bilingual {
    return both(this.hasComputers ? key : "missingCompute");
  }

  private computers(): Planning["stocks"][number] | undefined {
    return this.context.planning.stocks.find(({ unit }) => unit === "GW");
  }

  private mostCompute(): number | Bilingual {
    const stock = this.computers();
    if (!stock) return both("missingCompute");
    const { yearly } = this.document;
    return yearly ? Math.max(...yearly.stocks[stock.id]) : both("missingPlan");
  }
}

function dot(content: ArrayLike<number>, items: readonly Item[]): number {
  return items.reduce((sum, { product, amount }) => sum + content[product] * amount, 0);
}

function amountOf(cell: number | Bilingual): Amount {
  return typeof cell === "number" ? { value: cell } : { missing: cell };
}

function both(
  key: keyof typeof english,
  values: Readonly<Record<string, string | number | Bilingual>> = {},
): Bilingual {
  const inLanguage = (language: "de" | "en"): string => {
    const words = Object.entries(values).map(([name, value]) => [
      name,
      typeof value === "object"
        ? value[language]
        : name === "amount"
          ? formatNumber(Number(value), language)
          : value,
    ]);
    return fill(
      (language === "de" ? german : english)[key],
      Object.fromEntries(words) as Record<string, string | number>,
    );
  };
  return { de: inLanguage("de"), en: inLanguage("en") };
}
