import type { JSX } from "preact";

/** One drawing of a picture. */
export interface PictureDrawing {
  readonly id: string;
  /** What it finds; empty if the picture says it. */
  readonly title: string;
  /** How to read it: a unit, a sum. */
  readonly note: string;
  /** An SVG element whose view box is `width` × `height`. */
  readonly chart: JSX.Element;
  readonly width: number;
  readonly height: number;
  /** The numbers behind it, for readers of the page form. */
  readonly table?: PictureTable | undefined;
}

export interface PictureTable {
  readonly head: readonly string[];
  /** The first cell names the row. */
  readonly rows: readonly (readonly string[])[];
}

/**
 * A shared view before it takes a form: what it finds, its drawings, and where all of it comes from. `drawSheet` makes an
 * SVG document of it, `PictureFigures` a part of a page.
 */
export interface PictureContent {
  /** The finding. */
  readonly title: string;
  /** Sentences that belong to the finding: other answers, what was changed. */
  readonly lead: readonly string[];
  readonly drawings: readonly PictureDrawing[];
  /** Sentences about source, method and version; the address is added by the form. */
  readonly source: readonly string[];
}

/** What a picture says of the circumstances of its making. */
export interface PictureOptions {
  /** Day number on which the numbers were calculated. */
  readonly day?: number | undefined;
  /** Begins the ids of its parts, so that several pictures can stand in one document. */
  readonly prefix?: string | undefined;
}
