/**
 * A sentence for the user that can be translated later: a template with `{0}`, `{1}` … and what
 * goes into it. The core never formats it; the editor's side does, in the user's language.
 */
export interface Message {
  readonly text: string;
  readonly args: readonly (string | number)[];
}

/** Makes a {@link Message}; `text` must be a literal (or a constant), which `npm run l10n` looks for. */
export function message(text: string, ...args: (string | number)[]): Message {
  return { text, args };
}
