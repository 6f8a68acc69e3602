import type { RefObject } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

const margin = "300px";

/** Whether an element is on the screen or close to it; `initially` until the browser has told. */
export function useNear<Place extends Element>(
  initially: boolean,
): {
  readonly place: RefObject<Place | null>;
  readonly isNear: boolean;
} {
  const place = useRef<Place>(null);
  const [isNear, setNear] = useState(initially);
  useEffect(() => {
    if (!place.current) return undefined;
    const watch = new IntersectionObserver(
      (entries) => setNear(entries.some(({ isIntersecting }) => isIntersecting)),
      { rootMargin: margin },
    );
    watch.observe(place.current);
    return () => watch.disconnect();
  }, []);
  return { place, isNear };
}
