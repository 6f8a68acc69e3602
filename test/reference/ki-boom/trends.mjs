// M0 to M3.
import { clamp, exp, lgs, log, max, min, o, sum } from "./arithmetic.mjs";
import { CL, FI, FD } from "./firms.mjs";

/** M0 and M1: shocks, trends, rates. */
export function setTrends({ x, z, p, t }) {
  x.drs = t >= p.drT ? p.dr : 0;
  x.tars = t >= p.tarT ? p.tar : 0;
  x.ens = t >= p.enT ? p.en : 0;
  x.leap = p.leapT <= t ? min(1, (t - p.leapT + 1) / 12) : 0;
  x.trd = z.trd * (1 + p.pi + p.glp + p.glf + p.chi * (z.aip - z.aipL));
  x.P =
    z.P *
    (1 +
      p.pi +
      0.1 * clamp(p.un - z.u, -0.02, 0.03) +
      0.4 * max(0, log(z.Ed / z.E)) +
      0.8 * p.imp * (x.tars - z.tars) * (1 - 0.25) +
      0.03 * (x.ens - z.ens));
  // M1
  x.rp = max(0.001, 0.036 + x.drs - p.tay * max(-0.03, z.u - p.un));
  x.rl = z.rl + 0.3 * (x.rp + 0.005 - z.rl);
  x.rg = z.rg + 0.04 * (x.rl - z.rg);
  x.sp = o(FI, (i) => min(0.25, p.sp0 + p.sp1 * max(0, z.lev[i]) + p.sp2 * max(0, 0.9 - z.phi)));
}

/** M2 and M3: adoption, required revenue, sentiment. */
export function adopt({ x, z, p, t }) {
  x.M = p.M0 * x.trd * (1 + p.leapM * x.leap);
  x.spd = clamp(1 - p.abu * max(0, z.u - p.un) * 5 - p.abf * max(0, 0.9 - z.phi), 0.1, 1.2);
  x.N = min(0.999, z.N + (p.bp + p.bq * z.N) * (1 - z.N) * x.spd);
  x.Kt = sum(CL, (c) => z.KE[c]) + z.KG;
  x.RA = min(((x.M * x.N) / 4) * clamp(z.Y / (z.trd * 7750), 0.6, 1.3), (0.9 * p.sig * x.Kt) / p.kinf);
  x.gA = z.gA + 0.4 * (log(x.RA / z.RA) - z.gA);
  x.sa = o(FI, (i) => z.sa[i] + p.sadj * (FD[i].sa1 - z.sa[i]));
  x.pubs = z.KG / max(1, x.Kt);
  x.R = o(FI, (i) => x.sa[i] * x.RA * (CL.includes(i) ? 1 - x.pubs : 1));
  x.dE = p.chs / (4 * p.Lec) + (1 - p.chs) / (4 * p.Lsh);
  x.dA = p.chs / (4 * p.Lac) + (1 - p.chs) / (4 * p.Lsh);
  x.base = sum(CL, (c) => z.bs[c]) * z.Y;
  x.RQ = max(1, ((x.dE + p.ret / 4) * x.Kt - 0.6 * p.iu * x.base) / 0.75);
  x.cov = x.RA / x.RQ;
  x.Hp = max(p.Hm, p.H - p.hd * t);
  x.gq = log(x.RQ / x.RA) / x.Hp;
  // M3
  x.nz = 0.8 * z.nz;
  x.stp =
    (t >= p.stopT ? p.stopX * exp(-(t - p.stopT) / 10) : 0) +
    (t >= p.deflT ? p.deflS * min(16, t - p.deflT) : 0);
  x.fa =
    p.f0 +
    p.f1 * clamp(log(z.idx / z.idxH[3]), -0.8, 0.3) +
    clamp(p.f2 * (x.gA - x.gq), -2, 1) -
    p.f3 * z.str -
    p.f4 * x.drs -
    x.stp -
    2 * z.cc +
    x.nz;
  x.phi = z.phi + (lgs(x.fa) < z.phi ? p.fadj : p.fup) * (lgs(x.fa) - z.phi);
}
