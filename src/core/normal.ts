import { exp, log } from "./exact-math.ts";

/** Coefficients of `normalCdf`, shared with the WebAssembly kernel. */
export const normalConstants = {
  numerator: [
    0.0352624965998911, 0.700383064443688, 6.37396220353165, 33.912866078383, 112.079291497871,
    221.213596169931, 220.206867912376,
  ],
  denominator: [
    0.0883883476483184, 1.75566716318264, 16.064177579207, 86.7807322029461, 296.564248779674,
    637.333633378831, 793.826512519948, 440.413735824752,
  ],
  tailFrom: 7.07106781186547,
  rootTwoPi: 2.506628274631,
} as const;

/**
 * Share of a standard normal variable below x, off by less than 1e-15.
 *
 * Source: Hart (1968), Computer Approximations, algorithm 5666, as in West (2005), Better approximations to cumulative
 * normal functions.
 *
 * @example
 * import { normalCdf } from "kreislauf/core";
 * normalCdf(0); // → 0.5
 */
export function normalCdf(x: number): number {
  const size = Math.abs(x);
  const density = exp(-0.5 * size * size);
  const tail = normalConstants.numerator;
  let above = tail[0];
  for (let i = 1; i < tail.length; i++) above = above * size + tail[i];
  const base = normalConstants.denominator;
  let below = base[0];
  for (let i = 1; i < base.length; i++) below = below * size + base[i];
  const central = (density * above) / below;
  const fraction = size + 1 / (size + 2 / (size + 3 / (size + 4 / (size + 0.65))));
  const far = density / fraction / normalConstants.rootTwoPi;
  const share = size < normalConstants.tailFrom ? central : far;
  const known = size === Infinity ? 0 : share;
  return x > 0 ? 1 - known : known;
}

const a = [
  2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946,
  1971.5909503065513, 133.14166789178438, 3.3871328727963665,
];
const b = [
  5226.495278852854, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751,
  687.1870074920579, 42.31333070160091, 1,
];
const c = [
  0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684, 3.6478483247632045,
  5.769497221460691, 4.630337846156546, 1.4234371107496835,
];
const d = [
  1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008, 0.6897673349851,
  1.6763848301838038, 2.053191626637759, 1,
];
const e = [
  2.0103343992922881e-7, 2.7115555687434876e-5, 0.0012426609473880784, 0.026532189526576124,
  0.29656057182850487, 1.7848265399172913, 5.463784911164114, 6.657904643501103,
];
const f = [
  2.0442631033899397e-15, 1.421511758316446e-7, 1.8463183175100548e-5, 0.0007868691311456133,
  0.014875361290850615, 0.1369298809227358, 0.599832206555888, 1,
];

/**
 * The value a standard normal variable stays below with probability p (0 < p < 1), to about 16 digits.
 *
 * Source: Wichura (1988), Algorithm AS 241, PPND16.
 *
 * @example
 * import { normalQuantile } from "kreislauf/core";
 * normalQuantile(0.975); // → 1.959963984540054
 */
export function normalQuantile(p: number): number {
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q;
    return (q * polynomial(a, r)) / polynomial(b, r);
  }
  const r = Math.sqrt(-log(q < 0 ? p : 1 - p));
  const size =
    r <= 5 ? polynomial(c, r - 1.6) / polynomial(d, r - 1.6) : polynomial(e, r - 5) / polynomial(f, r - 5);
  return q < 0 ? -size : size;
}

/** Value of a polynomial, highest power first (Horner). */
function polynomial(coefficients: readonly number[], x: number): number {
  let value = coefficients[0];
  for (let i = 1; i < coefficients.length; i++) value = value * x + coefficients[i];
  return value;
}
