// Finance, losses, rescue.
import { clamp, max, o, sum } from "./arithmetic.mjs";
import { CH, CL, LA, FI, HH, STR } from "./firms.mjs";

/** Pensions, rounds, debt, investment. */
export function finance({ x, z, b, p, D0 }) {
  const cH = ["PF", "F", "B"];
  x.YD = {};
  b.fin("PC", "W", "PF", x.con);
  b.rep("PC", "P", "PF", x.ben);
  for (const h of HH) x.YD[h] = b.cur[h] + x.C[h] - (h === "W" ? x.con : 0) + (h === "P" ? x.ben : 0);
  // rounds
  const issue = (l, h, cash) => {
    if (!(cash > 0)) return;
    b.raise[l].push([h, cash]);
    b.D[h] -= cash;
    b.D[l] += cash;
  };
  for (const l of LA) {
    issue(l, "nv", x.VI[l]);
    let rest = x.RO[l];
    for (const c of CL) {
      const v = p.vc * x.RO[l] * (STR[c]?.[l] || 0) * (D0[c] > 5 ? 1 : 0);
      issue(l, c, v);
      rest -= v;
    }
    for (const [h, s] of [
      ["T", 0.55],
      ["F", 0.25],
      ["X", 0.2],
    ])
      issue(l, h, s * rest);
  }
  for (const c of CL) {
    if (x.vl[c] > 0) b.fin("V", "nv", c, x.vl[c]);
    if (b.V[c] < 0) b.rep("V", "nv", c, 0.04 * -b.V[c]);
  }
  for (const i of FI) {
    const d = x.debt0[i];
    if (d > 0 && x.rfi[i] > 0) {
      const fL = -b.L[i] / d,
        fC = 1 - fL;
      for (const h of cH) b.rep("C", h, i, (x.rfi[i] * fC * b.open.C[h]) / sum(cH, (k) => b.open.C[k]));
      b.rep("L", "B", i, x.rfi[i] * fL);
    }
  }
  for (const c of CL) {
    b.fin("C", "PF", c, 0.45 * x.nbu[c]);
    b.fin("C", "F", c, 0.4 * x.nbu[c]);
    b.fin("L", "B", c, 0.15 * x.nbu[c]);
  }
  b.fin("L", "B", "W", 17500 * (p.pi + p.glp) * z.trd * max(0, 1 - max(0, z.u - p.un)));
  b.fin("L", "B", "O", max(0.25 * (4200 * x.trd - b.D.O), 0.1 * 4200 * x.trd - b.D.O));
  b.fin("C", "PF", "O", 0.55 * 56 * x.trd);
  b.fin("C", "F", "O", 0.45 * 56 * x.trd);
  // investment
  const inv = (s, I, wear) => {
    b.K[s] += I - wear;
  };
  inv("O", x.IO, 0.0155 * b.K.O);
  for (const c of CL) inv(c, x.I[c], x.bd[c]);
  inv("G", x.IG, x.dE * z.KG);
  x.KO = b.K.O;
}

/** M9: defaults, write-downs, bail-out, takeover; profits and ratios. */
export function settle({ x, z, b, p, t }) {
  x.NI = {};
  x.cdf = {};
  for (const c of CL) {
    const d = b.debt(c),
      cv = (x.EB[c] + max(0, b.D[c])) / (x.int[c] + x.rfi[c] + 1e-9);
    x.cdf[c] =
      (d > 0 && x.phi < 0.5 && cv < p.dcov && t - z.dfl[c] > 8) ||
      (b.D[c] < -0.02 * d && x.phi < 0.5 && t - z.dfl[c] > 8)
        ? 1
        : 0;
    x.dfl[c] = x.cdf[c] ? t : z.dfl[c];
  }
  x.str =
    z.str * 0.8 +
    sum(LA, (l) => (x.df[l] ? (l === "oai" ? 0.5 : 0.3) : 0)) +
    sum(CL, (c) => (x.cdf[c] ? (c === "orcl" ? 0.4 : 0.15) : 0));
  b.los = {};
  x.wl = 0;
  for (const c of CL) if (x.cdf[c]) for (const k of ["C", "L", "V"]) x.wl += b.wo(k, c, p.lgd * -b[k][c]);
  x.im = {};
  for (const c of CL) {
    const gap = max(0, b.K[c] - x.KE[c]),
      im = (x.cdf[c] ? 0.8 : x.phi < 0.4 ? 0.1 : 0.01) * gap;
    b.K[c] -= im;
    x.im[c] = im;
  }
  x.npl = 0.0008 + 0.1 * max(0, x.u - 0.055);
  const normal =
    0.0008 *
    ((0.25 * -b.C.O * b.open.C.B) / sum(["PF", "F", "B"], (h) => b.open.C[h]) + -b.L.O + 0.35 * -b.L.W);
  x.wlO =
    b.wo("C", "O", 0.25 * x.npl * -b.C.O) +
    b.wo("L", "O", x.npl * -b.L.O) +
    b.wo("L", "W", 0.35 * x.npl * -b.L.W);
  x.bo = 0;
  if (p.bail > 0) {
    x.bo = p.bail * (b.los.B - normal);
    b.pay("G", "B", x.bo);
    const need = max(0, p.kcap * 1.1 * b.L.B - b.nw("B"));
    if (need > 0) {
      b.pay("G", "B", p.bail * need);
      x.bo += p.bail * need;
    }
  }
  if (t === p.pubT && p.pub > 0)
    for (const c of CL) {
      const v = p.pub * b.K[c];
      b.pay("G", c, p.comp * v);
      b.K[c] -= v;
      b.K.G += v;
    }
  for (const c of CL) x.NI[c] = x.EB[c] - x.bd[c] - x.int[c] - x.tx[c] - x.im[c];
  for (const j of [...CH, ...LA]) x.NI[j] = x.EB[j] - x.int[j] - x.tx[j];
  x.lev = o(FI, (i) => clamp((b.debt(i) - 0.5 * max(0, b.D[i])) / max(0.5, 4 * x.EB[i]), 0, 15));
  x.kr = b.nw("B") / b.L.B;
  x.cc = clamp(z.cc + 0.5 * (clamp(((p.kcap - x.kr) / p.kcap) * 3, 0, 1) - z.cc), 0, 1);
  x.prAI = (4 * sum(FI, (i) => x.NI[i])) / (sum(CL, (c) => b.K[c]) + 300);
  x.prof = x.Y - x.WB - 0.0155 * x.KO - sum(CL, (c) => x.bd[c]) - p.tS * x.Ct;
  x.Kall = x.KO + sum(CL, (c) => b.K[c]);
  x.pr_ = (4 * x.prof) / x.Kall;
  x.ls = x.WB / x.Y;
}
