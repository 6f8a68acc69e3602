import { describe, expect, it } from "vitest";
import { Latest } from "./latest.ts";

function gate(): {
  readonly run: (request: number) => Promise<number>;
  readonly open: () => void;
  readonly seen: number[];
} {
  const seen: number[] = [];
  const waiting: (() => void)[] = [];
  return {
    seen,
    run: (request) => {
      seen.push(request);
      return new Promise((resolve) => waiting.push(() => resolve(request * 10)));
    },
    open: () => waiting.shift()?.(),
  };
}

describe("the newest request", () => {
  it("runs at once, and then only the last of those that came meanwhile", async () => {
    const { run, open, seen } = gate();
    const latest = new Latest(run);
    const answers = [1, 2, 3, 4].map((request) => latest.request(request));
    expect(await answers[1]).toEqual({ kind: "superseded" });
    expect(await answers[2]).toEqual({ kind: "superseded" });
    open();
    expect(await answers[0]).toEqual({ kind: "done", result: 10 });
    await Promise.resolve();
    open();
    expect(await answers[3]).toEqual({ kind: "done", result: 40 });
    expect(seen).toEqual([1, 4]);
  });

  it("tells a failure to its caller and goes on", async () => {
    const latest = new Latest((request: number) =>
      request === 1 ? Promise.reject(new Error("no")) : Promise.resolve(request),
    );
    await expect(latest.request(1)).rejects.toThrow("no");
    expect(await latest.request(2)).toEqual({ kind: "done", result: 2 });
  });
});
