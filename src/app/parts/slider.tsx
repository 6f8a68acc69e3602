import type { JSX } from "preact";
import { useId, useRef } from "preact/hooks";
import { keptNumber } from "../state/address.ts";

export interface SliderProps {
  readonly label: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly step: number;
  /** Something else rules the value. */
  readonly isFixed?: boolean;
  /** The value in words, with its unit. */
  readonly words: string;
  /** What the ends mean, or where the range comes from. */
  readonly note?: string | JSX.Element | undefined;
  readonly ends?: readonly [string, string];
  /** `merge` is true for every step of a drag but the first, so that undo takes back the whole drag. */
  readonly onMove: (value: number, options: { readonly merge: boolean }) => void;
  /** When the slider is let go. */
  readonly onRelease?: () => void;
}

/** A labelled slider; its value stands beside the label and is read out with it. */
export function Slider(props: SliderProps): JSX.Element {
  const id = useId();
  const drag = useDrag();
  return (
    <div class="slider">
      <label for={id}>
        <span>{props.label}</span> <output for={id}>{props.words}</output>
      </label>
      <input
        id={id}
        type="range"
        min={props.low}
        max={props.high}
        step={props.step}
        value={props.value}
        disabled={props.isFixed}
        aria-valuetext={props.words}
        onInput={(event) => props.onMove(keptNumber(Number(event.currentTarget.value)), drag.move())}
        onChange={() => {
          drag.end();
          props.onRelease?.();
        }}
      />
      {props.ends && (
        <div class="ends quiet" aria-hidden="true">
          <span>{props.ends[0]}</span>
          <span>{props.ends[1]}</span>
        </div>
      )}
      {props.note && <p class="note quiet">{props.note}</p>}
    </div>
  );
}

/** Tells the first step of a drag from those that follow. */
function useDrag(): { readonly move: () => { readonly merge: boolean }; readonly end: () => void } {
  const dragging = useRef(false);
  return {
    move: () => {
      const merge = dragging.current;
      dragging.current = true;
      return { merge };
    },
    end: () => (dragging.current = false),
  };
}
