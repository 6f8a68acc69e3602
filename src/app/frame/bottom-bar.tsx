import type { JSX } from "preact";
import { engineVersion } from "../../core/version.ts";
import { formatNumber } from "../../text/index.ts";
import { useView } from "../view.ts";
import { appText } from "../words.ts";

/** What always has to be true and what one needs to get the same again. */
export function BottomBar(): JSX.Element {
  const { state, measured, busy, offline, ran } = useView();
  const { language } = state;
  const hint = ran ? (ran.columns === undefined ? "runHint" : "comparedHint") : "resultHint";
  return (
    <footer class="bottom">
      {ran ? (
        <span title={appText(language, "residualHint")}>
          {appText(language, "balance")} <b>{formatNumber(ran.residual, language, 2)}</b>{" "}
          <small>({appText(language, "residual", { residual: ran.residual.toExponential(0) })})</small>
        </span>
      ) : (
        <span title={appText(language, "balanceHint")}>
          {appText(language, "balance")}{" "}
          <b>
            {formatNumber(measured.balance, language, 2)} {measured.measurement.circuit.unit}
          </b>
        </span>
      )}
      <span>
        {appText(language, "seed")} <b>{ran?.seed ?? state.seed}</b>
      </span>
      {ran && (
        <span>
          {appText(language, "runs")} <b>{formatNumber(ran.runs, language)}</b>
        </span>
      )}
      <span>
        {appText(language, "version")} <b>{engineVersion}</b>
      </span>
      <span title={appText(language, hint)}>
        {appText(language, "result")} <code>{(ran ?? measured).hash.slice(0, 12) || "…"}</code>
      </span>
      <span role="status" class="state">
        {busy ? appText(language, "calculating") : offline ? appText(language, "offline") : ""}
      </span>
    </footer>
  );
}
