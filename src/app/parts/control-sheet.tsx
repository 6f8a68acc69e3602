import type { ComponentChildren, JSX } from "preact";
import { useEffect, useState } from "preact/hooks";

/** Where there is room for controls beside what they move; the styles of `.control-sheet` know the same width. */
const roomy = "(min-width: 900px)";

/**
 * Controls beside what they move; on a narrow screen a sheet at its foot, folded to a line until it is wanted, so that
 * the result is seen first and stays in sight while something is moved.
 */
export function ControlSheet(props: {
  readonly title: string;
  /** What the folded line tells besides, such as how many controls were moved. */
  readonly aside?: string | undefined;
  readonly class: string;
  /** Selects the picture that the controls move: an open sheet leaves it in sight. */
  readonly moves: string;
  readonly children: ComponentChildren;
}): JSX.Element {
  const { title, aside } = props;
  const isRoomy = useRoom();
  const [isOpen, setOpen] = useState(false);
  return (
    <details
      class={`control-sheet ${props.class}`}
      open={isRoomy || isOpen}
      onToggle={({ target, currentTarget }) => {
        // The folds inside tell the same event on their way up.
        if (isRoomy || target !== currentTarget) return;
        setOpen(currentTarget.open);
        if (currentTarget.open) document.querySelector(props.moves)?.scrollIntoView({ block: "start" });
      }}
    >
      <summary>
        {title} {aside && <span class="quiet">{aside}</span>}
      </summary>
      <section aria-label={title}>{props.children}</section>
    </details>
  );
}

function useRoom(): boolean {
  const [isRoomy, setRoomy] = useState(() => matchMedia(roomy).matches);
  useEffect(() => {
    const query = matchMedia(roomy);
    const look = (): void => setRoomy(query.matches);
    query.addEventListener("change", look);
    return () => query.removeEventListener("change", look);
  }, []);
  return isRoomy;
}
