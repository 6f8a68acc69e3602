import type { JSX } from "preact";
import { IntervalBar } from "../chart/index.ts";
import { formatNumber, formatShare } from "../text/index.ts";
import { Assumptions } from "./how-found.tsx";
import { Sourced, SourcedSentence } from "./links.tsx";
import { LeftOut } from "./left-out.tsx";
import type { Page, State } from "./subject.ts";

interface Props {
  readonly page: Page;
  readonly state: State;
}

export const circuitDefaults = { loops: 12, selfFinanced: 8 } as const;

/** The list of loops, the largest first, with what goes round in each. */
export function LoopsSection({ page, state }: Props): JSX.Element {
  const { circuit } = state.measurement;
  const { about } = circuit;
  const shown = circuit.loops.slice(0, circuitDefaults.loops);
  const most = Math.max(0, ...shown.map((loop) => loop.possible));
  const chain = (actors: readonly string[]): string =>
    [...actors, ...actors.slice(0, 1)].map(page.nameOf).join(" → ");
  if (shown.length === 0) {
    return (
      <div class={`state ${state.name}`}>
        <h3>{page.say("loopsNone")}</h3>
      </div>
    );
  }
  const single = circuit.loops.length === 1 && circuit.loopsComplete;
  return (
    <div class={`state ${state.name}`}>
      <h3>
        <SourcedSentence
          page={page}
          sentence={page.say(single ? "loopTitle" : "loopsTitle")}
          words={{ chain: chain(shown[0].actors) }}
          numbers={{
            count: [
              `${circuit.loops.length}${circuit.loopsComplete ? "" : "+"}`,
              circuit.about.loops.evidence,
            ],
          }}
        />
      </h3>
      <p>{page.say("loopsIntro")}</p>
      <IntervalTable
        page={page}
        head={[page.say("loop"), page.say("certain"), page.say("expected"), page.say("possible")]}
        rows={shown.map((loop) => ({
          label: chain(loop.actors),
          interval: loop,
          cells: [loop.certain, loop.expected, loop.possible].map((amount) =>
            page.money(amount, circuit.unit),
          ),
          evidence: loop.legs.flatMap(({ flows }) => flows),
        }))}
        most={most}
      />
      {circuit.loops.length > shown.length && (
        <p class="quiet more">{page.say("loopsMore", { count: circuit.loops.length - shown.length })}</p>
      )}
      <p>
        <SourcedSentence
          page={page}
          sentence={page.say("indices")}
          words={{}}
          numbers={{
            finn: [formatShare(circuit.finnCyclingIndex, page.language), about.finnCyclingIndex.evidence],
            kappa: [formatShare(circuit.loopShare, page.language), about.loopShare.evidence],
            incoherence: [formatNumber(circuit.incoherence, page.language, 2), about.incoherence.evidence],
            value: [page.money(circuit.circulation.value, circuit.unit), about.circulation.evidence],
            bound: [page.money(circuit.circulation.bound, circuit.unit), about.circulation.evidence],
          }}
        />
      </p>
      <Assumptions page={page} about={circuit.about.loops} />
      <LeftOut page={page} leftOut={circuit.leftOut} />
    </div>
  );
}

/** Revenue that actors pay for by their own financing. */
export function SelfFinancedSection({ page, state }: Props): JSX.Element {
  const { circuit } = state.measurement;
  const shown = circuit.selfFinanced
    .filter(({ outlays }) => outlays > 0)
    .slice(0, circuitDefaults.selfFinanced);
  const most = Math.max(0, ...shown.map(({ possible }) => possible));
  const focus = shown.find(({ actor }) => actor === page.dossier.focus) ?? shown[0];
  if (!focus) {
    return (
      <div class={`state ${state.name}`}>
        <h3>{page.say("selfFinancedNone")}</h3>
      </div>
    );
  }
  return (
    <div class={`state ${state.name}`}>
      <h3>
        <SourcedSentence
          page={page}
          sentence={page.say(most > 0 ? "selfFinancedTitle" : "selfFinancedNothing")}
          words={{ actor: page.nameOf(focus.actor) }}
          numbers={{
            possible: [page.money(focus.possible, circuit.unit), focus.evidence],
            revenue: [page.money(focus.revenue, circuit.unit), focus.evidence],
          }}
        />
      </h3>
      <p>{page.say("selfFinancedIntro")}</p>
      <IntervalTable
        page={page}
        head={[
          page.say("actor"),
          page.say("certain"),
          page.say("proportional"),
          page.say("possible"),
          page.say("outlays"),
          page.say("revenue"),
        ]}
        rows={shown.map((own) => ({
          label: page.nameOf(own.actor),
          interval: { certain: own.certain, expected: own.proportional, possible: own.possible },
          cells: [own.certain, own.proportional, own.possible, own.outlays, own.revenue].map((amount) =>
            page.money(amount, circuit.unit),
          ),
          evidence: own.evidence,
        }))}
        most={most}
      />
      <p class="quiet">
        {page.nameOf(focus.actor)}:{" "}
        <Sourced page={page} evidence={focus.evidence}>
          {page.money(focus.proportionalIfMoreOwnMoney, circuit.unit)}
        </Sourced>{" "}
        {page.say("ifMoreOwn")}.
      </p>
      <Assumptions page={page} about={focus} />
    </div>
  );
}

interface Row {
  readonly label: string;
  readonly interval: { readonly certain: number; readonly expected: number; readonly possible: number };
  readonly cells: readonly string[];
  readonly evidence: readonly string[];
}

/** A table whose rows carry a bar; on a narrow page each row is a block of its own. */
function IntervalTable(props: {
  readonly page: Page;
  readonly head: readonly string[];
  readonly rows: readonly Row[];
  readonly most: number;
}): JSX.Element {
  const { page, head, rows, most } = props;
  return (
    <table class="bars">
      <thead>
        <tr>
          {head.map((word, index) => (
            <th key={word} scope="col" class={index > 0 ? "r" : undefined}>
              {word}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.label}>
            <th scope="row">
              {row.label}
              <IntervalBar interval={row.interval} most={most} />
            </th>
            {row.cells.map((cell, index) => (
              <td key={index} class="r" data-label={head[index + 1]}>
                <Sourced page={page} evidence={row.evidence}>
                  {cell}
                </Sourced>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
