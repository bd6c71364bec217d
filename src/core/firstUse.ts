/** V8 compiles an expression when it is used first, better when it is used again, and for signs beyond Latin 1 apart. */
const SIGNS = ['a', 'a', '—'];

/**
 * Has expressions compiled, in steps, before they are used: the first look at a line or passage takes
 * many of them, which together would be a step of a tenth of a second.
 */
export function* compiling(
  ...expressions: readonly (readonly RegExp[])[]
): Generator<undefined, void> {
  for (const expression of expressions.flat()) {
    for (const sign of SIGNS) {
      sign.search(expression);
      yield;
    }
  }
}
