import type { JSX } from "preact";
import type { Circuit } from "../measure/index.ts";
import { describeLeftOut } from "../text/index.ts";
import { Sourced } from "./links.tsx";
import type { Page } from "./subject.ts";

/** How many ties are in no sum, reason by reason; each number leads to the ties. */
export function LeftOut(props: {
  readonly page: Page;
  readonly leftOut: Circuit["leftOut"];
}): JSX.Element | undefined {
  const { page, leftOut } = props;
  if (leftOut.length === 0) return undefined;
  const reasons = [...new Set(leftOut.map(({ reason }) => reason))];
  return (
    <p class="quiet">
      {page.say("leftOut")}
      {reasons.map((reason, index) => {
        const ties = leftOut.filter((one) => one.reason === reason).map(({ flow }) => flow);
        return (
          <>
            {index > 0 ? ", " : " "}
            {describeLeftOut(reason, page.language)}{" "}
            <Sourced key={reason} page={page} evidence={ties}>
              {ties.length}
            </Sourced>
          </>
        );
      })}
      .
    </p>
  );
}
