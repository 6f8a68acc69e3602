import { useEffect, useState } from "preact/hooks";
import type { Planned } from "../../worker/plan-order.ts";

/** The plan for the goals that come with an economy, computed when the page was built; none for other economies. */
export function useGivenPlan(economy: string): Planned | "awaited" | "none" {
  const [given, setGiven] = useState<{ readonly economy: string; readonly planned: Planned | "none" }>();
  useEffect(() => {
    const load = async (): Promise<void> => setGiven({ economy, planned: await fetchGivenPlan(economy) });
    load().catch(() => setGiven({ economy, planned: "none" }));
  }, [economy]);
  return given?.economy === economy ? given.planned : "awaited";
}

/** The plan that was computed when the page was built. */
export async function fetchGivenPlan(economy: string): Promise<Planned | "none"> {
  const answer = await fetch(`/app/plans/${encodeURIComponent(economy)}.json`);
  return answer.ok ? ((await answer.json()) as Planned) : "none";
}
