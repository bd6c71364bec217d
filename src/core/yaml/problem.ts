import type { Message } from '../message';
import type { Span } from '../text/span';

/** Something wrong in a YAML file of the user's; offsets in UTF-16 units of that file. */
export interface Problem extends Span {
  readonly severity: 'error' | 'warning';
  readonly message: Message;
}
