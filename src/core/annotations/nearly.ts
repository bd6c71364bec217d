/** Longer patterns are cut: so many errors are counted in the bits of one number. */
const MOST = 32;

/** A run of units that is compared with others, near enough being good enough. */
export class Pattern {
  private readonly masks = new Map<number, number>();
  readonly length: number;

  /** @param units in the order in which they are compared */
  constructor(units: Iterable<number>) {
    let length = 0;
    for (const unit of units) {
      if (length === MOST) break;
      this.masks.set(unit, (this.masks.get(unit) ?? 0) | (1 << length));
      length++;
    }
    this.length = length;
  }

  /**
   * Levenshtein distance to the best of the runs that begin at `from` and go on by `step` units for `most`
   * steps at most, by Myers' bit-parallel algorithm (1999).
   */
  errors(units: Uint16Array, from: number, step: 1 | -1, most: number): number {
    const last = 1 << (this.length - 1);
    let [plus, minus, errors] = [-1, 0, this.length];
    let best = errors;
    for (let at = from, left = most; left > 0 && at >= 0 && at < units.length; at += step, left--) {
      const equal = this.masks.get(units[at] as number) ?? 0;
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
