/** Longer patterns are cut: so many errors are counted in the bits of one number. */
const MOST = 32;

/** A run of units that is compared with others, near enough being good enough. */
export class Pattern {
  /** In which places of the pattern each unit stands; made when it is first needed, as few are. */
  private masks: Map<number, number> | undefined;
  readonly length: number;

  /** @param step in which direction the units are compared, from the first one or the last one on */
  constructor(
    private readonly units: Uint16Array,
    private readonly step: 1 | -1,
  ) {
    this.length = Math.min(MOST, units.length);
  }

  private masksOf(): Map<number, number> {
    const masks = new Map<number, number>();
    const first = this.step > 0 ? 0 : this.units.length - 1;
    for (let nth = 0; nth < this.length; nth++) {
      const unit = this.units[first + nth * this.step] as number;
      masks.set(unit, (masks.get(unit) ?? 0) | (1 << nth));
    }
    return masks;
  }

  /**
   * Levenshtein distance to the best of the runs that begin at `from` and go on in its direction for `most`
   * units at most, by Myers' bit-parallel algorithm (1999).
   */
  errors(units: Uint16Array, from: number, most: number): number {
    const masks = (this.masks ??= this.masksOf());
    const { step } = this;
    const last = 1 << (this.length - 1);
    let [plus, minus, errors] = [-1, 0, this.length];
    let best = errors;
    for (let at = from, left = most; left > 0 && at >= 0 && at < units.length; at += step, left--) {
      const equal = masks.get(units[at] as number) ?? 0;
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
