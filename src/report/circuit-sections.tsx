import type { JSX } from "preact";
import { IntervalBar } from "../chart/index.ts";
import { formatNumber, formatShare } from "../text/index.ts";
import { HowFound } from "./how-found.tsx";
import { EvidenceList, Sourced } from "./links.tsx";
import { idOf } from "./map-section.tsx";
import type { Page, State } from "./subject.ts";

interface Props {
  readonly page: Page;
  readonly state: State;
}

export const circuitDefaults = { loops: 12, selfFinanced: 8 } as const;

/** The list of loops, the largest first, with what goes round in each. */
export function LoopsSection({ page, state }: Props): JSX.Element {
  const { circuit } = state.measurement;
  const shown = circuit.loops.slice(0, circuitDefaults.loops);
  const most = Math.max(0, ...shown.map((loop) => loop.possible));
  const chain = (actors: readonly string[]): string =>
    [...actors, ...actors.slice(0, 1)].map(page.nameOf).join(" → ");
  const id = `${idOf(state)}-loop`;
  if (shown.length === 0) {
    return (
      <div class={`state ${state.name}`}>
        <h3>{page.say("loopsNone")}</h3>
      </div>
    );
  }
  return (
    <div class={`state ${state.name}`}>
      <h3>
        {page.say("loopsTitle", {
          count: `${circuit.loops.length}${circuit.loopsComplete ? "" : "+"}`,
          chain: chain(shown[0].actors),
        })}
      </h3>
      <p>{page.say("loopsIntro")}</p>
      <IntervalTable
        page={page}
        head={[page.say("loop"), page.say("certain"), page.say("expected"), page.say("possible")]}
        rows={shown.map((loop, index) => ({
          id: `${id}${index}`,
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
        <p class="quiet">{page.say("loopsMore", { count: circuit.loops.length - shown.length })}</p>
      )}
      <p>
        {page.say("indices", {
          finn: formatShare(circuit.finnCyclingIndex, page.language),
          kappa: formatShare(circuit.loopShare, page.language),
          incoherence: formatNumber(circuit.incoherence, page.language, 2),
          value: page.money(circuit.circulation.value, circuit.unit),
          bound: page.money(circuit.circulation.bound, circuit.unit),
        })}
      </p>
      <HowFound page={page} about={circuit.about.loops} id={`${id}-how`} />
      <p class="quiet">{page.say("leftOut", { count: circuit.leftOut.length })}</p>
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
  const id = `${idOf(state)}-own`;
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
        {page.say("selfFinancedTitle", {
          actor: page.nameOf(focus.actor),
          possible: page.money(focus.possible, circuit.unit),
          revenue: page.money(focus.revenue, circuit.unit),
        })}
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
          id: `${id}-${own.actor}`,
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
        {page.nameOf(focus.actor)}: {page.money(focus.proportionalIfMoreOwnMoney, circuit.unit)}{" "}
        {page.say("ifMoreOwn")}.
      </p>
      <HowFound page={page} about={focus} id={`${id}-how`} />
    </div>
  );
}

interface Row {
  readonly id: string;
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
          <tr key={row.id}>
            <th scope="row">
              {row.label}
              <IntervalBar interval={row.interval} most={most} id={`${row.id}-h`} />
              <EvidenceList page={page} evidence={row.evidence} id={row.id} />
            </th>
            {row.cells.map((cell, index) => (
              <td key={index} class="r" data-label={head[index + 1]}>
                <Sourced page={page} evidence={row.evidence} list={row.id}>
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
