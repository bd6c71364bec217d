import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { loadGazetteer } from '../../src/core/entities/gazetteer';
import gazetteer from '../../src/core/entities/gazetteer.json';
import type { Recogniser } from '../../src/core/entities/model';
import { taggedRecogniser } from '../../src/core/entities/recogniser';
import { rulesRecogniser } from '../../src/core/entities/rules';
import { createTagger, type Tagger } from '../../src/core/entities/tagger/tagger';
import { readWeights } from '../../src/core/entities/tagger/weights';

export const WEIGHTS = path.resolve('media/entities.weights');

/** The tagger as it is shipped, or with other weights. */
export function shippedTagger(weights = WEIGHTS): Tagger {
  return createTagger(readWeights(readFileSync(weights)), loadGazetteer(gazetteer));
}

/** What finds names in the extension. */
export function shippedRecogniser(weights = WEIGHTS): Recogniser {
  const lists = loadGazetteer(gazetteer);
  return taggedRecogniser(shippedTagger(weights), rulesRecogniser(lists), lists);
}
