import type { Code as TagCode, Codebook } from '../codebook/model';
import { allTopics, type Topic } from '../topics/model';
import {
  ASPECT_NAMES,
  codeOf,
  headingOf,
  OURS,
  refusalCode,
  REFUSALS,
  tagCode,
  TAGS,
  valuesOf,
} from './aspects';
import { derivedGuid } from './guid';
import { withKept } from './kept';
import type { Code } from './refi/model';

/** The GUID of a topic: its own, if it came from elsewhere, else one made from its id. */
export function topicGuid({ id, guid }: Pick<Topic, 'id' | 'guid'>): string {
  return guid?.toLowerCase() ?? derivedGuid('topic', id);
}

/** The topics of a taxonomy as codes; what codes have no place for stands under the description. */
export function topicCodes(topics: readonly Topic[]): Code[] {
  return topics.map((topic) => {
    const { label, color, children } = topic;
    const description = withKept(topic.description, keptOf(topic));
    return {
      guid: topicGuid(topic),
      name: label,
      ...(description !== undefined && { description }),
      ...(color !== undefined && { color }),
      isCodable: true,
      children: topicCodes(children),
    };
  });
}

function keptOf(topic: Topic): Parameters<typeof withKept>[1] {
  const { id, labels, terms, exact, exclude, entities, related, notation, icon } = topic;
  const label = Object.entries(labels ?? {}).map(([language, text]) => `${language}: ${text}`);
  return { id, label, terms, exact, exclude, entities, related, notation, icon };
}

/** The user's codes and the free tags, under a heading of their own; none if there are none. */
export function tagCodes({ codes }: Codebook, freeTags: readonly string[]): Code[] {
  const free = freeTags.map((tag) => plainCode(tagCode(tag), tag));
  const children = [...codebookCodes(codes), ...free];
  return children.length > 0 ? [{ ...TAGS, isCodable: false, children }] : [];
}

function codebookCodes(codes: readonly TagCode[]): Code[] {
  return codes.map((code) => {
    const { id, name, color, shortcut, children } = code;
    const description = withKept(code.description, { id, shortcut });
    return {
      guid: tagCode(id),
      name,
      ...(description !== undefined && { description }),
      ...(color !== undefined && { color }),
      isCodable: true,
      children: codebookCodes(children),
    };
  });
}

/** Our own codes, those that are used, under their headings. */
export function aspectCodes(used: ReadonlySet<string>, topics: readonly Topic[]): Code[] {
  const headings = ASPECT_NAMES.flatMap((aspect): Code[] => {
    const children = valuesOf(aspect)
      .map((value) => plainCode(codeOf({ aspect, value }), value))
      .filter(({ guid }) => used.has(guid));
    return children.length > 0 ? [{ ...headingOf(aspect), isCodable: false, children }] : [];
  });
  const refusals = [...allTopics(topics)]
    .map((topic) => plainCode(refusalCode(topicGuid(topic)), topic.label))
    .filter(({ guid }) => used.has(guid));
  if (refusals.length > 0) headings.push({ ...REFUSALS, isCodable: false, children: refusals });
  return headings.length > 0 ? [{ ...OURS, isCodable: false, children: headings }] : [];
}

function plainCode(guid: string, name: string): Code {
  return { guid, name, isCodable: true, children: [] };
}
