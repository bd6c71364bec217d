import type { Corpus, CorpusDocument, CorpusEntity } from '../corpus/merge';
import { surfaceKey } from '../entities/surface';
import { allTopics, type Taxonomy } from '../topics/model';
import { Answer, named } from './answer';
import { holds } from './match';

/** So many places of an entity are told. */
const MOST_PLACES = 30;

/** The interviews of the folder, one on each line. @param pathOf the path by which tools know a document */
export function interviewsAnswer(
  { documents }: Corpus,
  pathOf: (uri: string) => string,
  wanted: string | undefined,
): string {
  const answer = new Answer();
  const fits = ({ summary: { title, speakers } }: CorpusDocument, path: string) =>
    [path, title ?? '', ...speakers.map(({ name }) => name)].some((text) => holds(text, wanted));
  const listed = documents.map((document) => ({ document, path: pathOf(document.uri) }));
  const found = listed.filter(({ document, path }) => fits(document, path));
  answer.say(`${found.length} interviews of ${documents.length}.`);
  for (const { document, path } of found) answer.say(interviewLine(document, path));
  return answer.finished();
}

function interviewLine({ summary }: CorpusDocument, path: string): string {
  const { title, turns, speakers, claims } = summary;
  const who = speakers.map(({ name, role }) => `${named(name)} (${role})`).join(', ');
  const parts = [
    named(path),
    ...(title === undefined ? [] : [`title ${named(title)}`]),
    `${turns} turns`,
    `${claims} claims found`,
    `speakers: ${who}`,
  ];
  return `- ${parts.join('; ')}`;
}

/** Entities of the folder by a part of their names, with the lines on which they are named. */
export function entitiesAnswer(
  corpus: Corpus,
  pathOf: (uri: string) => string,
  query: { readonly name?: string | undefined; readonly type?: string | undefined },
): string {
  const answer = new Answer();
  const { name, type } = query;
  const key = name === undefined ? undefined : surfaceKey(name);
  const found = corpus.entities.filter(
    (entity) =>
      (type === undefined || entity.type === type) &&
      [entity.name, ...entity.aliases].some((one) => holds(surfaceKey(one), key)),
  );
  answer.say(`${found.length} entities of ${corpus.entities.length}, the most named first.`);
  // Where one stands is told only of those who were asked for by name.
  for (const entity of found) addEntity(answer, entity, name === undefined ? undefined : pathOf);
  return answer.finished();
}

function addEntity(
  answer: Answer,
  entity: CorpusEntity,
  pathOf: ((uri: string) => string) | undefined,
): void {
  const { name, type, aliases, description, documents, mentions } = entity;
  const parts = [
    `${named(name)} (${type})`,
    `${mentions} mentions in ${documents} interviews`,
    ...(aliases.length > 0 ? [`also ${aliases.map(named).join(', ')}`] : []),
    ...(description === undefined ? [] : [`described as ${named(description)}`]),
    ...(pathOf ? [`at ${placesOf(entity, pathOf).join(', ')}`] : []),
  ];
  answer.say(`- ${parts.join('; ')}`);
}

function placesOf({ appearances }: CorpusEntity, pathOf: (uri: string) => string): string[] {
  const places = appearances.flatMap(({ document, entity }) =>
    entity.mentions.map(({ line }) => `${named(pathOf(document.uri))}:${line + 1}`),
  );
  const distinct = [...new Set(places)];
  const shown = distinct.slice(0, MOST_PLACES);
  return distinct.length > shown.length ? [...shown, '…'] : shown;
}

/** The topics of the taxonomy, with how many passages of how many interviews touch them. */
export function topicsAnswer({ topics }: Taxonomy, { documents }: Corpus): string {
  const answer = new Answer();
  const all = [...allTopics(topics)];
  const counts = countsOf(documents);
  answer.say(`${all.length} topics. Ask for one by its id to get its passages.`);
  for (const { id, label, description } of all) {
    const { passages = 0, interviews = 0 } = counts.get(id) ?? {};
    const what = description === undefined ? '' : `; ${named(description)}`;
    const where = `${passages} passages in ${interviews} interviews`;
    answer.say(`- ${named(id)}: ${named(label)}; ${where}${what}`);
  }
  return answer.finished();
}

interface Counts {
  passages: number;
  interviews: number;
}

function countsOf(documents: readonly CorpusDocument[]): Map<string, Counts> {
  const counts = new Map<string, Counts>();
  for (const { summary } of documents) {
    const touches = summary.passages.flatMap((passage) => passage.touches);
    for (const { topicId } of touches) {
      const known = counts.get(topicId) ?? { passages: 0, interviews: 0 };
      counts.set(topicId, known);
      known.passages++;
    }
    for (const topicId of new Set(touches.map((touch) => touch.topicId))) {
      (counts.get(topicId) as Counts).interviews++;
    }
  }
  return counts;
}
