/**
 * How often a property is tried: so often, and with `npm run fuzz` many times that. Where a property
 * fails, fast-check prints the seed and the path that lead there again.
 */
export function runs(count: number): { readonly numRuns: number } {
  return { numRuns: count * Number(process.env['FUZZ_TIMES'] ?? 1) };
}
