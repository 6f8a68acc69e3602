// M7.
import { clamp, exp, log, max, min, o, pow, sum } from "./arithmetic.mjs";
import { CH, LA, FI, HH, FD } from "./firms.mjs";

/** M7: demand, employment, wages. */
export function demand({ x, z, b, p, t }) {
  x.NWS = o(HH, (h) => z.NWS[h] + 0.3 * (b.nw(h) - z.NWS[h]));
  x.C = o(HH, (h) => max(0.6 * z.C[h], z.aC[h] * x.trd + p["cy" + h] * z.YD[h] + p["cw" + h] * x.NWS[h]));
  x.hA = 0.25 * x.RA;
  x.IO = max(
    0.5 * z.IO,
    z.IO +
      0.35 *
        (1300 *
          x.trd *
          (1 +
            p.iay * clamp(z.Y / (7750 * x.trd) - 1, -0.25, 0.12) -
            p.iar * (x.rl - 0.0411) -
            0.25 * x.tgt -
            0.5 * p.iac * z.cc +
            0.06 * clamp(log(z.p.O / z.trd), -0.6, 0.4)) -
          z.IO),
  );
  x.gct =
    z.gct +
    0.25 *
      (clamp((p.aus * max(0, z.defs / z.Y - 0.062) * z.Y) / (1390 * z.trd + 1050 * z.trd), 0, 0.2) - z.gct);
  x.GP = 1390 * x.trd * (1 - x.gct);
  x.EX = 760 * x.trd * (t >= p.tarT ? 1 - p.xdr : 1);
  x.BT = sum(FI, (i) => x.B[i]);
  const Ct = (x.Ct = sum(HH, (h) => x.C[h]));
  x.IM = p.imp * (Ct - x.hA + 0.6 * x.GP + x.IO) * (1 - 0.5 * x.tars);
  x.ia = p.mimp * (x.IA - x.CK);
  x.Y = Ct + x.IO + x.IA + x.GP + x.EX + 0.2 * x.BT + x.XB + 0.15 * x.RA - x.IM - x.ia - x.cg.nv - x.cg.amd;
  x.cgt = x.cg.nv + x.cg.amd;
  x.gai = ((x.IA - z.IA - (x.ia - z.ia) - (x.cgt - z.cgt)) / z.Y) * 4;
  x.aip = max(0, p.psi * (x.N - z.N0) + p.psiL * x.leap);
  x.aipL = z.aip;
  x.pr = exp(p.glp * t) * (1 + x.aip);
  x.lf = pow(1 + p.glf, t);
  x.Ed = ((1 - p.un) * x.Y) / (7750 * x.P) / x.pr / (t >= p.pubT ? 1 - p.hrs * x.aip : 1);
  x.E = min(0.98 * x.lf, z.E + p.okun * (x.Ed - z.E));
  x.u = 1 - x.E / x.lf;
  x.w = z.w * (1 + p.pi + p.glp + p.wai * (x.aip - z.aip) - p.wphi * clamp(z.u - p.un, -0.03, 0.06));
  x.WB = (4170 * x.w * x.E) / (1 - p.un);
  x.wa = o(FI, (i) =>
    LA.includes(i)
      ? 0.45 * x.OX[i]
      : CH.includes(i)
        ? 0.6 * x.OX[i] + 0.35 * (1 - FD[i].e) * x.B[i]
        : 0.35 * ((1 - FD[i].e) * x.B[i] + 0.25 * x.R[i]),
  );
  x.ubn = ((p.ub * 4170) / (1 - p.un)) * x.w * max(0, x.lf - x.E - p.un * x.lf);
}
