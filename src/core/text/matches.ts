/**
 * All matches of a global expression in a text, in order. As `text.matchAll(expression)`, which works on a
 * copy of the expression: when none was made for a while, V8 compiles it anew, for up to 10 ms.
 *
 * @param expression matches nothing that is empty
 */
export function matchesOf(text: string, expression: RegExp): RegExpExecArray[] {
  const matches: RegExpExecArray[] = [];
  expression.lastIndex = 0;
  for (let match; (match = expression.exec(text));) matches.push(match);
  return matches;
}
