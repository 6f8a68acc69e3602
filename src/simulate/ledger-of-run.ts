import { readPeriod } from "../core/period.ts";
import type { Period } from "../core/period.ts";
import type { Actor, ActorId, Flow, Holding, Instrument, Ledger, Role } from "../ledger/ledger.ts";
import { evaluate, type Model, nameOfPeriod, type Party, type Transaction } from "../model/index.ts";
import type { Run } from "./run.ts";

export interface LedgerOfRunOptions {
  /** Periods of the window, both included; all without it. */
  readonly from?: number;
  readonly to?: number;
  /** Number of the member within the run; the first without it. */
  readonly member?: number;
  /** Sectors whose elements are actors inside the circuit; all others are its boundary. Without it nobody is outside. */
  readonly inside?: readonly string[];
  /** Roles by the name of an element, or of a set it belongs to. */
  readonly roles?: Readonly<Record<string, readonly Role[]>>;
  /** What a flow is, by its name; by default interest and shared income follow their claim, all else is a purchase. */
  readonly instruments?: Readonly<Record<string, Instrument>>;
  /** Currency code of the ledger, and how many of it one unit of the model's money is. */
  readonly unit?: string;
  readonly scale?: number;
}

const defaults = { member: 0, unit: "USD", scale: 1 } as const;
const instrumentOf = { share: "equity", loan: "loan", bond: "bond" } as const;

/**
 * A run as a ledger, so that the measures of a dossier apply to it: every payment of a window from whom to whom, and what
 * everyone holds at its end. An element of a sector is an actor under its own name, so `firms[nvidia]` is `nvidia`; a
 * negative amount is a payment the other way (a repayment, of the same instrument); pools of a claim are held pro rata. The run
 * must keep all variables.
 *
 * @example
 * import { compile } from "kreislauf/model";
 * import { ledgerOfRun, simulate } from "kreislauf/simulate";
 * const text = "period year from 2025 to 2027\nsector a, b\nasset H : a owes b\nflow G : a -> b = 2\ninit H = 0";
 * const model = compile(text).value;
 * const ledger = ledgerOfRun(model, simulate(model.system).value, { from: 1, to: 2 });
 * ledger.flows.map(({ from, to, amount }) => [from, to, amount.value]); // → [["a", "b", 4]]
 * ledger.holdings.map(({ holder, issuer, amount }) => [holder, issuer, amount.value]); // → [["b", "a", 4]]
 */
export function ledgerOfRun(model: Model, run: Run, options: LedgerOfRunOptions = {}): Ledger {
  const { from = 1, to = run.periods, member, unit, scale, instruments = {} } = { ...defaults, ...options };
  const series = model.system.variables.map(({ name }) => run.series[name]);
  const offset = member * (run.periods + 1);
  const valueAt = (variable: number, period: number): number => series[variable][offset + period];
  const actors = actorsOf(model, options);
  const period = windowOf(model, from, to);
  const range = (value: number): Flow["amount"] => {
    const amount = value * scale;
    return { value: amount, low: amount, high: amount };
  };
  const sums = new Map<
    string,
    { readonly transaction: Transaction; from: ActorId; to: ActorId; sum: number }
  >();
  for (const transaction of model.transactions) {
    for (let at = from; at <= to; at++) {
      const amount = evaluate(transaction.amount, valueAt, at);
      const part = ({ weight }: Party): number => (weight ? evaluate(weight, valueAt, at) : 1);
      if (amount === 0) continue;
      for (const payer of transaction.payers) {
        for (const payee of transaction.payees) {
          const [payerId, payeeId] = [actorOf(payer.account), actorOf(payee.account)];
          if (payerId === payeeId) continue;
          const paid = amount * part(payer) * part(payee);
          const [giver, taker] = paid < 0 ? [payeeId, payerId] : [payerId, payeeId];
          const key = `${transaction.base} ${giver} ${taker}`;
          const known = sums.get(key);
          if (known) known.sum += Math.abs(paid);
          else sums.set(key, { transaction, from: giver, to: taker, sum: Math.abs(paid) });
        }
      }
    }
  }
  const flows = [...sums].flatMap(([id, { transaction, from: payer, to: payee, sum }]): readonly Flow[] => {
    const { base, claim } = transaction;
    const instrument = instruments[base] ?? (claim ? instrumentOf[claim] : "purchase");
    const parties = { from: payer, to: payee };
    const amount = range(sum);
    return amount.value > 0
      ? [{ id, ...parties, instrument, amount, unit, period, status: "paid", evidence: [] }]
      : [];
  });
  const holdings = holdingsOf(model, (value) => evaluate(value, valueAt, to)).map(
    ({ base, kind, holder, issuer, value }): Holding => ({
      id: `${base} ${holder} ${issuer}`,
      holder,
      issuer,
      instrument: instrumentOf[kind],
      amount: range(value),
      unit,
      day: period.end,
      status: "paid",
      evidence: [],
    }),
  );
  const id = [model.name, ...run.scenarios].join("+");
  return { id, actors, flows, holdings, asOf: period.end };
}

/** `nvidia` of `firms[nvidia]`, `banks` of `banks`, `firms` of `firms.current`. */
function actorOf(account: string): ActorId {
  const [, sector, element] = /^([^.[]+)[^[]*(?:\[(.*)\])?$/.exec(account) ?? [];
  return element ?? sector;
}

function actorsOf(model: Model, { inside, roles = {} }: LedgerOfRunOptions): readonly Actor[] {
  const found = new Map<ActorId, Actor>();
  for (const account of model.matrices.balance.columns) {
    const id = actorOf(account);
    const sector = account.split(/[.[]/)[0];
    const sets = model.sets.filter(({ elements }) => elements.includes(id)).map(({ name }) => name);
    const own = [...new Set([id, sector, ...sets].flatMap((name) => roles[name] ?? []))];
    const boundary = inside !== undefined && !inside.includes(sector);
    found.set(id, { id, name: model.labels[id] ?? { en: id, de: id }, roles: own, boundary });
  }
  return [...found.values()];
}

/** Days of a window; periods without a date count as years from 1. */
function windowOf(model: Model, from: number, to: number): Period {
  const [first, last] = [from, to].map((at) => readPeriod(dated(nameOfPeriod(model.calendar, at))));
  return { start: first?.start ?? from, end: last?.end ?? to };
}

/** `2027-Q1` of `2027Q1`, `2027-01` of `2027M01`. */
function dated(name: string): string {
  return name.replace("Q", "-Q").replace("M", "-");
}

interface Held {
  readonly base: string;
  readonly kind: Model["claims"][number]["kind"];
  readonly holder: ActorId;
  readonly issuer: ActorId;
  readonly value: number;
}

/** Who holds whose claims; in a pool everyone holds of everyone, pro rata. */
function holdingsOf(
  model: Model,
  value: (of: Model["claims"][number]["holders"][number]["value"]) => number,
): readonly Held[] {
  return model.claims.flatMap(({ base, kind, holders, issuers }) => {
    const owed = issuers.map((issuer) => value(issuer.value));
    const total = owed.reduce((sum, amount) => sum + amount, 0);
    return holders.flatMap((holder) => {
      const held = value(holder.value);
      return issuers.flatMap((issuer, place) => {
        const amount = total > 0 ? (held * owed[place]) / total : 0;
        const [a, b] = [actorOf(holder.account), actorOf(issuer.account)];
        return amount > 0 && a !== b ? [{ base, kind, holder: a, issuer: b, value: amount }] : [];
      });
    });
  });
}
