/** Steps back and forward through plain states. */
export interface History<State> {
  readonly past: readonly State[];
  readonly present: State;
  readonly future: readonly State[];
}

const longest = 200;

export function startHistory<State>(present: State): History<State> {
  return { past: [], present, future: [] };
}

/**
 * Goes on to a new state. While a slider is dragged its states replace each other (`merge`), so that one undo takes
 * back the whole drag.
 */
export function goOn<State>(
  history: History<State>,
  next: State,
  options: { readonly merge?: boolean } = {},
): History<State> {
  if (options.merge) return { ...history, present: next, future: [] };
  return { past: [...history.past, history.present].slice(-longest), present: next, future: [] };
}

/** One step back; at the start nothing changes. */
export function undo<State>(history: History<State>): History<State> {
  const last = history.past.at(-1);
  if (last === undefined) return history;
  return { past: history.past.slice(0, -1), present: last, future: [history.present, ...history.future] };
}

/** One step forward again. */
export function redo<State>(history: History<State>): History<State> {
  const [next, ...future] = history.future;
  if (next === undefined) return history;
  return { past: [...history.past, history.present], present: next, future };
}
