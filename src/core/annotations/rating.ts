/** How reliable a source is, in the Admiralty code (NATO AJP-2.1): F is “cannot be judged”. */
export const SOURCE_GRADES = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
export type SourceGrade = (typeof SOURCE_GRADES)[number];

/** How credible information is, in the Admiralty code: 6 is “cannot be judged”. */
export const INFORMATION_GRADES = ['1', '2', '3', '4', '5', '6'] as const;
export type InformationGrade = (typeof INFORMATION_GRADES)[number];

/** A rating of source and information; each is judged by itself, so that one may be missing. */
export interface Rating {
  readonly source?: SourceGrade;
  readonly information?: InformationGrade;
}

/** Reads `B2`, `b2`, `B` or `2`; undefined if it is none of these. */
export function parseRating(text: string): Rating | undefined {
  const [, letter, information] = /^([A-F])?([1-6])?$/i.exec(text.trim()) ?? [];
  const source = SOURCE_GRADES.find((grade) => grade === letter?.toUpperCase());
  const ofInformation = INFORMATION_GRADES.find((grade) => grade === information);
  if (!source && !ofInformation) return undefined;
  return { ...(source && { source }), ...(ofInformation && { information: ofInformation }) };
}

/** `B2`, `B` or `2`, as {@link parseRating} reads it. */
export function ratingText({ source, information }: Rating): string {
  return `${source ?? ''}${information ?? ''}`;
}
