import "@preact/signals";
import { effect } from "@preact/signals";
import { render } from "preact";
import "virtual:chart.css";
import "./style/app.css";
import { Root } from "./root.tsx";
import { isAppAddress } from "./state/address.ts";
import { createStore } from "./state/store.ts";
import { readStill } from "./still-page.tsx";
import { Connection } from "./worker/connection.ts";

const store = createStore(window);
const connection = new Connection(
  () => new Worker(new URL("./worker/worker.ts", import.meta.url), { type: "module" }),
);

// Words of the page follow the state at once; the picture follows when it is computed.
effect(() => {
  const { language, theme } = store.state.value;
  document.documentElement.lang = language;
  document.documentElement.dataset["theme"] = theme;
});

const place = document.getElementById("app")!;
const stage = document.createElement("div");
document.body.prepend(stage);
const still = readStill(place, store.state.value);
const onReady = (): void => {
  place.remove();
  stage.id = "app";
  document.documentElement.dataset["ready"] = "yes";
};
render(<Root {...{ store, connection, still, onReady }} />, stage);

const actions: Readonly<Record<string, () => void>> = {
  undo: store.undo,
  redo: store.redo,
  dismiss: store.dismiss,
};

document.addEventListener("click", (event) => {
  const target = event.target as Element;
  closeMenus(target);
  const button = target.closest<HTMLElement>("[data-do],[data-copy]");
  if (button?.dataset["do"]) actions[button.dataset["do"]]?.();
  if (button?.dataset["copy"]) void navigator.clipboard.writeText(button.dataset["copy"]);
  const link = target.closest("a[href]");
  const address = link?.getAttribute("href") ?? "";
  const other = event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
  if (!link || other || event.defaultPrevented || link.hasAttribute("target")) return;
  if (link.hasAttribute("download") || !isAppAddress(address)) return;
  event.preventDefault();
  turnTo(address);
});

/** Opens an address as a page turn: a new screen starts at its top, with the focus on its content. */
function turnTo(address: string): void {
  const before = store.state.value;
  store.open(address);
  const after = store.state.value;
  if (before.screen !== after.screen || before.part !== after.part) {
    if (before.screen !== after.screen) window.scrollTo(0, 0);
    if (after.evidence === "") focusContent();
  }
  if (before.evidence !== "" && after.evidence === "") focusContent();
}

function focusContent(): void {
  document.getElementById("content")?.focus({ preventScroll: true });
}

function closeMenus(target: Element): void {
  for (const menu of document.querySelectorAll<HTMLDetailsElement>("details.menu[open]")) {
    if (!menu.contains(target) || target.closest("a")) menu.open = false;
  }
}

document.addEventListener("keydown", (event) => {
  const field = (event.target as Element).closest("input:not([type=range]),textarea,select");
  if (event.key === "Escape") {
    closeMenus(document.body);
    if (store.state.value.evidence !== "" && !document.querySelector("dialog[open]")) {
      store.change({ evidence: "" });
      focusContent();
    }
  }
  if (field || !(event.ctrlKey || event.metaKey)) return;
  const key = event.key.toLowerCase();
  if (key === "z" && !event.shiftKey) store.undo();
  else if (key === "y" || (key === "z" && event.shiftKey)) store.redo();
  else return;
  event.preventDefault();
});

if ("serviceWorker" in navigator) void workOffline();

/** Without leave to keep anything (a private window) the app works as long as the server does. */
async function workOffline(): Promise<void> {
  try {
    await navigator.serviceWorker.register("/app/offline.js", { scope: "/" });
    const { active } = await navigator.serviceWorker.ready;
    active?.postMessage("shown", []);
  } catch {
    document.documentElement.dataset["offline"] = "no";
  }
}
