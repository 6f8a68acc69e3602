import { expect, it } from "vitest";
import { readGuide, readOutcome, readQuestions } from "kreislauf/simulate";
import { readGuideText } from "kreislauf/store";
import { compileBoom } from "./boom.ts";

const model = compileBoom();
const { value: guide, problems } = readGuide("ki-boom.guide.yaml", (await readGuideText("ki-boom")) ?? "");
if (!guide) throw new Error(JSON.stringify(problems));

it("names only what the model has", () => {
  const parameters = new Map(model.system.parameters.map((parameter) => [parameter.name, parameter]));
  const scenarios = new Set(model.system.scenarios.map(({ name }) => name));
  for (const { name, low, high, also = {} } of guide.sliders) {
    const parameter = parameters.get(name);
    expect(parameter, name).toBeDefined();
    expect(low ?? parameter?.low, name).toBeDefined();
    expect(high ?? parameter?.high, name).toBeDefined();
    for (const other of Object.keys(also)) expect(parameters.has(other), other).toBe(true);
  }
  expect(readQuestions(guide, model).problems).toEqual([]);
  for (const { parameter, scenarios: chosen = [], ask } of guide.contrasts) {
    expect(parameters.has(parameter)).toBe(true);
    for (const scenario of chosen) expect(scenarios.has(scenario), scenario).toBe(true);
    expect(readOutcome(ask, model).problems).toEqual([]);
  }
  for (const policy of guide.policies) {
    for (const scenario of policy.scenarios) expect(scenarios.has(scenario), scenario).toBe(true);
  }
  expect(guide.graphs.map(({ id }) => id)).toContain(guide.first?.graph);
  expect(guide.sliders.map(({ name }) => name)).toContain(guide.first?.slider);
  expect(guide.outcomes.map(({ id }) => id)).toContain(guide.first?.outcome);
});

it("names rows of payments that the model has", () => {
  const rows = new Set(model.matrices.flows.rows.map(({ label, name }) => label.en || name));
  for (const { rows: named } of guide.incidence?.groups ?? []) {
    for (const row of named) expect(rows.has(row), row).toBe(true);
  }
});
