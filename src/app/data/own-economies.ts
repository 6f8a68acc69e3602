import { isTexts } from "./texts.ts";
import { keptStore } from "./kept-store.ts";
import { isTitled } from "./titled.ts";

/** An economy that the user brought, as the texts of its files: kept in this browser and nowhere else. */
export interface OwnEconomy {
  /** Its id with `own-` before it, so that it never hides a built-in one. */
  readonly id: string;
  readonly title: { readonly de: string; readonly en: string };
  readonly files: Readonly<Record<string, string>>;
}

const prefix = "own-";
const kept = keptStore<OwnEconomy>("kreislauf-economies", "economies", {
  keyPath: "id",
  isValue: isEconomy,
});

export function ownEconomyId(id: string): string {
  return id.startsWith(prefix) ? id : `${prefix}${id}`;
}

export function isOwnEconomy(id: string): boolean {
  return id.startsWith(prefix);
}

export const ownEconomies = kept.all;
export const ownEconomy = kept.find;

/** Keeps an economy in place of one of the same id; fails if the browser has no room. */
export async function keepEconomy(economy: OwnEconomy): Promise<void> {
  await kept.keep(economy);
}

export const forgetEconomy = kept.forget;

function isEconomy(value: unknown): value is OwnEconomy {
  return isTitled(value) && isTexts((value as Partial<OwnEconomy>).files);
}
