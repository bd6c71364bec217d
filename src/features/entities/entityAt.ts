import type * as vscode from 'vscode';
import type { Entity } from '../../core/entities/model';
import type { Turn } from '../../core/interview/model';
import { contains, itemAt, type Span } from '../../core/text/span';
import type { Reading } from '../../workspace/documents';
import { toOffset } from '../../workspace/positions';

export interface Named {
  readonly entity: Entity;
  /** The mention, or the entity's label as a speaker. */
  readonly span: Span;
}

/** The entity at a position, or right before it, as a cursor may be at the end of a name. */
export function entityAt(reading: Reading, position: vscode.Position): Named | undefined {
  const { analysis } = reading;
  const { mentions, byId, bySpeaker } = analysis.entities();
  const offset = toOffset(analysis.text, position);
  const at = (where: number) => itemAt(mentions, where, ({ span }) => span);
  const mention = at(offset) ?? at(offset - 1);
  const entity = mention && byId.get(mention.entityId);
  if (entity) return { entity, span: mention.span };
  const turn = labelledTurnAt(reading, position);
  const speaking = turn?.speaker && bySpeaker.get(turn.speaker.id);
  return speaking && turn.label && { entity: speaking, span: turn.label };
}

/** The turn on whose label a position is. */
export function labelledTurnAt({ analysis }: Reading, position: vscode.Position): Turn | undefined {
  const offset = toOffset(analysis.text, position);
  const turn = analysis.turnAt(offset);
  return turn?.label && contains(turn.label, offset) ? turn : undefined;
}
