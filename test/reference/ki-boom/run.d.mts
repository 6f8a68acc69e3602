type Value = number | { readonly [key: string]: Value } | readonly number[];

/** Values of every quarter by the specification's names, and the largest gap in the books (billion dollars). */
export function run(
  changes?: Readonly<Record<string, number>>,
  quarters?: number,
): { readonly out: readonly Readonly<Record<string, Value>>[]; readonly residual: number };
