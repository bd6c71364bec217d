import type { Message } from '../message';
import type { Edit } from '../text/lines';
import type { Span } from '../text/span';

/** A way to mend a problem, by edits of its file. */
export interface Fix {
  readonly title: Message;
  /** Not overlapping. */
  readonly edits: readonly Edit[];
}

/** Something wrong in a file of the user's; offsets in UTF-16 units of that file. */
export interface Problem extends Span {
  /** What is only worth knowing is an `information`; what is a matter of style, a `hint`. */
  readonly severity: 'error' | 'warning' | 'information' | 'hint';
  readonly message: Message;
  readonly fixes?: readonly Fix[];
}
