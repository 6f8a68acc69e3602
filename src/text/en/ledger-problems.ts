/** Problems of ledgers: sums that must not be formed, totals that do not hold. */
export const ledgerProblems = {
  "mixed-status": "Flows read as “{one}” and as “{other}” cannot be added; choose one status.",
  "mixed-windows": "Flows of {one} and of {other} cannot be added; choose one window.",
  "mixed-units": "Flows in {one} and in {other} cannot be added; convert them first.",
  "total-exceeded":
    "The flows known to {actor} add to {known} {unit}, more than the total {total} {unit} of “{flow}”; nothing is left for the outside.",
  "circuit-empty": "No flow of money between actors falls into {window} at status “{status}”.",
} as const satisfies Record<string, string>;
