/**
 * Processor time of this process in milliseconds, including its garbage collector. Unlike a clock, it doesn’t
 * depend on how busy the machine is otherwise.
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

/** For a table: with more digits where they mean something. */
export function shown(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
