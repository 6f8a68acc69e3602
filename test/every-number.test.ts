import { beforeAll, describe, expect, it } from "vitest";
import { languages } from "kreislauf/text";
import { renderReport } from "kreislauf/report";
import { measuredDossier } from "./fixture/ki-2025.ts";

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly parent: Element | undefined;
  readonly children: (Element | string)[];
}

const empty = new Set(["meta", "link", "input", "br", "hr", "img"]);

/** The page as a tree; `renderReport` closes every tag. */
function parse(html: string): Element {
  const root: Element = { name: "", attributes: {}, parent: undefined, children: [] };
  let open = root;
  const text = html.replace(/<style>[\s\S]*?<\/style>/g, "").replace("<!doctype html>", "");
  for (const [, closing, name, rest, words] of text.matchAll(
    /<(\/?)([a-zA-Z][\w-]*)((?:"[^"]*"|[^>"])*)>|([^<]+)/g,
  )) {
    if (words !== undefined) open.children.push(words);
    else if (closing) open = open.parent ?? root;
    else {
      const attributes = Object.fromEntries(
        [...rest.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, a, b]) => [a, b]),
      );
      const element: Element = { name, attributes, parent: open, children: [] };
      open.children.push(element);
      if (!empty.has(name) && !rest.endsWith("/")) open = element;
    }
  }
  return root;
}

function* elementsOf(element: Element): Generator<Element> {
  yield element;
  for (const child of element.children) if (typeof child !== "string") yield* elementsOf(child);
}

function* ancestorsOf(element: Element): Generator<Element> {
  for (let at: Element | undefined = element; at; at = at.parent) yield at;
}

const hasClass = (element: Element, name: string): boolean =>
  (element.attributes["class"] ?? "").split(" ").includes(name);

/**
 * Where a digit is no number that is measured: dates beside a value, years on an axis, the digits of a heading that
 * counts the list below it, methods and objections in general words, options, formulas and steps of a walk.
 */
const labels: readonly ((element: Element) => boolean)[] = [
  (element) => ["title", "desc", "h1"].includes(element.name),
  (element) => hasClass(element, "steps") || hasClass(element, "tick") || hasClass(element, "switches"),
  (element) => hasClass(element, "against") || hasClass(element, "kicker"),
  // The list of sources is where everything leads; headings of the lists count what stands below them.
  (element) => element.attributes["id"] === "sources",
  (element) => element.name === "h3" && ["ties", "figures"].includes(element.parent?.attributes["id"] ?? ""),
  // Amounts written on ribbons let clicks through to the ribbon, which is a link.
  (element) => hasClass(element, "amounts"),
  (element) => hasClass(element, "more") || hasClass(element, "note"),
  (element) => element.name === "details" && element.parent !== undefined && !hasClass(element, "state"),
];

/**
 * What counts as beside a number: its row, item or sentence; of a heading that states a claim the claim; of a drawing the
 * card, whose list has the same numbers.
 */
const isBlock = (element: Element): boolean =>
  ["tr", "li", "dd", "p", "h3"].includes(element.name) || hasClass(element, "card");

interface Finding {
  readonly text: string;
  readonly why: string;
}

/** Every text with a digit in the main part that no link explains, and every link whose target names no source. */
function unexplained(html: string): { readonly texts: readonly Finding[]; readonly numbers: number } {
  const root = parse(html);
  const everything = [...elementsOf(root)];
  const byId = new Map(everything.map((element) => [element.attributes["id"] ?? "", element]));
  const main = everything.find(({ name }) => name === "main")!;
  const sourceLinks = new Map<Element, boolean>();
  const namesSource = (element: Element): boolean => {
    let known = sourceLinks.get(element);
    if (known === undefined) {
      known = [...elementsOf(element)].some(
        ({ name, attributes }) => name === "a" && /^(#s-|https?:)/.test(attributes["href"] ?? ""),
      );
      sourceLinks.set(element, known);
    }
    return known;
  };
  const leads = (element: Element): boolean => {
    const href = element.attributes["href"] ?? "";
    if (/^(https?:|#s-)/.test(href)) return true;
    const target = byId.get(href.slice(1));
    // A derived figure names the figures it is derived from, a list that counts holds the things counted.
    return target !== undefined && (namesSource(target) || listsEvidence(target));
  };
  const listsEvidence = (target: Element): boolean =>
    [...elementsOf(target)].some(
      (element) => element.name === "a" && /^#[eft]/.test(element.attributes["href"] ?? ""),
    );
  const texts: Finding[] = [];
  let numbers = 0;
  for (const element of elementsOf(main)) {
    for (const child of element.children) {
      if (typeof child !== "string" || !/\d/.test(child.replace(/&#?\w+;/g, ""))) continue;
      const chain = [...ancestorsOf(element)];
      if (chain.some((ancestor) => labels.some((isLabel) => isLabel(ancestor)))) continue;
      numbers++;
      const link = chain.find(({ name }) => name === "a");
      const block = chain.find(isBlock);
      const beside = block ? [...elementsOf(block)].filter(({ name }) => name === "a") : [];
      if (link ? leads(link) : beside.some(leads)) continue;
      texts.push({
        text: child.slice(0, 80),
        why: chain
          .map(({ name, attributes }) => `${name}.${attributes["class"] ?? ""}#${attributes["id"] ?? ""}`)
          .slice(0, 4)
          .join(" < "),
      });
    }
  }
  return { texts, numbers };
}

describe.each(languages)("every number on the page in %s", (language) => {
  let html = "";
  beforeAll(async () => {
    html = renderReport(await measuredDossier(), { language });
  });

  it("leads in one click to where its sources stand", () => {
    const { texts, numbers } = unexplained(html);
    expect(numbers).toBeGreaterThan(2500);
    expect(texts).toEqual([]);
  });

  it("would be missed: a number without a link, and one that leads nowhere", () => {
    const planted = html.replace(
      '<main id="content">',
      '<main id="content"><p>42 Mrd.</p><p><a href="#map">43</a></p>',
    );
    expect(unexplained(planted).texts.map(({ text }) => text)).toEqual(expect.arrayContaining(["42 Mrd."]));
  });
});
