/** A set of evidence that a number on the page is computed from, and the id of its row. */
export interface Citation {
  readonly id: string;
  readonly evidence: readonly string[];
}

/** Where the numbers of one page lead. Equal sets of evidence share one row, so that the page carries each once. */
export interface Citations {
  /** Address of the row behind a number; undefined if nothing of its evidence stands on the page. */
  readonly cite: (evidence: readonly string[]) => string | undefined;
  /** The sets cited so far, in the order in which they were first cited. */
  readonly cited: () => readonly Citation[];
}

/** `rowOf` gives the address of the row of one figure, tie or series. */
export function collectCitations(rowOf: (id: string) => string | undefined): Citations {
  const known = new Map<string, Citation>();
  return {
    cite: (evidence) => {
      const rows = [...new Set(evidence)].filter((id) => rowOf(id) !== undefined).sort();
      if (rows.length < 2) return rows.length === 1 ? rowOf(rows[0]) : undefined;
      const key = rows.join(" ");
      const citation = known.get(key) ?? { id: `e${known.size + 1}`, evidence: rows };
      known.set(key, citation);
      return `#${citation.id}`;
    },
    cited: () => [...known.values()],
  };
}
