// Payments.
import { clamp, max, sum } from "./arithmetic.mjs";
import { CH, CL, LA, FI, HH, SEC, FD } from "./firms.mjs";

/** Payments of the quarter, up to bank dividends. */
export function pay({ x, z, b, p, D0 }) {
  for (const [h, s] of [
    ["W", 0.88],
    ["T", 0.12],
  ]) {
    for (const i of FI) b.pay(i, h, s * x.wa[i]);
    b.pay("O", h, s * (x.WB - sum(FI, (i) => x.wa[i])));
  }
  b.pay("W", "O", x.C.W - 0.6 * x.hA);
  b.pay("P", "O", x.C.P);
  b.pay("T", "O", x.C.T - 0.4 * x.hA);
  x.gop = 0;
  {
    const shares = { W: 0.6 * 0.25, T: 0.4 * 0.25, O: 0.6, X: 0.15 };
    const totR = sum(FI, (i) => x.R[i]);
    for (const h in shares) {
      for (const i of FI) if (x.R[i]) b.pay(h, i, shares[h] * x.R[i]);
      b.pay(h, "G", shares[h] * (x.RA - totR));
    }
  }
  for (const l of LA) {
    for (const c of CL) b.pay(l, c, x.CPc[l][c]);
    b.pay(l, "G", x.CP[l] - sum(CL, (c) => x.CPc[l][c]));
  }
  for (const i of FI) {
    b.pay("O", i, 0.8 * x.B[i]);
    b.pay("X", i, 0.2 * x.B[i]);
  }
  for (const i of FI) {
    const c = CL.includes(i) ? x.rev[i] - x.EB[i] - x.wa[i] : (1 - FD[i].e) * x.B[i] + x.OX[i] - x.wa[i];
    b.pay(i, "O", c);
  }
  if (x.pubs > 0) {
    x.gop = 0.25 * x.pubs * x.RA;
    b.pay("G", "O", x.gop);
  }
  for (const j of CH) b.pay(j, "X", x.cg[j]);
  for (const [j, s] of [
    ["nv", 0.95],
    ["amd", 0.05],
  ])
    b.pay("X", j, s * x.XB);
  for (const c of [...CL, "G"]) {
    const Ic = c === "G" ? x.IG : x.I[c],
      kc = c === "G" ? 0.3 : x.kc[c];
    b.pay(c, "nv", 0.92 * kc * Ic);
    b.pay(c, "amd", 0.08 * kc * Ic);
    b.pay(c, "X", p.mimp * (1 - kc) * Ic);
    b.pay(c, "O", (1 - p.mimp) * (1 - kc) * Ic);
  }
  b.pay("G", "O", x.GP);
  b.pay("X", "O", x.EX);
  b.pay("O", "X", x.IM);
  x.tarR = x.tars * x.IM;
  b.pay("O", "G", p.tS * x.Ct + x.tarR);
  for (const i of FI) b.pay(i, "G", x.tx[i]);
  b.pay("W", "G", p.tW * 0.88 * x.WB);
  b.pay("T", "G", p.tW * 0.12 * x.WB);
  x.ben = max(0, b.PC.P) / 32;
  x.con = 0.06 * x.WB;
  b.pay("P", "G", p.tP * x.ben);
  x.TP = 620 * x.trd * (1 - x.gct);
  x.TW = 430 * x.trd * (1 - x.gct) + x.ubn;
  b.pay("G", "P", x.TP);
  b.pay("G", "W", x.TW);
  x.tw = (p.tauw / 4) * max(0, b.nw("T"));
  if (x.tw > 0) {
    b.pay("T", "G", x.tw);
    b.pay("G", "W", p.twr * x.tw * 0.7);
    b.pay("G", "P", p.twr * x.tw * (1 - 0.7));
  }
  let pT = 0;
  for (const s of [...HH, ...FI, "O", "F", "PF", "X"]) {
    const v = ((x.rp - 0.012) / 4) * max(0, D0[s]);
    b.pay("B", s, v);
    if (s === "T") pT += v;
  }
  b.pay("W", "B", (-b.L.W * (x.rl + 0.012)) / 4);
  if (b.L.P < 0) b.pay("P", "B", (-b.L.P * (x.rl + 0.012)) / 4);
  if (b.L.T < 0) b.pay("T", "B", (-b.L.T * (x.rl + 0.012)) / 4);
  b.pay("O", "B", (-b.L.O * (x.rl + 0.015)) / 4);
  b.pay("F", "B", (-b.L.F * (x.rl + 0.01)) / 4);
  const cH = ["PF", "F", "B"],
    cT = sum(cH, (h) => max(0, b.C[h]));
  for (const i of FI) {
    const r = (x.rl + x.sp[i]) / 4;
    b.pay(i, "B", -b.L[i] * r);
    for (const h of cH) b.pay(i, h, (-b.C[i] * r * max(0, b.C[h])) / cT);
    if (b.V[i] < 0) b.pay(i, "nv", -b.V[i] * r);
  }
  x.spO = p.sp0 + 0.006 + p.sp2 * 0.4 * max(0, 0.9 - x.phi) + 0.02 * z.cc;
  for (const h of cH) b.pay("O", h, (((x.rl + x.spO) / 4) * -b.C.O * max(0, b.C[h])) / cT);
  // Banks come last: they also hold what the state has spent this quarter beyond its receipts.
  for (const h of ["T", "F", "PF", "X", "B"]) {
    const v = (x.rg / 4) * (b.Bd[h] + (h === "B" ? -b.D.G : 0));
    b.pay("G", h, v);
    if (h === "T") pT += v;
  }
  x.mix = 0.072 * z.Y;
  b.pay("O", "W", 0.55 * x.mix);
  b.pay("O", "T", 0.45 * x.mix);
  pT += 0.45 * x.mix;
  x.GO = b.cur.O;
  x.txO = p.tC * max(0, 0.6 * (x.GO + x.IO - 0.0155 * b.K.O));
  b.pay("O", "G", x.txO);
  x.dT = max(0, x.GO - x.txO + 70 * x.trd);
  x.divO = max(0, z.divO + 0.3 * (x.dT - z.divO));
  const divs = (i, v) => {
    const hs = SEC.filter((h) => h !== i && b.s[h][i] > 0),
      tot = sum(hs, (h) => b.s[h][i]);
    for (const h of hs) {
      const q = (v * b.s[h][i]) / tot;
      b.pay(i, h, q);
      if (h === "T") pT += q;
    }
  };
  for (const i of FI) if (x.dv[i] > 0) divs(i, x.dv[i]);
  divs("O", x.divO);
  b.pay("T", "G", p.tT * pT);
  // bank dividends
  const profB = b.cur.B;
  x.divB = max(0, profB) * clamp(25 * (x.kr0 - 0.072), 0, 1.3);
  b.pay("B", "T", x.divB);
}
