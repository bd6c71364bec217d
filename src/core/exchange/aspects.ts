import { CONFIDENCES, STATUSES } from '../annotations/model';
import { INFORMATION_GRADES, SOURCE_GRADES } from '../annotations/rating';
import { CLAIM_KINDS, ESTIMATIVE_TERMS } from '../claims/model';
import { derivedGuid } from './guid';

/** The decision that a claim is none. */
export const NO_CLAIM = 'no claim';

/**
 * What is said of a claim besides its tags and topics, as headings with codes under them: other tools know
 * nothing but codes. Their GUIDs are the same in every project, so that we recognise them.
 */
const ASPECTS = {
  kind: { name: 'Kind of claim', values: CLAIM_KINDS },
  likelihood: { name: 'Likelihood', values: ESTIMATIVE_TERMS },
  confidence: { name: 'Confidence', values: CONFIDENCES },
  status: { name: 'Status', values: STATUSES },
  source: { name: 'Reliability of the source', values: SOURCE_GRADES },
  information: { name: 'Credibility of the information', values: INFORMATION_GRADES },
  decision: { name: 'Decision', values: [NO_CLAIM] },
} as const;

export type Aspect = keyof typeof ASPECTS;

export const ASPECT_NAMES = Object.keys(ASPECTS) as Aspect[];

/** A code of ours: an aspect with its value. */
export interface Meaning {
  readonly aspect: Aspect;
  readonly value: string;
}

/** The heading over all codes of ours, and the one over tags. */
export const OURS = { guid: derivedGuid('heading', 'claims'), name: 'Claims' } as const;
export const TAGS = { guid: derivedGuid('heading', 'tags'), name: 'Tags' } as const;

/** The coders of what nobody signed, and of what was found automatically. */
export const NOBODY = { guid: derivedGuid('user'), name: 'Analyst' } as const;
export const FINDER = { guid: derivedGuid('finder'), name: 'Interview Lens (automatic)' } as const;

export function headingOf(aspect: Aspect): { guid: string; name: string } {
  return { guid: derivedGuid('heading', aspect), name: ASPECTS[aspect].name };
}

export function codeOf({ aspect, value }: Meaning): string {
  return derivedGuid('aspect', aspect, value);
}

/** The heading over codes that say which topics some words don't touch, and such a code for a topic. */
export const REFUSALS = {
  guid: derivedGuid('heading', 'refusals'),
  name: 'Not this topic',
} as const;

export function refusalCode(topic: string): string {
  return derivedGuid('refusal', topic);
}

export function tagCode(tag: string): string {
  return derivedGuid('tag', tag);
}

/** The values of an aspect in their order. */
export function valuesOf(aspect: Aspect): readonly string[] {
  return ASPECTS[aspect].values;
}

/** Every code of ours by its GUID. */
export const MEANINGS: ReadonlyMap<string, Meaning> = new Map(
  ASPECT_NAMES.flatMap((aspect) =>
    valuesOf(aspect).map((value) => [codeOf({ aspect, value }), { aspect, value }] as const),
  ),
);
