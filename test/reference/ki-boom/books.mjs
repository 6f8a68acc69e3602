// Balance sheets that payments change one by one.
import { min, o, sum } from "./arithmetic.mjs";
import { LA, FI, SEC, FD } from "./firms.mjs";

/** Deposits that sectors aim at, at the start. */
export const deposits = { W: 8000, P: 3600, T: 6000, O: 4200, X: 1800, PF: 1500, F: 500 };

/** Mutable books: positions by instrument and sector, shares by holder and issuer, and what can be done to them. */
export function createBooks(p) {
  const I = { D: {}, L: {}, C: {}, V: {}, Bd: {}, PC: {}, FS: {} };
  for (const k in I) for (const s of SEC) I[k][s] = 0;
  const b = { ...I, K: o(SEC, () => 0), s: {}, p: {}, cur: {}, los: {} };
  const SH = [...FI, "O"];
  for (const i of SH) b.p[i] = 1;
  for (const h of SEC) {
    b.s[h] = o(SH, () => 0);
  }
  const setD = deposits;
  for (const s in setD) b.D[s] = setD[s];
  for (const i of FI) {
    b.D[i] = FD[i].D;
    b.C[i] = -FD[i].C;
    b.L[i] = -FD[i].L;
    if (FD[i].K) b.K[i] = FD[i].K;
  }
  b.D.B = -sum(
    SEC.filter((s) => s !== "B"),
    (s) => b.D[s],
  );
  b.L.W = -17500;
  b.L.O = -3200;
  b.L.F = -p.M1;
  b.L.B = -sum(
    SEC.filter((s) => s !== "B"),
    (s) => b.L[s],
  );
  b.C.O = -9500;
  b.C.PF = 6000;
  b.C.F = 3000;
  b.C.B = -sum(
    SEC.filter((s) => s !== "B"),
    (s) => b.C[s],
  );
  Object.assign(b.Bd, { PF: 13500, T: 7500, X: 10000, F: 1400, B: 5600, G: -38000 });
  const oh = { W: 2500, P: 2500, T: 15500, PF: 15000, X: 8000, F: 1500 };
  for (const h in oh) {
    b.s[h].O = oh[h];
  }
  b.s.O.O = -45000;
  const stakes = { oai: { ms: 135 }, anth: { amzn: 60, goog: 48 }, crwv: { nv: 3 } };
  for (const i of FI) {
    let rest = FD[i].mc;
    for (const h in stakes[i] ?? {}) {
      b.s[h][i] += stakes[i][h];
      rest -= stakes[i][h];
    }
    const w = LA.includes(i)
      ? { T: 0.55, F: 0.25, X: 0.2 }
      : { PF: 0.38, T: 0.205, X: 0.19, F: 0.18, P: 0.025, W: 0.02 };
    for (const h in w) b.s[h][i] += w[h] * rest;
    b.s[i][i] -= FD[i].mc;
  }
  b.K.O = 52000;
  b.mc = (i) => -b.s[i][i] * b.p[i];
  const eq = (b.eq = (h) => sum(SH, (i) => b.s[h][i] * b.p[i]));
  b.nw = (h) => b.D[h] + b.L[h] + b.C[h] + b.V[h] + b.Bd[h] + b.PC[h] + b.FS[h] + eq(h) + b.K[h];
  {
    const n = b.nw("F");
    b.FS.T = 0.65 * n;
    b.FS.PF = 0.35 * n;
    b.FS.F = -n;
    const m = b.nw("PF");
    b.PC.W = 0.58 * m;
    b.PC.P = 0.42 * m;
    b.PC.PF = -m;
  }
  b.pay = (f, t, v) => {
    b.D[f] -= v;
    b.D[t] += v;
    b.cur[f] = (b.cur[f] ?? 0) - v;
    b.cur[t] = (b.cur[t] ?? 0) + v;
  };
  b.fin = (k, h, i, v) => {
    b.D[h] -= v;
    b.D[i] += v;
    b[k][h] += v;
    b[k][i] -= v;
  };
  b.rep = (k, h, i, v) => b.fin(k, h, i, -v);
  b.wo = (k, i, v) => {
    if (!(v > 0)) return 0;
    v = min(v, -b[k][i]);
    const O0 = b.open[k];
    const hs = SEC.filter((s) => s !== i && O0[s] > 0);
    const tot = sum(hs, (s) => O0[s]);
    for (const h of hs) {
      const q = (v * O0[h]) / tot;
      b[k][h] -= q;
      b.los[h] = (b.los[h] ?? 0) + q;
    }
    b[k][i] += v;
    return v;
  };
  b.claim = (k, h, i, v) => {
    const d = v - b[k][h];
    b[k][h] += d;
    b[k][i] -= d;
  };
  b.trade = (buyer, seller, i, cash) => {
    const q = cash / b.p[i];
    b.s[buyer][i] += q;
    b.s[seller][i] -= q;
    b.D[buyer] -= cash;
    b.D[seller] += cash;
  };
  b.debt = (i) => -(b.C[i] + b.L[i] + min(0, b.V[i]));
  b.mcr = (i) => b.mc(i) + (LA.includes(i) ? sum(b.raise[i], (r) => r[1]) : 0);
  return b;
}
