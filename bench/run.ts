// Runs the benchmarks, each in a process of its own so that one's memory is not another's: `npm run bench`, or by
// name `npm run bench -- loops`. Ends with 1 if a promise is broken.
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL(".", import.meta.url));
const wanted = process.argv.slice(2);
const known = readdirSync(folder)
  .filter((file) => file.endsWith(".bench.js"))
  .map((file) => file.slice(0, -".bench.js".length))
  .toSorted();
const unknown = wanted.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  console.error(`No benchmark is called ${unknown.join(", ")}; there are ${known.join(", ")}.`);
  process.exit(1);
}
let broken = 0;
for (const name of wanted.length > 0 ? wanted : known) {
  console.log(`\n— ${name}`);
  const { status } = spawnSync(process.execPath, ["--expose-gc", `${folder}${name}.bench.js`], {
    stdio: "inherit",
  });
  if (status !== 0) broken += 1;
}
console.log(`\n${broken === 0 ? "All promises hold." : `${broken} with a broken promise.`}`);
process.exit(broken === 0 ? 0 : 1);
