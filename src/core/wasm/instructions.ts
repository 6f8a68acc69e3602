/** Types of values; like all codes here as in the WebAssembly core specification 2.0, chapters 5.3 and 5.4. */
export const Type = { i32: 0x7f, f64: 0x7c, v128: 0x7b } as const;
export type ValueType = (typeof Type)[keyof typeof Type];

/** Instructions on two 64-bit lanes (prefix 0xfd). */
export const Lane = {
  load: 0x00,
  store: 0x0b,
  constant: 0x0c,
  splat: 0x14,
  equal: 0x47,
  unequal: 0x48,
  less: 0x49,
  greater: 0x4a,
  lessOrEqual: 0x4b,
  not: 0x4d,
  and: 0x4e,
  andNot: 0x4f,
  or: 0x50,
  bitSelect: 0x52,
  anyTrue: 0x53,
  floor: 0x75,
  mask: 0xc4,
  shiftLeft: 0xcb,
  shiftRight: 0xcc,
  addWhole: 0xce,
  subtractWhole: 0xd1,
  unequalWhole: 0xd7,
  abs: 0xec,
  negate: 0xed,
  root: 0xef,
  add: 0xf0,
  subtract: 0xf1,
  multiply: 0xf2,
  divide: 0xf3,
  min: 0xf4,
  max: 0xf5,
} as const;

/** Instructions on 32-bit whole numbers. */
export const Whole = {
  equalZero: 0x45,
  less: 0x48,
  lessUnsigned: 0x49,
  greater: 0x4a,
  lessOrEqualUnsigned: 0x4d,
  add: 0x6a,
  subtract: 0x6b,
  multiply: 0x6c,
  remainder: 0x70,
  and: 0x71,
  or: 0x72,
  shiftLeft: 0x74,
  toFloat: 0xb7,
} as const;

/** Instructions on doubles. */
export const Float = {
  abs: 0x99,
  add: 0xa0,
  subtract: 0xa1,
  multiply: 0xa2,
  fromSingle: 0xbb,
} as const;
