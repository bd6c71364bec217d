/** Whether the whole of a run of folded units is at a place. */
export function isAt(units: Uint16Array, start: number, run: Uint16Array): boolean {
  if (start < 0 || start + run.length > units.length) return false;
  for (let at = 0; at < run.length; at++) if (units[start + at] !== run[at]) return false;
  return true;
}

/** Where a run occurs between `from` and `to`; an empty one counts as being at both ends. */
export function placesOf(run: Uint16Array, units: Uint16Array, from: number, to: number): number[] {
  const [first] = run;
  if (first === undefined) return [from, to];
  const places: number[] = [];
  // The engine's own search is fast, and few places begin as the run does.
  const stretch = units.subarray(from, Math.max(from, to - run.length + 1));
  for (let at = stretch.indexOf(first); at >= 0; at = stretch.indexOf(first, at + 1)) {
    if (isAt(units, from + at, run)) places.push(from + at);
  }
  return places;
}

/** How many units of the end of a run stand right before a place. */
export function sameBefore(units: Uint16Array, at: number, run: Uint16Array): number {
  let same = 0;
  while (same < run.length && same < at && units[at - 1 - same] === run[run.length - 1 - same])
    same++;
  return same;
}

/** How many units of the beginning of a run stand right behind a place. */
export function sameAfter(units: Uint16Array, at: number, run: Uint16Array): number {
  let same = 0;
  while (same < run.length && units[at + same] === run[same]) same++;
  return same;
}
