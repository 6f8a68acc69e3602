import type { AddressInfo } from "node:net";
import { builtApp, readAppFiles } from "../server/app-files.ts";
import { createAppPages, type ServedDossier } from "../server/app-pages.ts";
import { builtPlans } from "../server/built-plans.ts";
import { availableParallelism } from "node:os";
import type { Dossier } from "../dossier/index.ts";
import type { ApiJob, ApiResult } from "../jobs/api-jobs.ts";
import { Desk } from "../jobs/desk.ts";
import { builtInDossiers, builtInEconomies, findBuiltIn, findEconomy, readFolder } from "../store/index.ts";
import type { Exhibit } from "../app/share/exhibit.ts";
import type { ExhibitJob, ExhibitSources } from "../server/pictures/exhibit-job.ts";
import { createServer } from "../server/server.ts";
import { createPages } from "../server/pages.ts";
import { createProblem } from "../text/index.ts";
import { openDossier, readingOptions } from "./dossier-argument.ts";
import { exitCode } from "./exit-code.ts";
import { preparedModels } from "./prepared-models.ts";
import { measureStates } from "./measure-states.ts";
import { wrongCall } from "./program.ts";
import { publishedSchemas } from "./published-schemas.ts";
import { CommandFailure, say, type Terminal } from "./terminal.ts";

/** How long open requests may take once the server is told to stop. */
export const serveDefaults = { drainMilliseconds: 10_000 } as const;

/** `kreislauf serve`: the page of a dossier until SIGTERM or SIGINT; open requests are finished first. */
export async function serve(
  name: string,
  options: Readonly<Record<string, string>>,
  terminal: Terminal,
): Promise<void> {
  const port = Number(options["port"]);
  if (!/^\d{1,5}$/.test(options["port"]) || port > 65_535) {
    throw wrongCall("bad-option-value", { option: "--port", value: options["port"], wanted: "0 … 65535" });
  }
  const host = options["host"];
  const dossier = await openDossier(name, terminal);
  const measurements = measureStates(dossier, readingOptions(options), terminal);
  const models = await preparedModels(dossier);
  const files = readAppFiles(builtApp);
  const schemas = publishedSchemas();
  const dossiers = await servedDossiers(name, dossier, terminal);
  const desk = openDesk();
  const economies = await servedEconomies();
  const drawing = openDrawingDesk({ models, economies });
  const pages = await createAppPages(files.get("/app/index.html")!.plain.toString(), dossiers, {
    models,
    plans: builtPlans(files),
    compute: (job) => drawing.run(job),
  });
  const server = createServer({
    pages: createPages({ dossier, measurements }),
    web: { files, pages },
    schemas,
    api: {
      dossiers: new Map(dossiers.map(({ dossier: { id }, files: texts }) => [id, Object.fromEntries(texts)])),
      models: new Map(models.map((model) => [model.name, model])),
      economies,
      measurementSchema: schemas["measurement"],
      run: (job) => desk.run(job),
    },
  });
  try {
    await server.listen({ port, host });
  } catch (error) {
    await Promise.all([desk.close(), drawing.close()]);
    throw listenFailure(error, host, port);
  }
  const { port: bound } = server.server.address() as AddressInfo;
  const address = `http://${host.includes(":") ? `[${host}]` : host}:${bound}/`;
  terminal.out(`${say(terminal, "serving", { dossier: name, address })}\n`);
  void pages.warm();
  await stopSignal();
  terminal.err(`${say(terminal, "stopping")}\n`);
  const late = setTimeout(() => server.server.closeAllConnections(), serveDefaults.drainMilliseconds);
  await server.close();
  await Promise.all([desk.close(), drawing.close()]);
  clearTimeout(late);
}

/** What docs/en/architecture.md promises of work that a request asks for. */
const limits = { waiting: 32, milliseconds: 10_000, megabytes: 256 } as const;

/** Threads for the API. */
function openDesk(): Desk<ApiJob, ApiResult> {
  return new Desk({
    workerFile: new URL("../jobs/api-worker.js", import.meta.url),
    threads: availableParallelism(),
    ...limits,
  });
}

/** Threads for pictures of states beside those of the API, so that neither holds up the other; the same limits. */
function openDrawingDesk(sources: ExhibitSources): Desk<ExhibitJob, Exhibit> {
  return new Desk({
    workerFile: new URL("../server/pictures/exhibit-worker.js", import.meta.url),
    workerData: sources,
    threads: Math.max(2, Math.floor(availableParallelism() / 2)),
    ...limits,
  });
}

/** The dossier that was asked for and the built-in ones beside it. */
async function servedDossiers(
  name: string,
  dossier: Dossier,
  terminal: Terminal,
): Promise<readonly ServedDossier[]> {
  const builtIn = await builtInDossiers();
  const names = [name, ...builtIn.filter((id) => id !== dossier.id)];
  return Promise.all(
    names.map(async (one) => ({
      dossier: one === name ? dossier : await openDossier(one, terminal),
      files: (await readFolder(builtIn.includes(one) ? findBuiltIn(one) : one)).files ?? new Map(),
    })),
  );
}

async function servedEconomies(): Promise<ReadonlyMap<string, Readonly<Record<string, string>>>> {
  const economies = new Map<string, Readonly<Record<string, string>>>();
  for (const name of await builtInEconomies()) {
    const { files } = await readFolder(findEconomy(name));
    if (files) economies.set(name, Object.fromEntries(files));
  }
  return economies;
}

function listenFailure(error: unknown, host: string, port: number): unknown {
  const { code } = error as NodeJS.ErrnoException;
  const reasons = {
    EADDRINUSE: "port-in-use",
    EACCES: "cannot-listen",
    EADDRNOTAVAIL: "cannot-listen",
    ENOTFOUND: "cannot-listen",
  } as const;
  const reason = Object.entries(reasons).find(([known]) => known === code)?.[1];
  if (!reason) return error;
  const where = { file: "kreislauf", line: 0, column: 0 };
  return new CommandFailure(exitCode.problems, [createProblem(reason, where, { host, port })]);
}

async function stopSignal(): Promise<void> {
  await new Promise<void>((resolve) => {
    const stop = (): void => {
      process.off("SIGTERM", stop);
      process.off("SIGINT", stop);
      resolve();
    };
    process.on("SIGTERM", stop);
    process.on("SIGINT", stop);
  });
}
