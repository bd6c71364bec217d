/**
 * Processor time of this process in milliseconds, with that of its garbage collector. Other than a
 * clock it doesn’t tell how busy the machine is otherwise.
 */
export function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** How long some work takes, in milliseconds of processor time. */
export function timed(work: () => unknown): number {
  const start = cpuMs();
  work();
  return cpuMs() - start;
}

/** The value below which a share of some values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

/** As a table has it: more digits where they tell something. */
export function shown(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
