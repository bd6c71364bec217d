import type * as vscode from 'vscode';
import type { Entity, Mention } from '../../core/entities/model';
import { itemAt } from '../../core/text/span';
import type { Reading } from '../../workspace/documents';
import { toOffset } from '../../workspace/positions';

export interface Named {
  readonly entity: Entity;
  readonly mention: Mention;
}

/** The mention at a position, also at its very end, where a cursor may stand. */
export function entityAt(reading: Reading, position: vscode.Position): Named | undefined {
  const { analysis } = reading;
  const { mentions, byId } = analysis.entities();
  const offset = toOffset(analysis.text, position);
  const at = (where: number) => itemAt(mentions, where, ({ span }) => span);
  const mention = at(offset) ?? at(offset - 1);
  const entity = mention && byId.get(mention.entityId);
  return entity && { entity, mention };
}
