import { describe, expect, it } from "vitest";
import { type AddressBar, createStore } from "./store.ts";

function bar(address: string): AddressBar & { readonly log: string[]; readonly back: (to: string) => void } {
  const url = new URL(address, "http://localhost");
  const log: string[] = [];
  const location = { pathname: url.pathname, search: url.search };
  const go = (how: string) => (_: unknown, __: string, to?: string | URL | null) => {
    log.push(`${how} ${String(to)}`);
    const next = new URL(String(to), "http://localhost");
    Object.assign(location, { pathname: next.pathname, search: next.search });
  };
  let listener: () => void = () => undefined;
  return {
    location,
    log,
    history: { pushState: go("push"), replaceState: go("replace") },
    addEventListener: (_, called) => (listener = called),
    back: (to) => {
      const next = new URL(to, "http://localhost");
      Object.assign(location, { pathname: next.pathname, search: next.search });
      listener();
    },
  };
}

describe("the store", () => {
  it("opens what the address names and keeps it in step", () => {
    const window = bar("/de/simulate?set=M0:600&v=1");
    const store = createStore(window);
    expect(store.state.value).toMatchObject({ language: "de", screen: "simulate", set: { M0: 600 } });
    store.change({ set: { M0: 700 } });
    store.change({ screen: "plan" });
    expect(window.log).toEqual(["replace /de/simulate?set=M0:700&v=1", "push /de/plan?set=M0:700&v=1"]);
    store.undo();
    store.undo();
    expect(store.state.value.set).toEqual({ M0: 600 });
    expect(store.canUndo.value).toBe(false);
    store.redo();
    expect(store.state.value.set).toEqual({ M0: 700 });
  });

  it("follows the back button and tells what a link got wrong", () => {
    const window = bar("/en/plan?yeers=4");
    const store = createStore(window);
    expect(store.notices.value.map(({ code }) => code)).toEqual(["address-parameter"]);
    window.back("/en/measure");
    expect(store.state.value.screen).toBe("measure");
    expect(store.notices.value).toEqual([]);
    store.undo();
    expect(store.state.value.screen).toBe("plan");
  });
});
