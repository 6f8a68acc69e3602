// M4 to M6.
import { clamp, exp, log, max, min, o, pow, sum } from "./arithmetic.mjs";
import { CH, CL, LA, FI, FD, STR } from "./firms.mjs";

/** M4: labs, commitments, vendor finance. */
export function planLabs({ x, z, b, p, t }) {
  x.DU = o(LA, (l) =>
    z.dfl[l] >= 0 ? 0 : p.rho * p.due * (1 + 2 * min(1, t / 12)) * sum(CL, (c) => z.BL[l][c]),
  );
  x.CPd = o(LA, (l) => p.kinf * x.R[l] + min(1, z.phi / 0.9) * max(x.DU[l], p.trn * x.R[l]));
  x.OX = o(LA, (l) =>
    z.dfl[l] >= 0
      ? min(z.OX[l], 0.3 * x.R[l])
      : z.OX[l] * exp(p.oxe * clamp(log(x.R[l] / z.R[l]), -0.1, 0.4)),
  );
  x.VI = o(
    LA,
    (l) =>
      ((p.vf * clamp(b.D.nv / 12, 0, 1) * z.CR * (1 - p.vfl) * STR.nv[l]) / 0.75) *
      x.phi *
      (z.dfl[l] >= 0 ? 0 : 1) *
      clamp(b.mc(l) / (40 * p.vf * z.CR + 1), 0, 1),
  );
  x.nd = o(LA, (l) => (z.dfl[l] >= 0 ? 0 : max(0, p.run * (x.CPd[l] + x.OX[l] - x.R[l]) - b.D[l])));
  x.RO = o(LA, (l) => max(0, min(x.nd[l], p.rmax * b.mc(l)) * x.phi ** 2 * 0.8 - x.VI[l]));
  x.IR = o(LA, (l) => b.D[l] + x.R[l] + x.VI[l] + x.RO[l] - x.OX[l]);
  x.df = o(LA, (l) =>
    z.dfl[l] < 0 &&
    x.phi < 0.5 &&
    x.R[l] < x.OX[l] + 0.85 * p.kinf * x.R[l] + p.bind * x.DU[l] &&
    x.IR[l] < x.OX[l] + 2 * (0.85 * p.kinf * x.R[l] + p.bind * x.DU[l])
      ? 1
      : 0,
  );
  x.CP = o(LA, (l) =>
    clamp(
      x.CPd[l],
      0,
      max(z.dfl[l] >= 0 || x.df[l] ? max(0, min(x.CPd[l], x.R[l] - x.OX[l])) : 0, 0.6 * x.IR[l]),
    ),
  );
  x.dfl = o(FI, (i) => z.dfl[i]);
  for (const l of LA) x.dfl[l] = x.df[l] ? t : z.dfl[l];
  x.vl = o(
    CL,
    (c) =>
      min(0.3 * z.I[c], p.vf * z.CR * p.vfl * x.phi * (c === "crwv" || c === "orcl" ? 0.5 : 0)) *
      (b.debt(c) < p.levk * FD[c].lv * 4 * max(0.2, z.EB[c]) ? 1 : 0),
  );
  x.VL = sum(CL, (c) => x.vl[c]);
  x.ST = sum(LA, (l) => x.VI[l] + p.vc * x.RO[l]) + x.VL;
  x.CPc = {};
  for (const l of LA) {
    x.CPc[l] = {};
    const s = sum(CL, (c) => z.BL[l][c]);
    for (const c of CL)
      x.CPc[l][c] = x.CP[l] * (s > 1 ? z.BL[l][c] / s : z.KE[c] / sum(CL, (k) => z.KE[k])) * (1 - x.pubs);
  }
  x.NO = o(LA, (l) => p.cm * p.rho * (x.VI[l] + p.vc * x.RO[l]));
  x.OQ = o(
    CL,
    (c) =>
      z.OQ[c] * (0.75 - p.canc * max(0, 0.75 - x.phi)) +
      sum(
        LA,
        (l) =>
          (x.NO[l] * z.BL[l][c]) /
          max(
            1e-6,
            sum(CL, (k) => z.BL[l][k]),
          ),
      ),
  );
  x.BL = {};
  for (const l of LA) {
    x.BL[l] = {};
    for (const c of CL)
      x.BL[l][c] = max(
        0,
        z.BL[l][c] * (1 - p.canc * max(0, 0.75 - x.phi)) * (x.df[l] ? 0.3 : 1) -
          (1 - p.ren * x.phi) * x.CPc[l][c] +
          (x.NO[l] * z.BL[l][c]) /
            max(
              1e-6,
              sum(CL, (k) => z.BL[l][k]),
            ),
      );
  }
  x.rev = {};
  x.EB = {};
  x.tx = {};
  x.dv = {};
  x.debt0 = o(FI, (i) => b.debt(i));
  x.int = o(FI, (i) => ((-b.C[i] - b.L[i] - min(0, b.V[i])) * (x.rl + x.sp[i])) / 4);
  for (const l of LA) {
    x.rev[l] = x.R[l];
    x.EB[l] = x.R[l] - x.CP[l] - x.OX[l];
    x.tx[l] = p.tC * max(0, x.EB[l] - x.int[l]);
    x.dv[l] = 0.1 * max(0, b.D[l] - 60) * (z.NI[l] > 0 ? 1 : 0);
  }
}

/** M5: clouds and capex. */
export function planClouds({ x, z, b, p, t }) {
  x.bs = o(FI, (i) => z.bs[i] * (1 + FD[i].gb * exp(-t / 24)));
  x.B = o(FI, (i) => x.bs[i] * z.Y);
  x.twh = (z.gpus / 1000) * p.kw * p.pue * p.lf * 2.19;
  x.pow = x.twh * p.elp * x.P * (1 + x.ens);
  x.sk = o(CL, (c) => z.KE[c] / max(1, x.Kt));
  for (const c of CL) {
    x.EB[c] = FD[c].e * x.B[c] + 0.75 * x.R[c] + 0.85 * sum(LA, (l) => x.CPc[l][c]) - x.pow * x.sk[c];
    x.rev[c] = x.B[c] + x.R[c] + sum(LA, (l) => x.CPc[l][c]);
  }
  x.rfi = o(FI, (i) => 0.03 * b.debt(i) * (1 - x.phi));
  x.bd = o(CL, (c) => x.dA * b.K[c]);
  for (const c of CL) {
    x.tx[c] = p.tC * max(0, x.EB[c] - x.bd[c] - x.int[c]);
    x.dv[c] =
      FD[c].th * max(0, z.NI[c]) * clamp(b.D[c] / (0.5 * FD[c].D * x.trd), 0, 1) +
      0.2 * max(0, b.D[c] - 1.4 * FD[c].D * x.trd);
  }
  x.nb = o(CL, (c) => x.phi * p.draw * max(0, p.levk * FD[c].lv * 4 * x.EB[c] - b.debt(c)));
  x.sv = o(CL, (c) => p.vc * sum(LA, (l) => x.RO[l] * (STR[c]?.[l] || 0)) * (b.D[c] > 5 ? 1 : 0));
  x.av = o(
    CL,
    (c) =>
      max(0, b.D[c] - 0.35 * FD[c].D) + x.EB[c] - x.int[c] - x.tx[c] - x.dv[c] - x.rfi[c] - x.sv[c] + x.vl[c],
  );
  x.util = clamp(
    p.itr +
      (sum(LA, (l) => x.CP[l]) +
        (p.kinf * sum(CL, (c) => x.R[c])) / max(0.2, 1 - x.pubs) +
        p.iu * sum(CL, (c) => x.B[c])) /
        (p.sig * x.Kt),
    0,
    1.2,
  );
  x.tgt = clamp((0.035 - z.u) / 0.015, 0, 1);
  x.gs = o(
    CL,
    (c) =>
      clamp(
        p.g0 +
          p.gu * (z.util - p.us) +
          p.gf * (x.phi - 0.9) +
          p.gq * clamp(-z.v[c], -0.5, 0.5) -
          0.3 * p.mimp * x.tars -
          p.f4 * 0.1 * x.drs,
        -0.03,
        0.16,
      ) * clamp(1 - (z.IA / z.Y - p.btl) / 0.03, 0.2, 1),
  );
  x.Ip = o(
    CL,
    (c) =>
      z.I[c] +
      p.iadj *
        ((x.dE + x.gs[c] * (x.gs[c] > 0 ? 1 - 0.5 * x.tgt : 1)) * z.KE[c] + p.ocx * 0.25 * x.OQ[c] - z.I[c]),
  );
  x.I = o(CL, (c) =>
    max(
      0.25 * x.dE * z.KE[c],
      min(x.Ip[c], max(0, x.av[c]) + x.nb[c], (1.7 * p.btl * z.Y * x.sk[c]) / max(0.05, 1 - x.pubs)),
    ),
  );
  x.nbu = o(CL, (c) => clamp(max(p.dsh * x.I[c], x.I[c] - max(0, x.av[c])), 0, x.nb[c]));
  x.KE = o(CL, (c) => z.KE[c] * (1 - x.dE) * (1 - (t === p.pubT ? p.pub : 0)) + x.I[c]);
  x.IG = t >= p.pubT ? p.pubI * x.dE * z.KG : 0;
  x.KG = z.KG * (1 - x.dE) + x.IG + (t === p.pubT ? p.pub * sum(CL, (c) => z.KE[c] * (1 - x.dE)) : 0);
  x.IA = sum(CL, (c) => x.I[c]) + x.IG;
}

/** M6: chip makers. */
export function planChips({ x, z, b, p, t }) {
  x.kc = o(CL, (c) => FD[c].kc + max(0, p.ock - FD[c].kc) * min(1, (p.ocx * 0.25 * x.OQ[c]) / x.I[c]));
  x.CK = sum(CL, (c) => x.kc[c] * x.I[c]) + 0.3 * x.IG;
  x.XB = z.XB0 * pow(x.IA / sum(CL, (c) => FD[c].I), p.xel) * (t >= p.tarT ? 1 - p.xc : 1);
  x.ch = { nv: 0.92 * x.CK + 0.95 * x.XB, amd: 0.08 * x.CK + 0.05 * x.XB };
  x.cg = {};
  for (const j of CH) {
    x.rev[j] = x.B[j] + x.ch[j];
    x.cg[j] = (1 - p.gm) * x.ch[j];
    x.OX[j] = z.OX[j] * pow(clamp(x.rev[j] / z.rev[j], 0.5, 2), 0.5);
    x.EB[j] = x.ch[j] - x.cg[j] + FD[j].e * x.B[j] - x.OX[j];
    x.tx[j] = p.tC * max(0, x.EB[j] - x.int[j]);
    x.dv[j] =
      FD[j].th * max(0, z.NI[j]) * clamp(b.D[j] / (0.5 * FD[j].D), 0, 1) +
      0.35 * max(0, b.D[j] - 1.4 * FD[j].D * x.trd);
  }
  x.CR = x.rev.nv;
}
