import { message } from '../message';
import type { Problem } from '../yaml/problem';
import type { Claim, Likelihood } from './model';

/** The two rows of terms of ICD 203, which mean the same and shouldn't be mixed. */
type Row = 'likely' | 'probable';

const ROWS: readonly (readonly [Row, RegExp])[] = [
  ['probable', /\b(?:im)?probab(?:le|ly)\b|\bremote\b|\bodds\b|\bnearly certain/i],
  ['likely', /likely\b|\bchances?\b|\balmost certain/i],
];

/** A percentage is of neither row: `a 70 % chance`. */
const NUMERIC = /\d|%|per ?cent|\w in \w/i;

/**
 * Finds what ICD 203 advises against in statements of likelihood: a likelihood and a confidence in one
 * sentence, and one speaker's use of both rows of synonyms, of which the rarer is marked. Reported claims
 * are left alone: they are somebody else's style.
 *
 * @param claims of a document, in order
 * @param text the document's words at a span
 */
export function lintClaims(
  claims: readonly Claim[],
  text: (span: Likelihood['words']) => string,
): Problem[] {
  const own = claims.filter(({ source }) => !source.reported);
  const names = [...new Set(own.map(({ source }) => source.name))];
  return [
    ...own.flatMap((claim) => bothStated(claim, text)),
    ...names.flatMap((name) =>
      mixedTerms(
        own.filter(({ source }) => source.name === name),
        text,
      ),
    ),
  ].sort((a, b) => a.start - b.start);
}

function bothStated(
  { likelihood, confidence }: Claim,
  text: (span: Likelihood['words']) => string,
): Problem[] {
  if (!likelihood || !confidence) return [];
  const what = message(
    '“{0}” says how sure the speaker is, “{1}” how likely it is. In one sentence they are easily taken for one another (ICD 203).',
    text(confidence.words),
    text(likelihood.words),
  );
  return [{ ...confidence.words, severity: 'hint', message: what }];
}

function mixedTerms(
  claims: readonly Claim[],
  text: (span: Likelihood['words']) => string,
): Problem[] {
  const used = claims.flatMap(({ likelihood }) => {
    if (!likelihood) return [];
    const words = text(likelihood.words);
    if (NUMERIC.test(words)) return [];
    const row = ROWS.find(([, expression]) => expression.test(words))?.[0];
    return row ? [{ row, words, span: likelihood.words }] : [];
  });
  const rows = (row: Row) => used.filter((one) => one.row === row);
  const [likely, probable] = [rows('likely'), rows('probable')];
  const [rare, usual] = likely.length < probable.length ? [likely, probable] : [probable, likely];
  const example = usual[0]?.words;
  if (example === undefined) return [];
  return rare.map(({ span, words }) => ({
    ...span,
    severity: 'hint',
    message: message(
      '“{0}” is of the other row of terms than “{1}”, which the same speaker uses, too. They may mean the same (ICD 203).',
      words,
      example,
    ),
  }));
}
