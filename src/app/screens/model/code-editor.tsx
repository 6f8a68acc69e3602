import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { EditorState, type Range, StateEffect, StateField } from "@codemirror/state";
import {
  Decoration,
  type DecorationSet,
  drawSelection,
  EditorView,
  highlightActiveLine,
  keymap,
  lineNumbers,
  WidgetType,
} from "@codemirror/view";
import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { highlight } from "../../../model/highlight.ts";
import { editorTheme } from "./editor-theme.ts";

/** A message at a line of the text. */
export interface Mark {
  readonly line: number;
  readonly column: number;
  readonly severity: "error" | "warning";
  readonly text: string;
}

export interface CodeEditorProps {
  readonly label: string;
  /** The text to start with; a change of `name` starts anew. */
  readonly text: string;
  readonly name: string;
  readonly marks: readonly Mark[];
  /** Line to show, counted from 1; a change scrolls there. */
  readonly goTo: { readonly line: number } | undefined;
  readonly onChange: (text: string) => void;
}

/**
 * The text of a model with colours from its lexer and messages under their lines. It lives in a shadow root: there its
 * rules are constructed style sheets, which the policy of the server allows.
 */
export function CodeEditor(props: CodeEditorProps): JSX.Element {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(undefined);
  const current = useRef(props);
  current.current = props;

  useEffect(() => {
    const root = host.current!.shadowRoot ?? host.current!.attachShadow({ mode: "open" });
    const state = EditorState.create({
      doc: props.text,
      extensions: [
        lineNumbers(),
        history(),
        drawSelection(),
        highlightActiveLine(),
        keymap.of([...defaultKeymap, ...historyKeymap]),
        colours,
        messages,
        editorTheme,
        EditorView.contentAttributes.of({ "aria-label": props.label, spellcheck: "false", tabindex: "0" }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) current.current.onChange(update.state.doc.toString());
        }),
      ],
    });
    view.current = new EditorView({ state, parent: root, root });
    return () => view.current?.destroy();
  }, [props.name]);
  useEffect(() => {
    view.current?.dispatch({ effects: showMarks.of(props.marks) });
  }, [props.name, JSON.stringify(props.marks)]);
  useEffect(() => {
    const { goTo } = props;
    const shown = view.current;
    if (!goTo || !shown) return;
    const { from } = shown.state.doc.line(Math.min(goTo.line, shown.state.doc.lines));
    shown.dispatch({
      selection: { anchor: from },
      effects: EditorView.scrollIntoView(from, { y: "center" }),
    });
    shown.focus();
  }, [props.goTo]);
  return <div class="code" ref={host} />;
}

/** Colours of the whole text; models are small enough for that. */
const colours = StateField.define<DecorationSet>({
  create: (state) => paint(state.doc.toString()),
  update: (old, change) => (change.docChanged ? paint(change.state.doc.toString()) : old),
  provide: (field) => EditorView.decorations.from(field),
});

function paint(text: string): DecorationSet {
  return Decoration.set(
    highlight(text)
      .filter(({ role, from, to }) => role !== "name" && to > from)
      .map(({ from, to, role }) => Decoration.mark({ class: `kl-${role}` }).range(from, to)),
  );
}

const showMarks = StateEffect.define<readonly Mark[]>();

const messages = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update: (old, change) => {
    let shown = old.map(change.changes);
    for (const effect of change.effects) {
      if (effect.is(showMarks)) shown = place(effect.value, change.state);
    }
    return shown;
  },
  provide: (field) => EditorView.decorations.from(field),
});

function place(marks: readonly Mark[], state: EditorState): DecorationSet {
  const ranges: Range<Decoration>[] = marks.flatMap(({ line, column, severity, text }) => {
    if (line < 1 || line > state.doc.lines) return [];
    const { from, to } = state.doc.line(line);
    const at = Math.min(to, from + Math.max(0, column - 1));
    const until = Math.min(to, at + Math.max(1, /^[\w.]*/.exec(state.doc.sliceString(at, to))![0].length));
    const message = Decoration.widget({ widget: new Message(severity, text), block: true, side: 1 });
    return [
      Decoration.line({ class: `kl-line-${severity}` }).range(from),
      ...(until > at ? [Decoration.mark({ class: `kl-at-${severity}` }).range(at, until)] : []),
      message.range(to),
    ];
  });
  return Decoration.set(ranges, true);
}

class Message extends WidgetType {
  readonly #severity: string;
  readonly #text: string;

  constructor(severity: string, text: string) {
    super();
    this.#severity = severity;
    this.#text = text;
  }

  override eq(other: Message): boolean {
    return other.#severity === this.#severity && other.#text === this.#text;
  }

  toDOM(): HTMLElement {
    const element = document.createElement("div");
    element.className = `kl-message kl-message-${this.#severity}`;
    element.textContent = this.#text;
    return element;
  }
}
