/** The types of names that training sets agree on. */
export const TAGGED_TYPES = ['PERSON', 'ORG', 'PLACE', 'MISC'] as const;
export type TaggedType = (typeof TAGGED_TYPES)[number];

/** Outside; and for each type the beginning, inside and end of a name, and a name of one token. */
export const OUTSIDE = 0;
export const LABELS = 1 + 4 * TAGGED_TYPES.length;

export type Position = 'begin' | 'inside' | 'end' | 'single';
const POSITIONS: readonly Position[] = ['begin', 'inside', 'end', 'single'];

export function labelOf(type: TaggedType, position: Position): number {
  return 1 + 4 * TAGGED_TYPES.indexOf(type) + POSITIONS.indexOf(position);
}

export function typeOfLabel(label: number): TaggedType | undefined {
  return TAGGED_TYPES[(label - 1) >> 2];
}

export function positionOfLabel(label: number): Position | undefined {
  return label === OUTSIDE ? undefined : POSITIONS[(label - 1) & 3];
}

/** Whether a name goes on after this label. */
function isOpen(label: number): boolean {
  const position = positionOfLabel(label);
  return position === 'begin' || position === 'inside';
}

/** Whether `after` may follow `before`: a name that is begun has to be ended, as the same type. */
export function mayFollow(before: number, after: number): boolean {
  const position = positionOfLabel(after);
  const goesOn = position === 'inside' || position === 'end';
  if (isOpen(before) !== goesOn) return false;
  return !goesOn || typeOfLabel(before) === typeOfLabel(after);
}

/** Whether a passage may begin with a label. */
export function mayBegin(label: number): boolean {
  return mayFollow(OUTSIDE, label);
}

export function mayEnd(label: number): boolean {
  return !isOpen(label);
}
