import { allTopics, type Taxonomy, type Topic } from '../topics/model';
import { derivedGuid } from './guid';
import { topicGuid } from './toCodes';

/** A text of SKOS, with its language where it is known. */
interface Label {
  readonly text: string;
  readonly language?: string;
}

/** A topic as SKOS has it; the other concepts by their IRIs. */
interface Concept {
  readonly iri: string;
  readonly prefLabel: readonly Label[];
  readonly altLabel: readonly Label[];
  readonly scopeNote: readonly Label[];
  readonly notation: readonly Label[];
  readonly broader: readonly string[];
  readonly narrower: readonly string[];
  readonly related: readonly string[];
}

interface Scheme {
  readonly iri: string;
  readonly name: string;
  readonly top: readonly string[];
  readonly concepts: readonly Concept[];
}

const SKOS = 'http://www.w3.org/2004/02/skos/core#';
const LANGUAGE = /^[a-z]{2,3}(?:-[a-z0-9]{1,8})*$/i;

/** A taxonomy as a SKOS concept scheme in Turtle. */
export function skosTurtle(taxonomy: Taxonomy, name: string): string {
  const { iri, top, concepts } = schemeOf(taxonomy, name);
  const blocks = [
    [
      `<${iri}> a skos:ConceptScheme`,
      property('prefLabel', [literal({ text: name })]),
      iris('hasTopConcept', top),
    ],
    ...concepts.map((concept) => [
      `<${concept.iri}> a skos:Concept`,
      property('inScheme', [`<${iri}>`]),
      ...LABELS.map((key) => property(key, concept[key].map(literal))),
      ...RELATIONS.map((key) => iris(key, concept[key])),
      iris('topConceptOf', top.includes(concept.iri) ? [iri] : []),
    ]),
  ];
  const body = blocks.map((lines) => `${lines.filter((line) => line !== '').join(' ;\n  ')} .\n`);
  return `@prefix skos: <${SKOS}> .\n\n${body.join('\n')}`;
}

/** A taxonomy as a SKOS concept scheme in JSON-LD. */
export function skosJson(taxonomy: Taxonomy, name: string): string {
  const { iri, top, concepts } = schemeOf(taxonomy, name);
  const graph = [
    {
      '@id': iri,
      '@type': 'skos:ConceptScheme',
      'skos:prefLabel': name,
      ...idsOf('hasTopConcept', top),
    },
    ...concepts.map((concept) => ({
      '@id': concept.iri,
      '@type': 'skos:Concept',
      ...idsOf('inScheme', [iri]),
      ...Object.assign({}, ...LABELS.map((key) => valuesOf(key, concept[key]))),
      ...Object.assign({}, ...RELATIONS.map((key) => idsOf(key, concept[key]))),
      ...idsOf('topConceptOf', top.includes(concept.iri) ? [iri] : []),
    })),
  ];
  return `${JSON.stringify({ '@context': { skos: SKOS }, '@graph': graph }, undefined, 2)}\n`;
}

const LABELS = ['prefLabel', 'altLabel', 'scopeNote', 'notation'] as const;
const RELATIONS = ['broader', 'narrower', 'related'] as const;

function schemeOf({ topics }: Taxonomy, name: string): Scheme {
  const all = [...allTopics(topics)];
  const byId = new Map(all.map((topic) => [topic.id, iriOf(topic)]));
  const above = new Map(all.flatMap((topic) => topic.children.map((child) => [child, topic])));
  const concepts = all.map((topic): Concept => {
    const parent = above.get(topic);
    return {
      iri: iriOf(topic),
      ...labelsOf(topic),
      broader: parent ? [iriOf(parent)] : [],
      narrower: topic.children.map(iriOf),
      related: topic.related.flatMap((id) => byId.get(id) ?? []),
    };
  });
  const iri = `urn:uuid:${derivedGuid('scheme', name)}`;
  return { iri, name, top: topics.map(iriOf), concepts };
}

function iriOf(topic: Topic): string {
  return `urn:uuid:${topicGuid(topic)}`;
}

/** The labels; a concept's may be preferred or alternative, never both. */
function labelsOf({
  label,
  labels,
  terms,
  exact,
  description,
  notation,
}: Topic): Pick<Concept, (typeof LABELS)[number]> {
  const preferred = Object.entries(labels ?? { '': label }).map(([language, text]): Label => {
    return LANGUAGE.test(language) ? { text, language } : { text };
  });
  const isPreferred = new Set(preferred.map(({ text }) => text));
  const others = [...new Set([...terms, ...exact])].filter((term) => !isPreferred.has(term));
  const only = (text: string | undefined) => (text === undefined ? [] : [{ text }]);
  return {
    prefLabel: preferred,
    altLabel: others.map((text) => ({ text })),
    scopeNote: only(description),
    notation: only(notation),
  };
}

function property(key: string, values: readonly string[]): string {
  return values.length > 0 ? `skos:${key} ${values.join(', ')}` : '';
}

function iris(key: string, values: readonly string[]): string {
  return property(
    key,
    values.map((iri) => `<${iri}>`),
  );
}

/** JSON's escapes are Turtle's, too. */
function literal({ text, language }: Label): string {
  return `${JSON.stringify(text)}${language === undefined ? '' : `@${language.toLowerCase()}`}`;
}

function valuesOf(key: string, labels: readonly Label[]): object {
  const values = labels.map(({ text, language }) =>
    language === undefined ? text : { '@value': text, '@language': language.toLowerCase() },
  );
  return values.length > 0 ? { [`skos:${key}`]: values } : {};
}

function idsOf(key: string, ids: readonly string[]): object {
  return ids.length > 0 ? { [`skos:${key}`]: ids.map((id) => ({ '@id': id })) } : {};
}
