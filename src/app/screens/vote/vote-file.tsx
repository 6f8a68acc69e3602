import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { hasErrors } from "../../../core/problem.ts";
import { classOf, electionOf } from "../../../plan/ballot/class-vote.ts";
import { readPabulib } from "../../../plan/ballot/pabulib.ts";
import { writePabulib } from "../../../plan/ballot/pabulib-text.ts";
import { formatNumber } from "../../../text/index.ts";
import { saveFile } from "../../share/save.ts";
import { useView } from "../../view.ts";
import type { KeptVote } from "./kept-vote.ts";
import { say } from "./say.ts";

/** Takes the ballots out of this browser and in again, in the format of pabulib.org. */
export function VoteFile(props: {
  readonly vote: KeptVote;
  readonly keep: (vote: KeptVote) => void;
}): JSX.Element {
  const { vote, keep } = props;
  const view = useView();
  const { language, economy } = view.state;
  const [loaded, setLoaded] = useState("");
  const read = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    const { value, problems } = readPabulib(await file.text(), { file: file.name });
    view.notify(problems);
    if (!value || hasErrors(problems)) return;
    const found = classOf(value);
    keep({ ...found, closed: false });
    const count = formatNumber(found.ballots.length, language);
    setLoaded(say(language, "loaded", { count, file: file.name }));
  };
  return (
    <p class="buttons">
      <button
        type="button"
        disabled={vote.ballots.length === 0}
        onClick={() => saveFile(`${economy}.pb`, writePabulib(electionOf(vote)), "text/plain;charset=utf-8")}
      >
        {say(language, "save")}
      </button>{" "}
      <label class="button">
        {say(language, "load")}
        <input
          class="unseen"
          type="file"
          accept=".pb"
          onChange={(event) => void read(event.currentTarget.files?.[0])}
        />
      </label>{" "}
      <span role="status">{loaded}</span>
    </p>
  );
}
