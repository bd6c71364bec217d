import { allTopics } from '../../core/topics/model';
import type { Reading } from '../../workspace/documents';
import type { Services } from '../../workspace/services';
import type { Naming } from './words';

/** The names of a document's codes and topics, from its folder's codebook and taxonomy. */
export function namingFor({ codebooks, taxonomies }: Services, { document }: Reading): Naming {
  const codebook = codebooks.of(document.uri);
  const { topics } = taxonomies.of(document.uri).value.taxonomy;
  const labels = new Map([...allTopics(topics)].map(({ id, label }) => [id, label]));
  return {
    nameOfTag: (tag) => codebook.nameOf(tag),
    nameOfTopic: (id) => labels.get(id) ?? id,
  };
}
