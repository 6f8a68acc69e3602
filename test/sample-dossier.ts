import type { Outcome } from "../src/core/problem.ts";
import { type Dossier, readDossier } from "../src/dossier/index.ts";

/** A small sound dossier; tests change one thing in it. */
export const sampleFiles: Readonly<Record<string, string>> = {
  "dossier.yaml": `format: 1
id: small
title: { de: Klein, en: Small }
summary: { de: Zum Prüfen, en: For tests }
currency: USD
as_of: 2025-11-17
vintages: [2025-11-17]
window: 2025-01-01/2026-12-31
focus: maker
claims: claims.yaml
`,
  "actors.csv": `id,name_en,name_de,roles,boundary
maker,Maker,Hersteller,chips,no
lab,Lab,Labor,lab,no
funders,Funders,Geldgeber,lender,yes
`,
  "sources.csv": `id,title,publisher,date,link
s1,Report,Office,2025-03-01,https://example.org/report
`,
  "figures.csv": `id,subject,measure,value,low,high,unit,currency,period,status,confidence,origin,sources,derivation,replaces
f1,maker,revenue,10,,,bn,USD,2024,reported,high,independent,s1,,
f2,lab,revenue,2.5,2,3,bn,USD,2024,reported,medium,independent,s1,,
f3,maker,revenue_ratio,4,,,x,,2024,estimated,high,derived,,f1 / f2,
`,
  "ties.csv": `id,from,to,kind,amount,unit,currency,date,start,end,status,replaces,share,figures,sources
t1,maker,lab,equity,10,bn,USD,2025-03-01,2025,2026,announced,,,f1,
t2,lab,maker,purchase,2.5,bn,USD,2025-03-01,2025,2026,contracted,,,f2,
t3,maker,lab,equity,,,,2025-03-01,,,paid,,27%,f1,
`,
  "claims.yaml": `- id: c1
  statement: { de: Mehr, en: More }
  tests:
    - { kind: bound, found: [f1], is: ">", than: f2, about: { de: Umsatz, en: revenue } }
`,
};

/** Reads the sample with some files changed. */
export function readSample(
  changes: Readonly<Record<string, (text: string) => string>> = {},
  more: Readonly<Record<string, string>> = {},
): Outcome<Dossier> {
  const files = Object.entries(sampleFiles).map(
    ([file, text]) => [file, changes[file] ? changes[file](text) : text] as const,
  );
  return readDossier(new Map([...files, ...Object.entries(more)]));
}
