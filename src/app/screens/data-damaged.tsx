import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { data as german } from "../../text/de/data.ts";
import { data as english } from "../../text/en/data.ts";
import { forgetDossier, ownDossiers } from "../data/own-dossiers.ts";
import { forgetEconomy, ownEconomies } from "../data/own-economies.ts";
import { useView } from "../view.ts";
import { speaker } from "../words.ts";

const say = speaker(english, german);

const stores = [
  { all: ownDossiers, forget: forgetDossier },
  { all: ownEconomies, forget: forgetEconomy },
] as const;

interface Damaged {
  readonly key: string;
  readonly forget: (key: string) => Promise<void>;
}

/** What this browser kept and can no longer be read, with a way to forget it; or that it keeps nothing at all. */
export function KeptBadly(): JSX.Element | null {
  const { language } = useView().state;
  const [damaged, setDamaged] = useState<readonly Damaged[]>([]);
  const [isDenied, setDenied] = useState(false);
  const list = async (): Promise<void> => {
    const found = await Promise.all(
      stores.map(async ({ all, forget }) => (await all()).damaged.map((key) => ({ key, forget }))),
    );
    setDamaged(found.flat());
  };
  useEffect(() => void list().catch(() => setDenied(true)), []);
  if (isDenied) return <p class="quiet">{say(language, "keepsNothing")}</p>;
  if (damaged.length === 0) return null;
  return (
    <section>
      <h2>{say(language, "damaged")}</h2>
      <p class="quiet">{say(language, "damagedNote")}</p>
      <ul>
        {damaged.map(({ key, forget }) => (
          <li key={key}>
            {key}{" "}
            <button type="button" onClick={() => void forget(key).then(list)}>
              {say(language, "forget")}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
