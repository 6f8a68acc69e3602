/** A piece of a source: words, or an evidence id (with all ids if it is a range such as `A091-A095`). */
export interface SourcePiece {
  readonly text: string;
  readonly ids: readonly string[];
}

/** Cuts the source of a model's statement into words and evidence ids. */
export function piecesOfSource(source: string): readonly SourcePiece[] {
  const pieces: SourcePiece[] = [];
  let end = 0;
  for (const match of source.matchAll(/\b([A-Z])(\d{3})(?:-\1(\d{3}))?\b/g)) {
    const [text, letter, first, last = first] = match;
    if (match.index > end) pieces.push({ text: source.slice(end, match.index), ids: [] });
    const count = Math.max(0, Number(last) - Number(first)) + 1;
    const ids = Array.from(
      { length: Math.min(count, 30) },
      (_, place) => letter + String(Number(first) + place).padStart(3, "0"),
    );
    pieces.push({ text, ids });
    end = match.index + text.length;
  }
  if (end < source.length) pieces.push({ text: source.slice(end), ids: [] });
  return pieces;
}
