// A vote of 10,000 people on 100 projects, read from a .pb file and counted by every rule, in a second for all together:
// about ten approvals a ballot, popular projects in more of them, prices from 10,000 to 200,000 for half of all of them.
import { readPabulib, type TallyOptions, tally } from "../src/plan/index.ts";
import { fastest, report } from "./promise.ts";
import { randomNumbers } from "./random-network.ts";

const [voters, projects] = [10_000, 100];
const random = randomNumbers(7);
const costs = Array.from({ length: projects }, () => 10_000 + Math.floor(random() * 190_000));
const appeal = Array.from({ length: projects }, () => 0.02 + 0.16 * random());
const budget = Math.floor(costs.reduce((sum, cost) => sum + cost, 0) / 2);
const ballots = Array.from({ length: voters }, (_, voter) => {
  const wanted = appeal.flatMap((share, project) => (random() < share ? [project] : []));
  return `${voter};${(wanted.length > 0 ? wanted : [0]).join(",")}`;
});
const text = `META
key;value
description;synthetic
num_projects;${projects}
num_votes;${voters}
budget;${budget}
vote_type;approval
rule;greedy
PROJECTS
project_id;cost
${costs.map((cost, project) => `${project};${cost}`).join("\n")}
VOTES
voter_id;vote
${ballots.join("\n")}
`;
const { value: election, problems } = readPabulib(text, { file: "synthetic.pb" });
if (!election) throw new Error(problems.map(({ code }) => code).join(", "));
const rules: readonly TallyOptions[] = [
  { rule: "mes" },
  { rule: "mes", utility: "cardinality" },
  { rule: "phragmen" },
  { rule: "greedy" },
];
const given = election;
report({ what: "reading", found: fastest(() => readPabulib(text, { file: "synthetic.pb" }), 3), unit: "ms" });
for (const options of rules) {
  const what = [options.rule, options.utility].filter(Boolean).join(", ");
  report({ what, found: fastest(() => tally(given, options), 3), unit: "ms" });
}
report({
  what: "10,000 voters × 100 projects: reading and every rule",
  found: fastest(() => {
    const read = readPabulib(text, { file: "synthetic.pb" }).value;
    return read && (["mes", "phragmen", "greedy"] as const).map((rule) => tally(read, { rule }));
  }, 3),
  unit: "ms",
  budget: 1000,
});
