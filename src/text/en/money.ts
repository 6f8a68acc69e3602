/**
 * Outside sources of money, by the label that provenance carries: `outsider` for an actor of the outside world, called
 * `{name}`; `{actor}` is the firm at which the money enters.
 */
export const moneySources = {
  outsider: "{name}, at {actor}",
  own: "no known source, at {actor}",
  other: "others, at {actor}",
  circuit: "no outside source: money that only goes round, at {actor}",
  closed: "no outside source: money that only goes round, at {actor}",
} as const satisfies Record<string, string>;

/** Why a tie is in no sum, by the reason that results carry. */
export const leftOutReasons = {
  lapsed: "lapsed",
  "other-unit": "in another unit",
  "outside-window": "outside the window",
  "in-kind": "paid in kind",
  promise: "a promise, no payment",
  "between-outsiders": "between two of the outside world",
  "no-amount": "no amount known",
  "physical-unit": "in a physical unit",
  "no-rate": "no rate of exchange",
  "no-dates": "no dates known",
} as const satisfies Record<string, string>;
