/** Bytes that grow; numbers in the forms of the WebAssembly binary format. */
export class Bytes {
  #data = new Uint8Array(256);
  #view = new DataView(this.#data.buffer);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  byte(...values: readonly number[]): void {
    this.#reserve(values.length);
    for (const value of values) this.#data[this.#length++] = value;
  }

  /** Unsigned LEB128. */
  unsigned(value: number): void {
    this.#reserve(5);
    let left = value;
    while (left > 127) {
      this.#data[this.#length++] = (left & 127) | 128;
      left >>>= 7;
    }
    this.#data[this.#length++] = left;
  }

  /** Signed LEB128 of a 32-bit number. */
  signed(value: number): void {
    this.#reserve(5);
    let left = value;
    while (left > 63 || left < -64) {
      this.#data[this.#length++] = (left & 127) | 128;
      left >>= 7;
    }
    this.#data[this.#length++] = left & 127;
  }

  float(value: number): void {
    this.#reserve(8);
    this.#view.setFloat64(this.#length, value, true);
    this.#length += 8;
  }

  /** A 64-bit word from its halves. */
  word(high: number, low: number): void {
    this.#reserve(8);
    this.#view.setUint32(this.#length, low, true);
    this.#view.setUint32(this.#length + 4, high, true);
    this.#length += 8;
  }

  text(value: string): void {
    this.unsigned(value.length);
    for (let i = 0; i < value.length; i++) this.byte(value.charCodeAt(i));
  }

  /** Appends other bytes, preceded by their number. */
  sized(other: Bytes): void {
    this.unsigned(other.length);
    this.append(other);
  }

  append(other: Bytes): void {
    this.#reserve(other.length);
    this.#data.set(other.finish(), this.#length);
    this.#length += other.length;
  }

  finish(): Uint8Array<ArrayBuffer> {
    return this.#data.subarray(0, this.#length);
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#data.length) return;
    const grown = new Uint8Array(Math.max(this.#data.length * 2, this.#length + more));
    grown.set(this.#data);
    this.#data = grown;
    this.#view = new DataView(grown.buffer);
  }
}
