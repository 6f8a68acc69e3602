import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

/** The place of the model on the first screen; the model comes when the place is seen. */
export function StartFanPlace(): JSX.Element {
  const place = useRef<HTMLDivElement>(null);
  const [Shown, setShown] = useState<() => JSX.Element | null>();
  useEffect(() => {
    const load = async (): Promise<void> => {
      // Without it (the server is gone) the first screen is still whole.
      const found = await import("./start-fan.tsx").catch(() => undefined);
      if (found) setShown(() => found.StartFan);
    };
    const watch = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      watch.disconnect();
      void load();
    });
    watch.observe(place.current!);
    return () => watch.disconnect();
  }, []);
  return (
    <div class="start-fan" ref={place}>
      {Shown && <Shown />}
    </div>
  );
}
