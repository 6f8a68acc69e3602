const rounds = new Uint32Array(64);
const start = new Uint32Array(8);
fillFractions();

/** Square roots give the start, cube roots the round constants (FIPS 180-4): the first 32 bits after the point. */
function fillFractions(): void {
  let found = 0;
  for (let candidate = 2n; found < 64; candidate++) {
    let prime = true;
    for (let d = 2n; d * d <= candidate; d++) if (candidate % d === 0n) prime = false;
    if (!prime) continue;
    if (found < 8) start[found] = Number(root(candidate << 64n, 2n) & 0xffffffffn);
    rounds[found++] = Number(root(candidate << 96n, 3n) & 0xffffffffn);
  }
}

/** Largest whole number whose `degree`-th power is not above n. */
function root(n: bigint, degree: bigint): bigint {
  let low = 0n;
  let high = 1n << 48n;
  while (low < high) {
    const middle = (low + high + 1n) >> 1n;
    if (middle ** degree <= n) low = middle;
    else high = middle - 1n;
  }
  return low;
}

/** A running SHA-256 over pieces. */
export interface Hash {
  readonly add: (bytes: Uint8Array) => void;
  /** Ends the hash: 64 hexadecimal digits. */
  readonly end: () => string;
}

/** Starts a SHA-256 (FIPS 180-4). */
export function startHash(): Hash {
  const state = start.slice();
  const block = new Uint8Array(64);
  const schedule = new Uint32Array(64);
  let filled = 0;
  let length = 0;
  const add = (bytes: Uint8Array): void => {
    length += bytes.length;
    for (let at = 0; at < bytes.length;) {
      const taken = Math.min(64 - filled, bytes.length - at);
      block.set(bytes.subarray(at, at + taken), filled);
      filled += taken;
      at += taken;
      if (filled === 64) {
        digestBlock(state, block, schedule);
        filled = 0;
      }
    }
  };
  const end = (): string => {
    const bits = length * 8;
    const padding = new Uint8Array((filled < 56 ? 64 : 128) - filled);
    padding[0] = 0x80;
    const view = new DataView(padding.buffer);
    view.setUint32(padding.length - 8, Math.floor(bits / 4294967296));
    view.setUint32(padding.length - 4, bits >>> 0);
    add(padding);
    return [...state].map((word) => word.toString(16).padStart(8, "0")).join("");
  };
  return { add, end };
}

/**
 * SHA-256 of bytes, as 64 hexadecimal digits.
 *
 * @example
 * import { sha256 } from "kreislauf/core";
 * sha256(new Uint8Array(0)).slice(0, 8); // → "e3b0c442"
 */
export function sha256(bytes: Uint8Array): string {
  const hash = startHash();
  hash.add(bytes);
  return hash.end();
}

function digestBlock(state: Uint32Array, block: Uint8Array, w: Uint32Array): void {
  for (let i = 0; i < 16; i++) {
    w[i] = (block[4 * i] << 24) | (block[4 * i + 1] << 16) | (block[4 * i + 2] << 8) | block[4 * i + 3];
  }
  for (let i = 16; i < 64; i++) {
    const x = w[i - 15];
    const y = w[i - 2];
    const s0 = turn(x, 7) ^ turn(x, 18) ^ (x >>> 3);
    const s1 = turn(y, 17) ^ turn(y, 19) ^ (y >>> 10);
    w[i] = (w[i - 16] + s0 + w[i - 7] + s1) | 0;
  }
  let [a, b, c, d, e, f, g, h] = state;
  for (let i = 0; i < 64; i++) {
    const s1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25);
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + rounds[i] + w[i]) | 0;
    const s0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22);
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + t1) | 0;
    d = c;
    c = b;
    b = a;
    a = (t1 + t2) | 0;
  }
  const sums = [a, b, c, d, e, f, g, h];
  for (let i = 0; i < 8; i++) state[i] += sums[i];
}

function turn(x: number, bits: number): number {
  return (x >>> bits) | (x << (32 - bits));
}
