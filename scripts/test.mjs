// Everything that holds Kreislauf together, in order of cost: types, lint, format, then all tests. Closes with
// the line `N passed, N failed`.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const report = `${root}.cache/test-report.json`;
mkdirSync(`${root}.cache`, { recursive: true });
rmSync(report, { force: true });

let passed = 0;
let failed = 0;
const bin = (name) => `${root}node_modules/.bin/${name}`;
step("types", bin("tsc"), ["-p", "tsconfig.json"]);
step("types of the app", bin("tsc"), ["-p", "tsconfig.app.json"]);
step("lint", bin("oxlint"), ["--type-aware", "--deny-warnings"]);
step("format", bin("oxfmt"), ["--check", "."]);

console.log("\n— tests");
const run = spawnSync(
  bin("vitest"),
  ["run", "--reporter=default", "--reporter=json", `--outputFile=${report}`],
  {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
  },
);
try {
  const result = JSON.parse(readFileSync(report, "utf8"));
  passed += result.numPassedTests;
  failed +=
    result.numFailedTests +
    result.testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0)
      .length;
  if (run.status !== 0 && result.numFailedTests === 0) failed += 1;
} catch (error) {
  console.error(`The test run left no report: ${error.message}`);
  failed += 1;
}

console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 3 ? 0 : 1);

function step(name, command, args) {
  console.log(`\n— ${name}`);
  const { status } = spawnSync(command, args, { cwd: root, stdio: ["ignore", "inherit", "inherit"] });
  if (status === 0) passed += 1;
  else failed += 1;
}
