import { renderEmbed, renderPicture } from "../app/embed.tsx";
import { stillDocument } from "../app/docs/docs-still.tsx";
import { type FirstPage, prepareScreens, renderFirstPage } from "../app/first-page.tsx";
import { readAddress, writeAddress } from "../app/state/address.ts";
import { lookOf } from "../app/state/look.ts";
import type { AppState } from "../app/state/state.ts";
import type { DossierEntry } from "../app/view.ts";
import { type Measured, measureLook } from "../app/worker/measure-job.ts";
import type { PreparedModel } from "../app/worker/opened-models.ts";
import type { Planned } from "../app/worker/plan-order.ts";
import { type Dossier, writeDossier } from "../dossier/index.ts";
import { sentFile, type SentFile } from "./app-files.ts";

/** The pages of the app and the data they need, made from dossiers held in memory. */
export interface AppPages {
  /** Data of the app by path. */
  readonly data: ReadonlyMap<string, SentFile>;
  /** The page of an address of the app. */
  readonly page: (address: string) => SentFile;
  /** The picture of an address for frames of other pages. */
  readonly embed: (address: string) => SentFile;
  /** The picture of an address as a file; undefined if there is nothing to draw. */
  readonly picture: (address: string) => SentFile | undefined;
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
  /** Texts of the documents by `<language>/<name>`. */
  readonly documents?: ReadonlyMap<string, string>;
}

const mostKept = 200;

/** Prepares the pages; `template` is the `index.html` of the built app. The first dossier is the one shown first. */
export async function createAppPages(
  template: string,
  served: readonly ServedDossier[],
  { models = [], plans = new Map(), documents = new Map() }: BuiltContent = {},
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
  const measured = (dossier: Dossier, state: AppState): Measured | undefined => {
    const look = lookOf(state);
    const key = JSON.stringify([dossier.id, look]);
    const known = measurements.get(key);
    if (known) return known;
    const result = measureLook(dossier, look);
    if (!result.measurement) return undefined;
    return measurements.keep(key, result);
  };
  const firstPage = (address: string): FirstPage => {
    const { state, problems } = readAddress(address);
    const original = dossiers.find(({ id }) => id === state.dossier) ?? dossiers[0];
    const plain: AppState = { ...state, asOf: "", doubts: {} };
    const result = measured(original, state) ?? measured(original, plain);
    if (!result) throw new Error(`${original.id} cannot be measured`);
    const planned = plans.get(state.economy);
    const document =
      state.screen === "docs" ? stillDocument(state.language, state.part, documents) : undefined;
    return { state, original, measured: result, library, notices: problems, planned, document };
  };
  /** Renders an address once; what a link got wrong is not kept. */
  const rendered = (
    kind: string,
    address: string,
    render: (first: FirstPage) => SentFile | undefined,
  ): SentFile | undefined => {
    const { state, problems } = readAddress(address);
    const key = `${kind} ${writeAddress(state)}`;
    const known = problems.length === 0 ? pages.get(key) : undefined;
    if (known) return known;
    const page = render(firstPage(address));
    return page && problems.length === 0 ? pages.keep(key, page) : page;
  };
  return {
    data,
    page: (address) =>
      rendered("page", address, (first) => sentFile(renderFirstPage(template, first), ".html"))!,
    embed: (address) =>
      rendered("embed", address, (first) => sentFile(renderEmbed(template, first), ".html"))!,
    picture: (address) =>
      rendered("picture", address, (first) => {
        const picture = renderPicture(first);
        return picture === undefined ? undefined : sentFile(picture, ".svg");
      }),
  };
}

/** The newest values by key, a limited number. */
class Kept<Value> {
  readonly #most: number;
  readonly #values = new Map<string, Value>();

  constructor(most: number) {
    this.#most = most;
  }

  get(key: string): Value | undefined {
    return this.#values.get(key);
  }

  keep(key: string, value: Value): Value {
    for (const oldest of this.#values.keys()) {
      if (this.#values.size < this.#most) break;
      this.#values.delete(oldest);
    }
    this.#values.set(key, value);
    return value;
  }
}
