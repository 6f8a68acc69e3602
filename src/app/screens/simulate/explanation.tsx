import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { useJob } from "../../parts/use-job.ts";
import { useView } from "../../view.ts";
import { say } from "./words.ts";

/** The statements of the model behind a graph, with their words, sources and what they read. */
export function Explanation({ graph }: { readonly graph: string }): JSX.Element {
  const { state } = useView();
  const { language, model } = state;
  const [isOpen, setOpen] = useState(false);
  const { result = [] } = useJob(
    isOpen ? { kind: "explain", model: { name: model }, graph } : undefined,
    `${model} ${graph} ${isOpen}`,
  );
  return (
    <details class="behind" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{say(language, "equation")}</summary>
      {result.map(({ name, text, file, line, label, source, inputs }) => (
        <div key={name} class="equation">
          <p>
            <b>{label[language] || name}</b>
          </p>
          <pre tabIndex={0}>{text}</pre>
          <p class="quiet">
            {source !== "" && `${say(language, "sourceOf", { source })} · `}
            {say(language, "statementAt", { file, line })}
          </p>
          {inputs.length > 0 && (
            <>
              <p class="quiet">{say(language, "inputs")}</p>
              <dl>
                {inputs.map((input) => (
                  <div key={input.name}>
                    <dt>
                      <code>{input.name}</code>
                    </dt>
                    <dd>{input.label[language]}</dd>
                  </div>
                ))}
              </dl>
            </>
          )}
        </div>
      ))}
    </details>
  );
}
