import { Analyser } from '../core/analysis';
import { recounting } from '../core/corpus/recount';
import { summarising } from '../core/corpus/summing';
import { loadGazetteer } from '../core/entities/gazetteer';
import gazetteer from '../core/entities/gazetteer.json';
import type { Recogniser } from '../core/entities/model';
import { taggedRecogniser } from '../core/entities/recogniser';
import { rulesRecogniser } from '../core/entities/rules';
import { createTagger } from '../core/entities/tagger/tagger';
import { readWeights } from '../core/entities/tagger/weights';
import { searching } from '../core/search/searching';

/** The code that reads interviews. */
export const analysers = {
  Analyser,
  recounting,
  summarising,
  searching,
  namesByRules,
  namesByWeights,
};

/** Finds names without the tagger. */
function namesByRules(): Recogniser {
  return rulesRecogniser(loadGazetteer(gazetteer));
}

/**
 * Finds names with the trained tagger.
 *
 * @throws if the bytes are no weights
 */
function namesByWeights(weights: Uint8Array): Recogniser {
  const lists = loadGazetteer(gazetteer);
  const tagger = createTagger(readWeights(weights), lists);
  return taggedRecogniser(tagger, rulesRecogniser(lists), lists);
}
