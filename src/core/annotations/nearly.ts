/** Longer patterns are cut, as the bits of one number count the errors. */
const MOST = 32;

/** For each unit, a bit for every place it has in the present pattern; all zeros between two comparisons. */
const masks = new Int32Array(1 << 16);

/** A run of units that is compared with others approximately. */
export class Pattern {
  readonly length: number;

  /** @param step in which direction the units are compared, from the first one or the last one on */
  constructor(
    private readonly units: Uint16Array,
    private readonly step: 1 | -1,
  ) {
    this.length = Math.min(MOST, units.length);
  }

  /**
   * Levenshtein distance to the best of the runs that begin at `from` and go on in its direction for `most`
   * units at most, by Myers' bit-parallel algorithm (1999).
   *
   * @param bearable more errors than this needn't be counted: any such number may be returned
   */
  errors(units: Uint16Array, from: number, most: number, bearable = this.length): number {
    const { step, length } = this;
    const own = step > 0 ? 0 : this.units.length - 1;
    for (let nth = 0; nth < length; nth++) {
      const unit = this.units[own + nth * step] as number;
      masks[unit] = (masks[unit] as number) | (1 << nth);
    }
    const best = this.leastErrors(units, from, most, bearable);
    for (let nth = 0; nth < length; nth++) masks[this.units[own + nth * step] as number] = 0;
    return best;
  }

  private leastErrors(units: Uint16Array, from: number, most: number, bearable: number): number {
    const { step } = this;
    const last = 1 << (this.length - 1);
    let plus = -1;
    let minus = 0;
    let errors = this.length;
    let best = errors;
    for (let at = from, left = most; left > 0 && at >= 0 && at < units.length; at += step, left--) {
      // Each unit takes one error away at most.
      if (errors - left >= best || errors - left > bearable) return best;
      const equal = masks[units[at] as number] as number;
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
