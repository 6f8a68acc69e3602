import { type FirstPage, prepareScreens, renderFirstPage } from "../app/first-page.tsx";
import { readAddress, writeAddress } from "../app/state/address.ts";
import { lookOf } from "../app/state/look.ts";
import { type Exhibit, isComputed } from "../app/share/exhibit.ts";
import { type AppState, defaults } from "../app/state/state.ts";
import type { DossierEntry } from "../app/view.ts";
import { type Measured, measureLook } from "../app/worker/measure-job.ts";
import type { PreparedModel } from "../app/worker/opened-models.ts";
import type { Planned } from "../app/worker/plan-order.ts";
import { type Dossier, writeDossier } from "../dossier/index.ts";
import type { Problem } from "../core/problem.ts";
import type { DeskAnswer } from "../jobs/desk.ts";
import { createProblem, languages } from "../text/index.ts";
import { sentFile, type SentFile } from "./app-files.ts";
import { Kept } from "./kept.ts";
import type { ExhibitJob } from "./pictures/exhibit-job.ts";
import { keepExhibits } from "./pictures/exhibits.ts";
import { picturesOf, type Refusal } from "./pictures/picture-pages.ts";

/** The pages of the app and the data they need, made from dossiers held in memory. */
export interface AppPages {
  /** Data of the app by path. */
  readonly data: ReadonlyMap<string, SentFile>;
  /** The page of an address of the app. */
  readonly page: (address: string) => Promise<SentFile>;
  /** The picture of an address as a page for frames of other pages. */
  readonly embed: (address: string) => Promise<PictureFile>;
  /** The picture of an address as an SVG file that names the address at an origin. */
  readonly picture: (address: string, origin: string) => Promise<PictureFile>;
  /** Makes the pages that most ask for first. */
  readonly warm: () => Promise<void>;
}

/** A picture ready to be sent, or why there is none; then `file` says so in words, as a page. */
export interface PictureFile {
  readonly file: SentFile;
  readonly refusal?: Pick<Refusal, "status" | "problems">;
}

/** A dossier and the texts that it was read from. */
export interface ServedDossier {
  readonly dossier: Dossier;
  readonly files: ReadonlyMap<string, string>;
}

/** What the build and the rooms prepare for the other verbs. */
export interface BuiltContent {
  readonly models?: readonly PreparedModel[];
  readonly plans?: ReadonlyMap<string, Planned>;
  /** Computes what a view shows, off the event loop. */
  readonly compute?: (job: ExhibitJob) => Promise<DeskAnswer<Exhibit>>;
}

const mostKept = 200;
/** Screens whose results take seconds to compute. */
const warmScreens = ["simulate", "who-pays", "model"] as const;

/** Prepares the pages; `template` is the `index.html` of the built app. The first dossier is the one shown first. */
export async function createAppPages(
  template: string,
  served: readonly ServedDossier[],
  { models = [], plans = new Map(), compute = () => Promise.resolve({ kind: "full" }) }: BuiltContent = {},
): Promise<AppPages> {
  await prepareScreens();
  const dossiers = served.map(({ dossier }) => dossier);
  const library = dossiers.map(({ id, title }): DossierEntry => ({ id, title, own: false }));
  const list = library.map(({ id, title }) => ({ id, title }));
  const data = new Map([
    ["/data/dossiers.json", sentFile(JSON.stringify(list), ".json")],
    ["/data/models.json", sentFile(JSON.stringify(models.map(({ name }) => name)), ".json")],
    ...models.map(
      (model) => [`/data/models/${model.name}.json`, sentFile(JSON.stringify(model), ".json")] as const,
    ),
    ...served.flatMap(({ dossier, files }) => [
      [`/data/${dossier.id}.json`, sentFile(writeDossier(dossier), ".json")] as const,
      [
        `/data/${dossier.id}.files.json`,
        sentFile(JSON.stringify(Object.fromEntries(files)), ".json"),
      ] as const,
    ]),
  ]);
  const pages = new Kept<SentFile>(mostKept);
  const measurements = new Kept<Measured>(mostKept);
  const measured = (dossier: Dossier, state: AppState): ReturnType<typeof measureLook> => {
    const look = lookOf(state);
    const key = JSON.stringify([dossier.id, look]);
    const known = measurements.get(key);
    if (known) return known;
    const result = measureLook(dossier, look);
    return result.measurement ? measurements.keep(key, result) : result;
  };
  const exhibits = keepExhibits(compute, plans);
  /** Results of a screen with nothing changed, if the server has what it is computed from. */
  const untouched = async (state: AppState): Promise<Exhibit | undefined> => {
    if (!isComputed(state) || state.screen === "plan" || !isServed(state.model)) return undefined;
    const { answer } = await exhibits.untouched(state);
    return answer.kind === "done" ? answer.result : undefined;
  };
  const isServed = (name: string): boolean =>
    models.some((model) => model.name === name || model.name.endsWith(`/${name}`));
  const firstPage = async (address: string): Promise<FirstPage> => {
    const { state, problems } = readAddress(address);
    const original = dossiers.find(({ id }) => id === state.dossier) ?? dossiers[0];
    const plain: AppState = { ...state, asOf: "", doubts: {} };
    const result = [state, plain].map((one) => measured(original, one)).find((one) => one.measurement);
    if (!result?.measurement) throw new Error(`${original.id} cannot be measured`);
    const planned = plans.get(state.economy);
    const exhibit = await untouched(state);
    return { state, original, measured: result, library, notices: problems, planned, exhibit };
  };
  /** The same for a picture, which shows what its address says or nothing. */
  const firstPicture = (state: AppState, notices: readonly Problem[]): FirstPage | Refusal => {
    const where = { file: "dossier", line: 0, column: 0 };
    const original = dossiers.find(({ id }) => id === state.dossier);
    if (!original) {
      const values = { name: state.dossier, known: dossiers.map(({ id }) => id).join(", ") };
      return { status: 404, problems: [createProblem("no-such-dossier", where, values)] };
    }
    const result = measured(original, state);
    if (!result.measurement) return { status: 422, problems: result.problems };
    return { state, original, measured: result, library, notices };
  };
  const pictures = picturesOf({ template, exhibits, first: firstPicture });
  /** Makes a picture once; what a link got wrong, and what could not be drawn, is not kept. */
  const kept = async (
    kind: "embed" | "svg",
    address: string,
    suffix: ".html" | ".svg",
    origin = "",
  ): Promise<PictureFile> => {
    const { state, problems } = readAddress(address);
    const key = `${kind} ${origin}${writeAddress(state)}`;
    const known = problems.length === 0 ? pages.get(key) : undefined;
    if (known) return { file: known };
    const answer = await pictures[kind](address, origin);
    if (answer.text === undefined) return { file: sentFile(answer.page, ".html"), refusal: answer };
    const file = sentFile(answer.text, suffix);
    return { file: problems.length === 0 ? pages.keep(key, file) : file };
  };
  const page = async (address: string): Promise<SentFile> => {
    const { state, problems } = readAddress(address);
    const key = `page ${writeAddress(state)}`;
    const known = problems.length === 0 ? pages.get(key) : undefined;
    if (known) return known;
    const first = await firstPage(address);
    const file = sentFile(renderFirstPage(template, first), ".html");
    const isWhole = first.exhibit !== undefined || !isComputed(state) || !isServed(state.model);
    return problems.length === 0 && isWhole ? pages.keep(key, file) : file;
  };
  return {
    data,
    page,
    embed: (address) => kept("embed", address, ".html"),
    picture: (address, origin) => kept("svg", address, ".svg", origin),
    warm: async () => {
      for (const language of languages) {
        for (const screen of warmScreens) await page(writeAddress({ ...defaults, language, screen }));
      }
    },
  };
}
