import type { JSX } from "preact";
import { BandChart, type BandPoint } from "../../chart/index.ts";
import { formatMoney, formatShare } from "../../text/index.ts";
import { report as germanReport } from "../../text/de/report.ts";
import { report as englishReport } from "../../text/en/report.ts";
import { start as german } from "../../text/de/start.ts";
import { start as english } from "../../text/en/start.ts";
import { useJob } from "../parts/use-job.ts";
import { lookOf } from "../state/look.ts";
import { useView } from "../view.ts";
import { speaker } from "../words.ts";

const say = speaker(english, german);
const steps = 10;

/**
 * The fan beside the map: how self-financed revenue answers the slider. The span is not chance but what no table of
 * amounts can decide: whose dollar went where.
 */
export function ShareResponse(): JSX.Element {
  const view = useView();
  const { state, original, measured, page } = view;
  const { language, paidShare } = state;
  const look = { ...lookOf(state), paidShare: 1 };
  const { result } = useJob(
    { kind: "shares", dossier: original, look, steps },
    JSON.stringify([original.id, look]),
  );
  const words = language === "de" ? germanReport : englishReport;
  const actor = page.nameOf(page.dossier.focus);
  const own = measured.measurement.circuit.selfFinanced.find(
    ({ actor: candidate }) => candidate === page.dossier.focus,
  );
  // Until the whole answer is there, the point where the reader stands is known.
  const here: BandPoint = {
    x: paidShare,
    low: own?.certain ?? 0,
    middle: own?.proportional ?? 0,
    high: own?.possible ?? 0,
  };
  const points = result?.map(({ share, certain, expected, possible }): BandPoint => ({
    x: share,
    low: certain,
    middle: expected,
    high: possible,
  })) ?? [here];
  const money = (amount: number): string => formatMoney(amount, measured.measurement.circuit.unit, language);
  const title = say(language, "responseTitle", { actor });
  return (
    <figure class="response">
      <figcaption>{title}</figcaption>
      <BandChart
        points={points}
        at={paidShare}
        width={520}
        height={250}
        id="response"
        title={title}
        description={say(language, "finding", {
          share: formatShare(paidShare, language),
          actor,
          certain: money(here.low),
          expected: money(here.middle),
          possible: money(here.high),
        })}
        names={{ low: words.certain, middle: words.proportional, high: words.possible }}
        xTicks={[0, 0.25, 0.5, 0.75, 1]}
        xWords={(value) => formatShare(value, language)}
        yWords={money}
      />
      <p class="quiet axis-name">{say(language, "responseX")}</p>
    </figure>
  );
}
