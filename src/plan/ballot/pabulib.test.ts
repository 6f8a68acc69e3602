import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toNumber } from "../../core/fraction.ts";
import { describeProblem } from "../../text/problem.ts";
import { readPabulib } from "./pabulib.ts";
import { writePabulib } from "./pabulib-text.ts";

const sound = `META
key;value
description;A small town
budget;100.50
vote_type;cumulative
num_projects;2
num_votes;2
PROJECTS
project_id;cost;name;category
bridge;90;"A bridge; wide";traffic
park;40;"The ""old"" park";
VOTES
voter_id;vote;points;age
1;bridge,park;3,2;40
2;park;5;
`;

function codes(text: string): readonly string[] {
  return readPabulib(text, { file: "x.pb" }).problems.map(
    ({ code, where, hint }) => `${where.line}:${where.column} ${code}${hint ? ` ~${hint}` : ""}`,
  );
}

describe("pabulib files", () => {
  it("are read with exact costs, points and further columns", () => {
    const { value, problems } = readPabulib(`\ufeff${sound.replaceAll("\n", "\r\n")}`, { file: "x.pb" });
    expect(problems).toEqual([]);
    expect(value?.title).toBe("A small town");
    expect(toNumber(value!.budget)).toBe(100.5);
    expect(value?.projects.map(({ name }) => name)).toEqual(["A bridge; wide", 'The "old" park']);
    expect(value?.projects[0].details).toEqual({ category: "traffic" });
    expect(value?.ballots[0].choices).toEqual([
      { project: 0, points: 3 },
      { project: 1, points: 2 },
    ]);
  });

  it("are written so that they read back equal", () => {
    const { value } = readPabulib(sound, { file: "x.pb" });
    expect(readPabulib(writePabulib(value!), { file: "x.pb" })).toEqual({ value, problems: [] });
  });

  it("give rankings Borda points", () => {
    const text = sound
      .replace("cumulative", "ordinal")
      .replace("voter_id;vote;points;age", "voter_id;vote;weight;age");
    expect(readPabulib(text, { file: "x.pb" }).value?.ballots[0].choices.map(({ points }) => points)).toEqual(
      [2, 1],
    );
  });

  it("cut in half are refused, wherever the cut is", () => {
    for (let length = 0; length < sound.length - 2; length++) {
      const { value, problems } = readPabulib(sound.slice(0, length), { file: "x.pb" });
      const lastCells = sound.slice(length).trim().length === 0;
      if (!lastCells && value) {
        // Only cells of the last line may be shorter; nothing else can be lost in silence.
        expect(sound.slice(length)).not.toContain("\n2;");
        expect(length).toBeGreaterThan(sound.indexOf("2;park;5"));
      } else if (!value) expect(problems.length).toBeGreaterThan(0);
    }
  });

  it("name every mistake at its place, in one go", () => {
    const broken = sound
      .replace("100.50", "0")
      .replace("cumulative", "aproval")
      .replace("park;40;", "park;40,5;")
      .replace("1;bridge,park;3,2", "1;brigde,park,park;3,x,1")
      .replace("2;park;5;", "1;park;5;");
    expect(codes(broken)).toEqual([
      "4:8 ballot-not-positive",
      "5:11 ballot-kind ~approval",
      "11:6 decimal-comma",
      "14:3 ballot-unknown-project ~bridge",
      "14:3 ballot-chosen-twice",
      "14:20 ballot-not-a-number",
      "15:1 doubled-id",
    ]);
    expect(codes("")).toEqual([
      "0:0 ballot-section-missing",
      "0:0 ballot-section-missing",
      "0:0 ballot-section-missing",
    ]);
    expect(codes(sound.replace("PROJECTS", "PROJEKTE"))).toContain("0:0 ballot-section-missing");
    expect(codes(sound.replace("num_votes;2", "num_votes;3"))).toEqual(["7:11 ballot-count"]);
    expect(codes(sound.replace("park;40;", "park;-4;"))).toEqual(["11:6 ballot-not-positive"]);
    expect(codes(sound.replace("project_id;cost", "project_id;price"))).toEqual(["9:1 missing-column"]);
    expect(codes(sound.replace("project_id;cost", "project;cost"))).toEqual(["9:1 missing-column"]);
    expect(codes(sound.replace("voter_id;vote;", "voter_id;voted;"))).toEqual(["13:1 missing-column"]);
    expect(codes(sound.replace("name;category", "name;name"))).toEqual(["9:22 doubled-column"]);
    expect(codes(sound.replace("park;40;", "park;"))).toEqual(["11:25 wrong-cell-count"]);
    expect(codes(sound.replaceAll(",", " ").replaceAll(";", ","))).toEqual(["2:1 table-delimiter"]);
    expect(codes(sound.replace(/budget;.*/, "budget"))).toEqual(["4:1 ballot-meta-value"]);
    expect(codes(sound.replace("budget;", 'budget;"'))).toEqual(["4:8 unclosed-quote"]);
    expect(codes(sound.replace('wide"', "wide"))).toEqual(["10:11 unclosed-quote"]);
    expect(codes(sound.replace(/project_id.*\n.*\n/, (text) => `${text}PROJECTS\n${text}`))).toEqual([
      "11:1 ballot-section-twice",
    ]);
  });

  it("speak German and English about every mistake", () => {
    const { problems } = readPabulib("x\nMETA\nkey;value\nbudget;-1\nvote_type\nPROJECTS\nVOTES", {
      file: "x.pb",
    });
    expect(problems.length).toBeGreaterThan(2);
    for (const problem of problems) {
      expect(describeProblem(problem, "de")).not.toMatch(/\{\w+\}/);
      expect(describeProblem(problem, "en")).not.toMatch(/\{\w+\}/);
    }
  });

  it("never break the reader: 100,000 mutated texts", () => {
    const alphabet = Array.from(';,"\n\r\u0000\ufeff\u202e{}[]METAPROJECTSVOTES0123456789.-xyä');
    const mutation = fc.tuple(fc.nat(), fc.nat({ max: 6 }), fc.constantFrom(...alphabet));
    fc.assert(
      fc.property(fc.array(mutation, { minLength: 1, maxLength: 4 }), (mutations) => {
        let text = sound;
        for (const [place, cut, letter] of mutations) {
          const at = place % (text.length + 1);
          text = text.slice(0, at) + letter + text.slice(at + cut);
        }
        const { value, problems } = readPabulib(text, { file: "x.pb" });
        return value !== undefined || problems.length > 0;
      }),
      { numRuns: 100_000 },
    );
  });
});
