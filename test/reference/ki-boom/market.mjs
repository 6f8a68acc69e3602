// M8, closing of the quarter, M11.
import { abs, clamp, exp, lgs, log, max, min, o, pow, sum, tanh } from "./arithmetic.mjs";
import { CH, CL, LA, FI, HH, FD } from "./firms.mjs";
import { deposits } from "./books.mjs";

/** M8: prices, margin, rebalancing. */
export function trade({ x, z, b, p, t }) {
  x.NIs = o(FI, (i) => z.NIs[i] + 0.35 * (x.NI[i] - z.NIs[i]));
  x.g = o(FI, (i) => z.g[i] + 0.3 * (4 * log(max(0.05, x.rev[i] / z.rev[i])) - z.g[i]));
  x.pe =
    1 /
    (1 / p.pe0 +
      max(-0.015, x.rl - 0.0411) +
      p.erp * max(0, 0.9 - x.phi) +
      p.cab * max(0, z.mcAI / (4 * z.Y) - 0.7));
  x.F = o(FI, (i) =>
    LA.includes(i)
      ? x.pe *
        max(p.mlab * 4 * x.R[i] * (1 + p.plab * clamp(x.g[i], 0, 1)), 4 * x.NIs[i]) *
        (x.dfl[i] >= 0 ? 0.6 : 1)
      : max(
          x.pe * 4 * x.NIs[i] * (1 + p.peg * clamp(x.g[i], -0.2, 0.6)),
          CL.includes(i) ? max(2, 0.5 * b.K[i]) : 20 * z.bs[i] * 100,
        ) *
        (1 - (x.dfl[i] >= 0 && t - x.dfl[i] < 12 ? 0.5 : 0)),
  );
  x.v = o(FI, (i) => clamp(log(x.F[i] / b.mcr(i)), -1.5, 1.5));
  const W = o(FI, (i) => b.mcr(i)),
    Wt = sum(FI, (i) => W[i]);
  x.vbar = sum(FI, (i) => W[i] * x.v[i]) / Wt;
  x.nx = clamp(z.nx + 0.5 * (lgs(p.nk * (abs(z.tr) - p.ngap * x.vbar ** 2)) - z.nx), 0.05, 0.95);
  x.an = ((p.ann * x.ST) / Wt) * (x.phi > 0.4 ? 1 : 0);
  x.lr = o(
    FI,
    (i) =>
      (1 - x.nx) * p.af * x.v[i] * (1 + x.v[i] ** 2) +
      x.nx * p.ax * (0.5 * z.trf[i] + 0.5 * z.tr) * 0.75 +
      x.an -
      0.4 * clamp(z.phi - x.phi, -0.1, 0.5) -
      (LA.includes(i) && x.df[i] ? 1.4 : 0) -
      (x.cdf[i] ? 0.9 : 0) -
      p.f4 * 0.2 * (x.drs - z.drs),
  );
  x.r0 = log(sum(FI, (i) => W[i] * exp(0.55 * tanh(x.lr[i] / 0.55))) / Wt);
  x.lA = z.levA * exp(x.r0);
  x.Ms = max(0, -b.L.F);
  x.lv_ = x.Ms / max(1, x.lA);
  x.fs = x.lv_ > p.mm ? min(0.9 * x.lA, max(0, (x.Ms - p.ltv * x.lA) / (1 - p.ltv))) : 0;
  x.fimp = (p.dep * x.fs) / Wt;
  x.rt = o(FI, (i) => 0.6 * tanh((x.lr[i] - x.fimp) / 0.6));
  for (const i of FI) b.p[i] *= exp(x.rt[i]);
  for (const l of LA)
    for (const [h, cash] of b.raise[l]) {
      const q = cash / b.p[l];
      b.s[h][l] += q;
      b.s[l][l] -= q;
    }
  x.ri = log(sum(FI, (i) => W[i] * exp(x.rt[i])) / Wt);
  x.idx = z.idx * exp(x.ri);
  x.idxH = [z.idx, z.idxH[0], z.idxH[1], z.idxH[2]];
  x.tr = p.trm * z.tr + (1 - p.trm) * x.ri;
  x.trf = o(FI, (i) => p.trm * z.trf[i] + (1 - p.trm) * x.rt[i]);
  x.dO0 = z.dO0 ?? x.divO / x.trd;
  x.FO = 45000 * (x.divO / x.dO0) * (1 / (1 + 11 * (x.rl - 0.0411)));
  b.p.O *= exp(
    clamp(
      0.25 * clamp(log(x.FO / b.mc("O")), -1, 1) + p.spl * (x.ri - 0.012) + (p.pi + p.glp) * 0.6,
      -0.3,
      0.2,
    ),
  );
  x.p = { O: b.p.O };
  x.lA2 = z.levA * exp(x.ri);
  const sale =
    x.fs > 0
      ? -x.fs
      : clamp(
          (0.25 * ((p.ltv + 0.04 * (2 * x.nx - 1)) * x.lA2 - x.Ms)) / (1 - p.ltv),
          -0.1 * x.lA2,
          min(0.12 * x.lA2 * x.phi, 0.01 * sum(FI, (i) => b.s.T[i] * b.p[i])),
        );
  x.Q = max(-0.9 * sum(FI, (i) => b.s.F[i] * b.p[i]), sale);
  {
    const buy = (h1, h2, cash) => {
      const src = cash > 0 ? h2 : h1;
      const hold = FI.filter((i) => b.s[src][i] > 0);
      const tot = sum(hold, (i) => b.s[src][i] * b.p[i]);
      for (const i of hold) b.trade(h1, h2, i, (cash * b.s[src][i] * b.p[i]) / tot);
    };
    if (x.Q > 0) {
      b.fin("L", "B", "F", x.Q);
      buy("F", "T", x.Q);
    } else if (x.Q < 0) {
      buy("F", "T", x.Q);
      b.rep("L", "B", "F", min(-x.Q, -b.L.F));
    }
    const most = (h) => 0.2 * b.s[h].O * b.p.O;
    x.pq = clamp(0.06 * (0.52 * (b.nw("PF") - b.PC.PF) - b.eq("PF")), -most("PF"), most("T"));
    b.trade("PF", "T", "O", x.pq);
  }
  x.levA = max(1, x.lA2 + x.Q);
  {
    const sh = max(0, -b.L.F - 0.97 * x.levA);
    x.wlF = sh > 0 ? b.wo("L", "F", 0.5 * sh) : 0;
  }
}

/** Liquidity, fund shares, public debt, pension claims. */
export function close({ x, b, p }) {
  x.defs = -b.cur.G;
  for (const i of [...CH, ...CL]) {
    const target = 1.2 * FD[i].D * x.trd;
    const exc = b.D[i] - target;
    if (exc > 0 && b.L[i] < 0) b.rep("L", "B", i, min(0.2 * exc, -b.L[i]));
    if (b.D[i] < 0) b.fin("L", "B", i, -b.D[i]);
  }
  for (const l of LA) if (b.D[l] < 0) b.fin("L", "B", l, -b.D[l]);
  for (const h of HH) {
    const floor = 0.5 * deposits[h];
    if (b.D[h] < floor) b.fin("L", "B", h, floor - b.D[h]);
  }
  {
    const need = 500 * x.trd - b.D.F;
    b.fin("FS", "T", "F", 0.65 * need);
    b.fin("FS", "PF", "F", 0.35 * need);
  }
  {
    const d = -b.D.G;
    b.Bd.G -= d;
    b.Bd.B += d;
    b.D.G += d;
    b.D.B -= d;
  }
  for (const [h, d0] of [
    ["PF", 1500],
    ["T", 6000],
    ["X", 1800],
  ]) {
    const short = b.D[h] - d0 * x.trd;
    const e = h === "T" ? max(short, -0.9 * b.open.Bd.T) : short;
    b.D[h] -= e;
    b.D.B += e;
    b.Bd[h] += e;
    b.Bd.B -= e;
  }
  // retirement shift, claims
  {
    const s = 0.016 * b.PC.W;
    b.PC.W -= s;
    b.PC.P += s;
  }
  {
    const n = b.nw("F"),
      fT = b.FS.T + b.FS.PF;
    if (fT + n > 0) {
      b.claim("FS", "T", "F", 0.65 * (fT + n));
      b.claim("FS", "PF", "F", 0.35 * (fT + n));
    }
    const m = b.nw("PF"),
      q = b.PC.W + b.PC.P;
    b.claim("PC", "W", "PF", b.PC.W + (m * b.PC.W) / q);
    b.claim("PC", "P", "PF", b.PC.P + (m * b.PC.P) / q);
  }
  x.mcAI = sum(FI, (i) => b.mc(i));
  x.mcO = b.mc("O");
  x.con_ = x.mcAI / (x.mcAI + x.mcO);
  x.fic = x.mcAI - sum(FI, (i) => max(0, p.pe0 * 4 * x.NIs[i]));
}

/** M11: ecology. */
export function countNature({ x, z, p, t }) {
  x.gn = (x.ch.nv + x.ch.amd) / (p.gpuP * exp(p.gpi * t)) / 1000;
  x.gr = (x.dE * 0.9 * z.gpus) / 1000;
  x.gpus = z.gpus + 1000 * x.gn - 1000 * x.gr;
  x.ciT = p.ci * pow(1 - p.cid, t);
  x.co2q = x.twh * x.ciT + x.gn * p.emb;
  x.co2 = z.co2 + x.co2q;
  x.wat = z.wat + x.twh * p.wue;
  x.was = z.was + (x.gr * p.kgg) / 1000;
}
