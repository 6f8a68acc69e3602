import { describe, expect, it } from "vitest";
import { liveChartsOf, readLiveChart } from "./live-chart.ts";
import { readMarkdown } from "./markdown.tsx";

describe("a live chart of a document", () => {
  it("names a state, what is drawn and what is moved", () => {
    const { chart, problems } = readLiveChart(
      "/de/simulate?scenario=stop&v=1\nshow: index, outcomes\nslider: M0",
    );
    expect(problems).toEqual([]);
    expect(chart).toMatchObject({
      kind: "run",
      state: { language: "de", scenarios: ["stop"] },
      show: ["index", "outcomes"],
      slider: "M0",
    });
    expect(readLiveChart("/en/plan/vote").chart).toMatchObject({ kind: "ballot", show: [], slider: "" });
  });

  it("is none if something in it is wrong, with all that is wrong", () => {
    const { chart, problems } = readLiveChart("/en/simulate?scenrio=stop&v=1\nshwo: index\nslider: M0");
    expect(chart).toBeUndefined();
    expect(problems.map(({ code, hint, where }) => [code, hint, where.line])).toEqual([
      ["address-parameter", "scenario", 0],
      ["address-parameter", "show", 2],
    ]);
    expect(readLiveChart("/en/docs").problems.map(({ code }) => code)).toEqual(["address-screen"]);
    expect(readLiveChart("").chart).toBeUndefined();
  });

  it("knows the model text above it", () => {
    const text = ["```kl", "old", "```", "```kl", "sector a", "```", "```console", "$", "```"];
    const charts = liveChartsOf(readMarkdown([...text, "```kreislauf", "/en/model", "```"].join("\n")));
    expect([...charts].map(([place, { chart, above }]) => [place, chart?.kind, above])).toEqual([
      [3, "text", "sector a"],
    ]);
  });
});
