const CHUNK = 1 << 16;
/** The first part begins with so many places: most lists stay empty or short, and memory for many of them is dear. */
const FIRST = 1 << 10;
/** What is merely expected takes no more than this. */
const MOST_EXPECTED = 1 << 24;

/** A list of numbers from 0 up that only grows: a number for each row. Kept in as few bytes as each part needs. */
export class Codes {
  readonly parts: (Uint8Array | Uint16Array | Int32Array)[];
  #last: Int32Array;
  #used: number;
  #largest = 0;
  #wide: Int32Array | null = null;

  constructor(parts: Codes['parts'] = [], last: Int32Array = new Int32Array(0), used = 0) {
    this.parts = parts;
    this.#last = last;
    this.#used = used;
  }

  get length(): number {
    return this.parts.length * CHUNK + this.#used;
  }

  push(code: number): void {
    if (this.#used === this.#last.length) this.#makeRoom();
    this.#last[this.#used] = code;
    this.#used += 1;
    if (code > this.#largest) this.#largest = code;
  }

  /** Adds the first `count` of some numbers. */
  append(codes: Int32Array, count: number): void {
    let from = 0;
    while (from < count) {
      if (this.#used === this.#last.length) this.#makeRoom();
      const last = this.#last;
      const some = Math.min(count - from, last.length - this.#used);
      let largest = this.#largest;
      for (let at = 0; at < some; at += 1) {
        const code = codes[from + at] ?? 0;
        last[this.#used + at] = code;
        if (code > largest) largest = code;
      }
      this.#largest = largest;
      this.#used += some;
      from += some;
    }
  }

  #makeRoom(): void {
    if (this.#last.length < CHUNK) {
      const larger = new Int32Array(Math.min(CHUNK, Math.max(FIRST, this.#last.length * 4)));
      larger.set(this.#last);
      this.#last = larger;
      return;
    }
    const narrow = this.#largest < 256 ? Uint8Array : this.#largest < 65_536 ? Uint16Array : Int32Array;
    this.parts.push(new narrow(this.#last));
    this.#used = 0;
    this.#largest = 0;
  }

  at(index: number): number {
    const part = index >>> 16;
    const codes = part === this.parts.length ? this.#last : (this.parts[part] as Int32Array);
    return codes[index & (CHUNK - 1)] as number;
  }

  /** Visits all from the first to the last. */
  each(visit: (code: number, index: number) => void): void {
    for (let part = 0; part <= this.parts.length; part += 1) {
      const codes = this.part(part);
      for (let at = 0; at < codes.length; at += 1) visit(codes[at] as number, part * CHUNK + at);
    }
  }

  /**
   * The numbers in pieces, each of `CHUNK` but the last: for loops that run over two lists at once. Valid until the next
   * call. Always of one kind, because a loop over several kinds takes twice as long.
   */
  part(index: number): Int32Array {
    const part = this.parts[index];
    if (part === undefined) return this.#last.subarray(0, this.#used);
    if (part instanceof Int32Array) return part;
    this.#wide ??= new Int32Array(CHUNK);
    this.#wide.set(part);
    return this.#wide;
  }

  data(): CodesData {
    return { parts: this.parts, last: this.#last.slice(0, Math.max(1, this.#used)), used: this.#used };
  }

  static from({ parts, last, used }: CodesData): Codes {
    return new Codes(parts, last, used);
  }
}

export interface CodesData {
  parts: Codes['parts'];
  last: Int32Array;
  used: number;
}

/** Numbers by index, any index; 0 where none was set. */
export class Numbers {
  #all: Int32Array;

  /** @param expected about so many will be set; more or fewer may */
  constructor(expected = 0) {
    this.#all = new Int32Array(Math.max(1024, Math.min(expected, MOST_EXPECTED)));
  }

  set(index: number, value: number): void {
    if (index >= this.#all.length) {
      const larger = new Int32Array(Math.max(index + 1, Math.ceil(this.#all.length * 1.5)));
      larger.set(this.#all);
      this.#all = larger;
    }
    this.#all[index] = value;
  }

  at(index: number): number {
    return this.#all[index] ?? 0;
  }

  /** The first `count` of them. */
  take(count: number): Int32Array {
    return this.#all.subarray(0, count);
  }
}
