// Where the model starts.
import { clamp, log, max, o, sum } from "./arithmetic.mjs";
import { CH, CL, LA, FI, HH, FD, STR } from "./firms.mjs";

/** State of the quarter before the first, from sections (d.1) and (d.2). */
export function startState(p, b) {
  const N0 = 62 / p.M0;
  let z = {
    trd: 1,
    P: 1,
    rl: 0.0411,
    rg: 0.034,
    aip: 0,
    aipL: 0,
    u: 0.045,
    E: 1 - p.un,
    Ed: 1 - p.un,
    phi: 0.9,
    N: N0,
    N0,
    KE: o(CL, (c) => FD[c].K),
    KG: 0,
    Y: 7750,
    RA: 15.5,
    gA: log(1.25) / 1,
    sa: o(FI, (i) => FD[i].sa0),
    bs: o(FI, (i) => FD[i].base / 7750),
    nz: 0,
    idx: 1,
    idxH: [1, 0.93, 0.87, 0.72],
    cc: 0,
    str: 0,
    BL: {
      oai: { ms: 250, goog: 0, meta: 0, amzn: 38, orcl: 300, crwv: 22.4 },
      anth: { ms: 30, goog: 50, meta: 0, amzn: 20, orcl: 0, crwv: 0 },
    },
    dfl: o(FI, () => -99),
    R: o(FI, (i) => FD[i].sa0 * 15.5),
    OX: o(FI, (i) => FD[i].ox),
    CR: 57,
    I: o(CL, (c) => FD[c].I),
    EB: {},
    NI: {},
    lev: {},
    rev: {},
    IA: sum(CL, (c) => FD[c].I),
    v: o(CL, () => 0),
    IO: 1300,
    gct: 0,
    defs: 0.066 * 7750,
    tr: 0.045,
    trf: o(FI, () => 0.045),
    nx: 0.6,
    levA: 2 * p.M1,
    ia: 0,
    cgt: 0,
    w: 1,
    gpus: 6500,
    co2: 0,
    wat: 0,
    was: 0,
    C: { W: 2990, P: 1225, T: 975 },
    YD: { W: 2884.4, P: 1218.7, T: 994.4 },
    XB0: 18,
    tars: 0,
    ens: 0,
    drs: 0,
    mcAI: sum(FI, (i) => FD[i].mc),
    p: { O: 1 },
  };
  z.aC = {};
  z.NWS = o(HH, (h) => b.nw(h));
  for (const h of HH) z.aC[h] = z.C[h] - p["cy" + h] * z.YD[h] - p["cw" + h] * z.NWS[h];
  {
    const CK = sum(CL, (c) => FD[c].kc * FD[c].I);
    z.ch = { nv: 0.92 * CK + 0.95 * 18, amd: 0.08 * CK + 0.05 * 18 };
    z.rev = { nv: 57, amd: 6.5 + z.ch.amd };
    for (const c of CL) z.rev[c] = FD[c].base + z.R[c];
    for (const l of LA) z.rev[l] = z.R[l];
    z.ia = p.mimp * (z.IA - CK);
    z.cgt = (1 - p.gm) * (z.ch.nv + z.ch.amd);
    const dA = p.chs / (4 * p.Lac) + (1 - p.chs) / (4 * p.Lsh);
    for (const i of FI) {
      z.EB[i] = CH.includes(i)
        ? p.gm * z.ch[i] + FD[i].e * FD[i].base - FD[i].ox
        : CL.includes(i)
          ? FD[i].e * FD[i].base + 0.75 * z.R[i]
          : z.R[i] - FD[i].ox - 0.5 * z.R[i];
      const int = ((FD[i].C + FD[i].L) * (0.0411 + 0.012)) / 4;
      const bd = CL.includes(i) ? dA * FD[i].K : 0;
      const tx = LA.includes(i) ? 0 : p.tC * max(0, z.EB[i] - bd - int);
      z.NI[i] = z.EB[i] - bd - int - tx;
      z.lev[i] = 1;
    }
  }
  z.NIs = { ...z.NI };
  z.g = o(FI, (i) => FD[i].gr);
  const NO = o(LA, (l) => 3.5 * 0.33 * 0.15 * 57 * 0.9 * STR.nv[l]);
  z.OQ = o(CL, (c) => 4 * sum(LA, (l) => (NO[l] * z.BL[l][c]) / sum(CL, (k) => z.BL[l][k])));
  z.util = 0.78;
  z.divO = 1000;
  return z;
}
