/** How much a model text may ask for; beyond, a problem is reported instead of waiting. */
export const limits = {
  /** Characters of a text with all its includes. */
  text: 4_000_000,
  /** Characters of a line. */
  line: 20_000,
  /** Nested brackets, and the depth of one expression. */
  depth: 400,
  /** Periods a lag reaches back. */
  lag: 400,
  /** Elements of a dimension, and scalars of a model. */
  elements: 10_000,
  variables: 100_000,
  /** Nodes of all equations together. */
  nodes: 400_000,
  includes: 100,
  problems: 100,
} as const;
