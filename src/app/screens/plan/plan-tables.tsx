import type { JSX } from "preact";
import { LevelBar, WeightBar } from "../../../chart/index.ts";
import { PlanWords } from "../../../plan/programme/plan-answer.ts";
import type { PlanDocument } from "../../../plan/programme/plan-document.ts";
import { needLevels, weeklyPrices, type WeeklyPrice } from "../../../plan/programme/plan-series.ts";
import { formatNumber, formatShare, type Language } from "../../../text/index.ts";
import { NumberTable } from "../../parts/number-table.tsx";
import { type PlanWord, say } from "./say.ts";

interface Shown {
  readonly document: PlanDocument;
  readonly language: Language;
}

/** What everybody gets of each need at the end, against the goal and today. */
export function NeedTable({ document, language }: Shown): JSX.Element {
  const needs = needLevels(document);
  const most = Math.max(...needs.flatMap(({ goal, reached }) => [goal, reached, 1])) * 1.02;
  const { yearly, years } = document;
  return (
    <section aria-labelledby="plan-needs">
      <h2 id="plan-needs">{say(language, "needsHeading", { year: years })}</h2>
      <table class="level-table">
        <thead>
          <tr>
            <th scope="col">{say(language, "need")}</th>
            <th scope="col" class="bar-cell">
              <span class="quiet">{say(language, "needsNote")}</span>
            </th>
            <th scope="col" class="r">
              {say(language, "goal")}
            </th>
            <th scope="col" class="r">
              {say(language, "reached")}
            </th>
          </tr>
        </thead>
        <tbody>
          {needs.map(({ id, name, goal, reached }) => (
            <tr key={id}>
              <th scope="row">{name[language]}</th>
              <td class="bar-cell">
                <LevelBar {...{ goal, reached, most }} />
              </td>
              <td class="r">{formatShare(goal, language)}</td>
              <td class="r">
                <b>{formatShare(reached, language)}</b>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <details>
        <summary>{say(language, "needsByYear")}</summary>
        <NumberTable
          label={say(language, "needsByYear")}
          heads={[say(language, "need"), ...document.workingWeek.map((_, index) => index + 1)]}
          rows={document.needs.map(({ id, name }) => [
            name[language],
            ...Array.from(yearly?.fulfilment[id] ?? [], (share) => formatShare(share, language)),
          ])}
        />
      </details>
    </section>
  );
}

const shownLimits = 8;

/** Limits that bind, ranked; goals bind always and stand apart in the table of prices. */
export function BindingTable({ document, language }: Shown): JSX.Element | null {
  const words = new PlanWords(document, language);
  const all = words.limits();
  const limits = all.filter((_, index) => !["target", "floor"].includes(document.binding[index].kind));
  if (limits.length === 0) return null;
  const most = Math.max(...limits.map(({ weight }) => weight));
  return (
    <section aria-labelledby="plan-binds">
      <h2 id="plan-binds">{say(language, "bindsHeading")}</h2>
      <table class="level-table">
        <thead>
          <tr>
            <th scope="col">{say(language, "limit")}</th>
            <th scope="col" class="bar-cell">
              {say(language, "weight")}
            </th>
            <th scope="col" class="r">
              {say(language, "inYears")}
            </th>
          </tr>
        </thead>
        <tbody>
          {limits.slice(0, shownLimits).map(({ text, years, weight }, index) => (
            <tr key={index}>
              <th scope="row">{text}</th>
              <td class="bar-cell">
                <WeightBar {...{ weight, most }} />
              </td>
              <td class="r">{years}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="quiet">{say(language, "bindsNote")}</p>
    </section>
  );
}

const priceWords = {
  target: "priceTarget",
  floor: "priceFloor",
  account: "priceEmissions",
  trade: "priceTrade",
  hazard: "priceHazard",
} as const satisfies Partial<Record<WeeklyPrice["kind"], PlanWord>>;

/** What one more unit of each limit and goal would bring or cost, as minutes of the week where hours are counted. */
export function PriceList({ document, language }: Shown): JSX.Element | null {
  const prices = weeklyPrices(document).toSorted(
    (a, b) =>
      Number(a.kind === "target") - Number(b.kind === "target") || Math.abs(b.minutes) - Math.abs(a.minutes),
  );
  const lines =
    prices.length > 0
      ? prices.flatMap(({ kind, subject, minutes }) => {
          if (kind === "week") return [];
          const saves = kind === "target" && minutes < 0;
          const size = Math.abs(minutes);
          const amount = say(language, "minutes", {
            minutes: formatNumber(size, language, size < 10 ? 1 : 0),
          });
          return [
            say(language, saves ? "priceTargetSaves" : priceWords[kind], {
              name: subject?.name[language] ?? "",
              amount,
            }),
          ];
        })
      : new PlanWords(document, language).prices();
  if (lines.length === 0) return null;
  return (
    <section aria-labelledby="plan-prices">
      <h2 id="plan-prices">{say(language, "pricesHeading")}</h2>
      <Lines lines={lines.slice(0, shownPrices)} />
      {lines.length > shownPrices && (
        <details>
          <summary>{say(language, "pricesMore", { count: lines.length - shownPrices })}</summary>
          <Lines lines={lines.slice(shownPrices)} />
        </details>
      )}
      <p class="quiet">{say(language, "pricesNote")}</p>
    </section>
  );
}

const shownPrices = 9;

function Lines({ lines }: { readonly lines: readonly string[] }): JSX.Element {
  return (
    <ul class="price-list">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

/** Direct hours, labour value and plan price of every product. */
export function ProductTable({ document, language }: Shown): JSX.Element {
  const heading = say(language, "productsHeading");
  return (
    <details class="products">
      <summary>{heading}</summary>
      <p class="quiet">{say(language, "productsNote", { currency: document.economy.currency })}</p>
      <NumberTable
        label={heading}
        heads={[
          say(language, "product"),
          say(language, "directHours"),
          say(language, "labourValue"),
          say(language, "planPrice"),
        ]}
        rows={document.prices.map(({ name, directHours, labourValue, planPrice }) => [
          name[language],
          ...[directHours, labourValue, planPrice].map((hours) => formatNumber(hours, language, 1)),
        ])}
      />
    </details>
  );
}
