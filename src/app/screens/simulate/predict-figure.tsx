import type { ComponentChildren, JSX } from "preact";
import { useRef, useState } from "preact/hooks";
import { FanChart, type FanSeries, type PlacedFan, placeFan } from "../../../chart/index.ts";
import { type Fan, scorePrediction } from "../../../simulate/index.ts";
import { useView } from "../../view.ts";
import { drawTo } from "./drawn-line.ts";
import { say } from "./words.ts";

interface PredictFigureProps {
  readonly what: string;
  readonly series: FanSeries;
  readonly fan: Fan;
  readonly words: (value: number) => string;
  /** The chart while nobody guesses. */
  readonly children: ComponentChildren;
}

/** Lets the reader draw a line before the runs are shown, and then says how far off it was. */
export function PredictFigure(props: PredictFigureProps): JSX.Element {
  const { what, series, fan, words } = props;
  const { language } = useView().state;
  const [step, setStep] = useState<"off" | "drawing" | "revealed">("off");
  const [line, setLine] = useState<readonly number[]>([]);
  const start = (): void => {
    const from = fan.bands[(fan.bands.length - 1) / 2][0];
    setLine(series.dates.map((_, period) => (period === 0 ? from : NaN)));
    setStep("drawing");
  };
  if (step === "off") {
    return (
      <>
        {props.children}
        <p class="guess">
          <button type="button" onClick={start}>
            {say(language, "predict")}
          </button>
        </p>
      </>
    );
  }
  const placed = placeFan({ ...series, drawn: line });
  const title = say(language, "predictTitle", { what });
  if (step === "drawing") {
    return (
      <>
        <DrawingArea {...{ placed, title, words, line }} dates={series.dates} what={what} onDraw={setLine} />
        <p class="guess">
          <button type="button" onClick={() => setStep("revealed")}>
            {say(language, "reveal")}
          </button>{" "}
          <button type="button" onClick={() => setStep("off")}>
            {say(language, "predictEnd")}
          </button>
        </p>
      </>
    );
  }
  const { inside, count, gap } = scorePrediction(
    line.map((value, at) => (at === 0 ? NaN : value)),
    fan,
  );
  const score = say(language, "predictScore", { inside, count, gap: words(gap) });
  return (
    <>
      <FanChart
        {...{ placed, title }}
        id={`guess-${what.replace(/\W+/g, "-")}`}
        description={score}
        yWords={words}
      />
      <p class="finding" role="status">
        {count > 0 && score}
      </p>
      <p class="guess">
        <button type="button" onClick={start}>
          {say(language, "predictAgain")}
        </button>{" "}
        <button type="button" onClick={() => setStep("off")}>
          {say(language, "predictEnd")}
        </button>
      </p>
    </>
  );
}

interface DrawingAreaProps {
  readonly placed: PlacedFan;
  readonly title: string;
  readonly what: string;
  readonly dates: readonly string[];
  readonly line: readonly number[];
  readonly words: (value: number) => string;
  readonly onDraw: (line: readonly number[]) => void;
}

/** The empty chart under a pen: pointer or arrow keys. */
function DrawingArea(props: DrawingAreaProps): JSX.Element {
  const { placed, title, what, dates, line, words, onDraw } = props;
  const { language } = useView().state;
  const [cursor, setCursor] = useState(1);
  const pen = useRef<number>(undefined);
  const { width, height } = placed.shape;

  const point = (event: PointerEvent): void => {
    const box = (event.currentTarget as Element).getBoundingClientRect();
    const period = Math.max(1, placed.periodAt(((event.clientX - box.left) / box.width) * width));
    const value = placed.valueAt(((event.clientY - box.top) / box.height) * height);
    onDraw(drawTo(line, { from: pen.current ?? period, period, value }));
    pen.current = period;
    setCursor(period);
  };
  const key = (event: KeyboardEvent): void => {
    const span = placed.valueAt(placed.shape.top) - placed.valueAt(height - placed.shape.bottom);
    const moves: Readonly<Record<string, readonly [number, number]>> = {
      ArrowLeft: [-1, 0],
      ArrowRight: [1, 0],
      ArrowUp: [0, span / 25],
      ArrowDown: [0, -span / 25],
    };
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    const next = Math.min(dates.length - 1, Math.max(1, cursor + move[0]));
    // A step to the right carries the value along, so that a line grows under the keys.
    const before = Number.isNaN(line[cursor])
      ? line.findLast((value) => !Number.isNaN(value))!
      : line[cursor];
    const value = (move[0] !== 0 && !Number.isNaN(line[next]) ? line[next] : before) + move[1];
    onDraw(drawTo(line, { from: cursor, period: next, value }));
    setCursor(next);
  };
  return (
    <>
      <p class="quiet">{say(language, "predictHint")}</p>
      <div
        class="pen"
        tabIndex={0}
        role="slider"
        aria-label={say(language, "predictLabel", { what })}
        aria-valuemin={1}
        aria-valuemax={dates.length - 1}
        aria-valuenow={cursor}
        aria-valuetext={say(language, "predictAt", { date: dates[cursor], value: words(line[cursor]) })}
        onKeyDown={key}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          pen.current = undefined;
          point(event);
        }}
        onPointerMove={(event) => {
          if (event.buttons > 0) point(event);
        }}
      >
        <FanChart
          {...{ placed, title }}
          id="pen"
          description={say(language, "predictHint")}
          yWords={words}
          isHidden
        />
      </div>
    </>
  );
}
