import { array, assert, constantFrom, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { goOn, redo, startHistory, undo } from "./history.ts";

describe("history", () => {
  it("takes back and repeats", () => {
    const three = goOn(goOn(startHistory(1), 2), 3);
    expect(undo(three).present).toBe(2);
    expect(redo(undo(three))).toEqual(three);
    expect(undo(undo(undo(three))).present).toBe(1);
    expect(redo(three)).toEqual(three);
  });

  it("takes back a whole drag at once", () => {
    const dragged = goOn(goOn(goOn(startHistory(0), 1), 2, { merge: true }), 3, { merge: true });
    expect(dragged.present).toBe(3);
    expect(undo(dragged).present).toBe(0);
  });

  it("never loses the present", () => {
    assert(
      property(array(constantFrom("go", "undo", "redo")), (moves) => {
        let history = startHistory(0);
        let next = 0;
        for (const move of moves) {
          history = move === "go" ? goOn(history, ++next) : move === "undo" ? undo(history) : redo(history);
          const all = [...history.past, history.present, ...history.future];
          expect(all).toEqual([...all].sort((a, b) => a - b));
        }
      }),
    );
  });
});
