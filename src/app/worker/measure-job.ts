import { readPeriod } from "../../core/period.ts";
import type { Problem } from "../../core/problem.ts";
import { sha256 } from "../../core/hash.ts";
import { type Dossier, doubtDossier, type Doubts, ledgerOf, payAnnounced } from "../../dossier/index.ts";
import type { Ledger } from "../../ledger/ledger.ts";
import {
  compileNetwork,
  measureCircuit,
  measureDossier,
  type Measurement,
  moneyBalance,
} from "../../measure/index.ts";
import type { Reading } from "../state/state.ts";

/** What of a dossier is looked at. */
export interface Look {
  readonly asOf: string;
  readonly reading: Reading;
  readonly doubts: Doubts;
  /** Share of the announced money that is really paid. */
  readonly paidShare: number;
}

export interface Measured {
  readonly measurement: Measurement;
  readonly ledger: Ledger;
  /** Largest difference between what an actor takes in and gives out, in whole units. */
  readonly balance: number;
  /** SHA-256 of the bytes that `kreislauf measure --json` prints. */
  readonly hash: string;
  readonly problems: readonly Problem[];
}

/** The dossier as it stands with the doubts and the paid share of a look. */
export function dossierAt(dossier: Dossier, look: Look): Dossier {
  return payAnnounced(doubtDossier(dossier, look.doubts), look.paidShare);
}

/** A measurement as the command line prints it. */
export function printedMeasurement(measurement: Measurement): string {
  return `${JSON.stringify(measurement, null, 2)}\n`;
}

/** Measures a dossier as the command line does. */
export function measureLook(
  dossier: Dossier,
  look: Look,
): Measured | { readonly problems: readonly Problem[]; readonly measurement?: undefined } {
  const shown = dossierAt(dossier, look);
  const asOf = dayOf(look.asOf) ?? dossier.asOf;
  const { value: measurement, problems } = measureDossier(shown, { asOf, status: look.reading });
  const ledger = ledgerOf(shown, { asOf }).value;
  if (!measurement || !ledger) return { problems };
  const basis = { status: look.reading, window: dossier.window, unit: dossier.currency };
  const network = compileNetwork(ledger, basis).value?.network;
  return {
    measurement,
    ledger,
    problems,
    balance: network ? moneyBalance(network) : 0,
    hash: sha256(new TextEncoder().encode(printedMeasurement(measurement))),
  };
}

/** One point of the answer to “what if only this share of the announced money is paid?”. */
export interface ShareAnswer {
  readonly share: number;
  readonly certain: number;
  readonly expected: number;
  readonly possible: number;
}

/** Self-financed revenue of the dossier's focus at shares from 0 to 1. */
export function answerShares(dossier: Dossier, look: Look, steps: number): readonly ShareAnswer[] {
  const doubted = doubtDossier(dossier, look.doubts);
  const asOf = dayOf(look.asOf) ?? dossier.asOf;
  const basis = { status: look.reading, window: dossier.window, unit: dossier.currency };
  return Array.from({ length: steps + 1 }, (_, step) => {
    const share = step / steps;
    const ledger = ledgerOf(payAnnounced(doubted, share), { asOf }).value;
    const circuit = ledger && measureCircuit(ledger, basis).value?.circuit;
    const own = circuit?.selfFinanced.find(({ actor }) => actor === dossier.focus);
    return {
      share,
      certain: own?.certain ?? 0,
      expected: own?.proportional ?? 0,
      possible: own?.possible ?? 0,
    };
  });
}

function dayOf(text: string): number | undefined {
  return text === "" ? undefined : readPeriod(text)?.end;
}
