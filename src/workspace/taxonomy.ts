import starterText from '../../media/starter-taxonomy.yaml';
import type { Codebook } from '../core/codebook/model';
import { TopicMatcher } from '../core/topics/matcher';
import type { Taxonomy } from '../core/topics/model';
import { parseTaxonomy } from '../core/topics/taxonomy';
import type { Parsed } from './folderFile';

export interface LoadedTaxonomy {
  readonly taxonomy: Taxonomy;
  readonly matcher: TopicMatcher;
  /** The codebook that stands in the same file, if one does. */
  readonly codebook: Codebook | undefined;
}

export function loadTaxonomy(text: string): Parsed<LoadedTaxonomy> {
  const { taxonomy, codebook, problems } = parseTaxonomy(text);
  const value = taxonomy && { taxonomy, matcher: TopicMatcher.compile(taxonomy), codebook };
  return { value, problems };
}

/** Serves where a folder has no taxonomy of its own, and is what one can be started from. */
export const STARTER_TEXT = starterText;

export function starterTaxonomy(): LoadedTaxonomy {
  const { value } = loadTaxonomy(STARTER_TEXT);
  if (!value) throw new Error('media/starter-taxonomy.yaml is broken');
  return value;
}
