/** Longer patterns are cut, as the bits of one number count the errors. */
const MOST = 32;

/** A run of units that is compared with others approximately. */
export class Pattern {
  readonly length: number;
  /** For each unit of the pattern, a bit for every place it has there. */
  private readonly places = new Places();

  /** @param step in which direction the units are compared, from the first one or the last one on */
  constructor(
    units: Uint16Array,
    private readonly step: 1 | -1,
  ) {
    this.length = Math.min(MOST, units.length);
    const own = step > 0 ? 0 : units.length - 1;
    for (let nth = 0; nth < this.length; nth++) {
      this.places.add(units[own + nth * step] as number, nth);
    }
  }

  /**
   * Levenshtein distance to the best of the runs that begin at `from` and go on in its direction for `most`
   * units at most, by Myers' bit-parallel algorithm (1999).
   *
   * @param bearable more errors than this needn't be counted: any such number may be returned
   */
  errors(units: Uint16Array, from: number, most: number, bearable = this.length): number {
    const { step, places } = this;
    const last = 1 << (this.length - 1);
    let plus = -1;
    let minus = 0;
    let errors = this.length;
    let best = errors;
    for (let at = from, left = most; left > 0 && at >= 0 && at < units.length; at += step, left--) {
      // Each unit takes one error away at most.
      if (errors - left >= best || errors - left > bearable) return best;
      const equal = places.of(units[at] as number);
      const vertical = equal | minus;
      const horizontal = (((equal & plus) + plus) ^ plus) | equal;
      let up = minus | ~(horizontal | plus);
      let down = plus & horizontal;
      if (up & last) errors++;
      else if (down & last) errors--;
      if (errors < best) best = errors;
      up = (up << 1) | 1;
      down <<= 1;
      plus = down | ~(vertical | up);
      minus = up & vertical;
    }
    return best;
  }
}

/** Units below this are looked up in an array, which is faster. */
const FREQUENT = 128;

class Places {
  private readonly frequent = new Int32Array(FREQUENT);
  private readonly others = new Map<number, number>();

  add(unit: number, place: number): void {
    const places = this.of(unit) | (1 << place);
    if (unit < FREQUENT) this.frequent[unit] = places;
    else this.others.set(unit, places);
  }

  of(unit: number): number {
    return (unit < FREQUENT ? this.frequent[unit] : this.others.get(unit)) ?? 0;
  }
}
