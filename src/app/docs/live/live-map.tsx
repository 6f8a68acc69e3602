import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Dossier } from "../../../dossier/index.ts";
import { start as german } from "../../../text/de/start.ts";
import { start as english } from "../../../text/en/start.ts";
import { formatMoney, formatShare } from "../../../text/index.ts";
import { createProblem } from "../../../text/problem.ts";
import { pageOf } from "../../page.ts";
import { MapFigure, seriesOf } from "../../parts/map-figure.tsx";
import { RibbonTable } from "../../parts/ribbon-table.tsx";
import { Slider } from "../../parts/slider.tsx";
import { useJob } from "../../parts/use-job.ts";
import { sourceLine } from "../../share/picture.tsx";
import { lookOf } from "../../state/look.ts";
import { useView, type View, ViewContext } from "../../view.ts";
import { appText, speaker } from "../../words.ts";
import { dossierAt } from "../../worker/measure-job.ts";
import type { LiveProps } from "./live-block.tsx";

const sayStart = speaker(english, german);
const firms = 8;

/** The loop map, moved by the share of announced money that is really paid (`slider: paid-share`). */
export function LiveMap({ chart }: LiveProps): JSX.Element {
  const view = useView();
  const { state } = view;
  const [original, setOriginal] = useState<Dossier>();
  useEffect(() => {
    view.openDossier(state.dossier).then(setOriginal, () => {
      view.notify([createProblem("server-gone", { file: "", line: 0, column: 0 })]);
    });
  }, [state.dossier]);
  const look = lookOf(state);
  const { result: measured } = useJob(
    original && { kind: "measure", dossier: original, look },
    JSON.stringify([original?.id, look]),
  );
  if (!original || !measured?.measurement) {
    return <p class="quiet">{appText(state.language, "calculating")}</p>;
  }
  const dossier = dossierAt(original, look);
  const page = pageOf(dossier, measured, state, view.href);
  const shown: View = { ...view, original, dossier, measured, page };
  return (
    <ViewContext.Provider value={shown}>
      <PaidMap isMovable={chart.slider === "paid-share"} />
    </ViewContext.Provider>
  );
}

function PaidMap({ isMovable }: { readonly isMovable: boolean }): JSX.Element {
  const view = useView();
  const { state, measured, page, dossier } = view;
  const { language, paidShare } = state;
  const { circuit } = measured.measurement;
  const own = circuit.selfFinanced.find(({ actor }) => actor === dossier.focus);
  const money = (amount: number): string => formatMoney(amount, circuit.unit, language);
  const share = formatShare(paidShare, language);
  const series = seriesOf(view, firms);
  return (
    <>
      {isMovable && (
        <Slider
          label={sayStart(language, "slider")}
          value={Math.round(paidShare * 100)}
          low={0}
          high={100}
          step={1}
          words={share}
          ends={[sayStart(language, "none"), sayStart(language, "all")]}
          onMove={(percent, options) => view.change({ paidShare: percent / 100 }, options)}
        />
      )}
      <p class="finding" role="status">
        {sayStart(language, "finding", {
          share,
          actor: page.nameOf(dossier.focus),
          certain: money(own?.certain ?? 0),
          expected: money(own?.proportional ?? 0),
          possible: money(own?.possible ?? 0),
        })}
      </p>
      <MapFigure series={series} id="live-map">
        {sourceLine(view, "")}
      </MapFigure>
      <RibbonTable series={series} />
    </>
  );
}
