import * as vscode from 'vscode';
import starterText from '../../media/starter-taxonomy.yaml';
import type { Codebook } from '../core/codebook/model';
import { TopicMatcher } from '../core/topics/matcher';
import type { Taxonomy } from '../core/topics/model';
import { parseTaxonomy } from '../core/topics/taxonomy';
import type { Parsed, ReadOther } from './folderFile';

export interface LoadedTaxonomy {
  readonly taxonomy: Taxonomy;
  readonly matcher: TopicMatcher;
  /** The codebook in the same file, if there is one. */
  readonly codebook: Codebook | undefined;
}

/** @param read gives the files that it includes */
export function loadTaxonomy(text: string, read?: ReadOther): Parsed<LoadedTaxonomy> {
  const options = { language: vscode.env.language, ...(read && { read }) };
  const { taxonomy, codebook, problems, included } = parseTaxonomy(text, options);
  const value = taxonomy && { taxonomy, matcher: TopicMatcher.compile(taxonomy), codebook };
  return { value, problems, included };
}

/** Used if a folder has no taxonomy of its own, and offered as the start of one. */
export const STARTER_TEXT = starterText;

export function starterTaxonomy(): LoadedTaxonomy {
  const { value } = loadTaxonomy(STARTER_TEXT);
  if (!value) throw new Error('media/starter-taxonomy.yaml is broken');
  return value;
}
