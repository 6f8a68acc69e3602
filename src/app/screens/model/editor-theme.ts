import { EditorView } from "@codemirror/view";

/** Colours of the app in the editor; its variables reach into the shadow root. */
export const editorTheme = EditorView.theme({
  "&": {
    color: "var(--ink)",
    backgroundColor: "var(--paper)",
    fontSize: "14px",
    height: "100%",
    border: "1px solid var(--away)",
    borderRadius: "6px",
  },
  "&.cm-focused": { outline: "3px solid var(--buy)", outlineOffset: "1px" },
  ".cm-scroller": {
    fontFamily: "ui-monospace, SFMono-Regular, Menlo, Consolas, monospace",
    lineHeight: "1.5",
  },
  ".cm-content": { caretColor: "var(--ink)" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  ".cm-gutters": {
    backgroundColor: "var(--wash)",
    color: "var(--quiet)",
    borderRight: "1px solid var(--line)",
  },
  ".cm-activeLine": { backgroundColor: "var(--wash)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    backgroundColor: "var(--line)",
  },
  ".kl-keyword": { color: "var(--buy)", fontWeight: "600" },
  ".kl-function": { color: "var(--buy)" },
  ".kl-number, .kl-date": { color: "var(--own)" },
  ".kl-text": { color: "var(--good)" },
  ".kl-comment": { color: "var(--quiet)", fontStyle: "italic" },
  ".kl-at-error": { textDecoration: "underline wavy var(--bad)", textUnderlineOffset: "3px" },
  ".kl-at-warning": { textDecoration: "underline wavy var(--warn)", textUnderlineOffset: "3px" },
  ".kl-line-error": { boxShadow: "inset 3px 0 var(--bad)" },
  ".kl-line-warning": { boxShadow: "inset 3px 0 var(--warn)" },
  ".kl-message": {
    fontFamily: "system-ui, sans-serif",
    fontSize: "13px",
    padding: "2px 10px 3px",
    whiteSpace: "normal",
    backgroundColor: "var(--wash)",
  },
  ".kl-message-error": { color: "var(--bad)" },
  ".kl-message-warning": { color: "var(--warn)" },
  // On paper nobody scrolls.
  "@media print": {
    "&": { height: "auto", fontSize: "10px" },
    ".cm-scroller": { overflow: "visible" },
    ".cm-content": { flexShrink: "1", minWidth: "0", whiteSpace: "pre-wrap", overflowWrap: "anywhere" },
  },
});
