/** Problems of dossiers: what is wrong, the value seen, what would be right. */
export const dossierProblems = {
  "unknown-actor": "No actor is called “{actor}”.",
} as const satisfies Record<string, string>;
