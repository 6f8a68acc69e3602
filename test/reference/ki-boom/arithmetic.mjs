// Arithmetic of the specification's notation.
export const { min, max, log, exp, abs, pow, tanh } = Math;
export const clamp = (v, l, h) => max(l, min(h, v));
export const lgs = (v) => 1 / (1 + exp(-v));
export const sum = (set, f) => set.reduce((a, i) => a + f(i), 0);
export const o = (set, f) => Object.fromEntries(set.map((i) => [i, f(i)]));
