import { mkdir, readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Problem, Where } from "../core/problem.ts";
import { type EnsemblePlan, shardKey } from "../simulate/ensemble/plan.ts";
import { writeWhole, WriteFailure } from "../store/whole-file.ts";
import { createProblem } from "../text/problem.ts";

/** Names of what an ensemble's folder holds. */
export const folderNames = { manifest: "ensemble.json", shards: "shards", summary: "summary.json" } as const;
const format = 1;

interface Manifest {
  readonly format: number;
  readonly plan: EnsemblePlan;
}

/**
 * Makes a folder ready for an ensemble, or says why not: it holds something else, another ensemble, or this one and nobody
 * asked to resume. Nothing is overwritten then. Throws `WriteFailure`.
 */
export async function openEnsembleFolder(
  folder: string,
  plan: EnsemblePlan,
  { resume }: { readonly resume: boolean },
): Promise<readonly Problem[]> {
  const where: Where = { file: folder, line: 0, column: 0 };
  const entries = await listFolder(folder);
  const known = await readManifest(folder);
  if (known !== undefined && known.format > format) {
    return [createProblem("newer-ensemble", where, { folder, format: known.format })];
  }
  const differences = known === undefined ? [] : compare(known.plan, plan);
  if (known !== undefined && differences.length > 0) {
    const values = { folder, model: known.plan.model, differences: differences.join(", ") };
    return [createProblem("other-ensemble", where, values)];
  }
  if (known === undefined) {
    const strange = entries.find((entry) => entry !== folderNames.shards && !entry.endsWith(".part"));
    if (strange !== undefined) return [createProblem("folder-not-empty", where, { folder, name: strange })];
    const foreign = await foreignShard(folder, plan);
    if (foreign !== undefined) return [createProblem("other-shards", where, { folder, name: foreign })];
  } else if (!resume) return [createProblem("ensemble-exists", where, { folder })];

  const shards = join(folder, folderNames.shards);
  try {
    await mkdir(shards, { recursive: true });
  } catch (cause) {
    throw new WriteFailure(shards, cause, 0);
  }
  await removeParts(folder);
  await removeParts(shards);
  const manifest: Manifest = { format, plan };
  await writeWhole(join(folder, folderNames.manifest), `${JSON.stringify(manifest, null, 2)}\n`);
  return [];
}

async function readManifest(folder: string): Promise<Manifest | undefined> {
  const text = await readFile(join(folder, folderNames.manifest), "utf8").catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    const { format: found, plan } = JSON.parse(text) as Partial<Manifest>;
    return typeof found === "number" && plan !== undefined ? { format: found, plan } : undefined;
  } catch {
    return undefined;
  }
}

/** What makes the shards of one plan useless for another; scenarios may be added, plain runs too. */
function compare(known: EnsemblePlan, plan: EnsemblePlan): readonly string[] {
  const aspects = {
    model: ({ model, modelHash }: EnsemblePlan) => [model, modelHash],
    version: ({ engineVersion }: EnsemblePlan) => engineVersion,
    "--set": ({ set }: EnsemblePlan) => Object.entries(set).sort(([a], [b]) => (a < b ? -1 : 1)),
    "--periods": ({ periods }: EnsemblePlan) => periods,
    "--seed": ({ seed }: EnsemblePlan) => seed,
    "--design": ({ design }: EnsemblePlan) => design.kind,
    "--runs": ({ design }: EnsemblePlan) => design,
    "--scenario": ({ scenarios }: EnsemblePlan) =>
      scenarios
        .filter(({ name }) =>
          [known, plan].every((each) => each.scenarios.some((other) => other.name === name)),
        )
        .map(({ name, hash }) => [name, hash])
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    "--output": ({ outcomes }: EnsemblePlan) => outcomes.map(({ name, text }) => [name, text]),
  };
  return Object.entries(aspects).flatMap(([name, of]) =>
    JSON.stringify(of(known)) === JSON.stringify(of(plan)) ? [] : [name],
  );
}

async function foreignShard(folder: string, plan: EnsemblePlan): Promise<string | undefined> {
  const keys = plan.scenarios.map((scenario) => shardKey(plan, scenario).slice(0, 16));
  const names = await listFolder(join(folder, folderNames.shards));
  return names.find((name) => name.endsWith(".shard") && !keys.some((key) => name.includes(`.${key}.`)));
}

/** What a process that was killed left half-written. */
async function removeParts(folder: string): Promise<void> {
  for (const name of await listFolder(folder)) {
    if (/^\..+\.[0-9a-f]{12}\.part$/.test(name)) await rm(join(folder, name), { force: true });
  }
}

async function listFolder(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw new WriteFailure(folder, error, 0);
  });
}
