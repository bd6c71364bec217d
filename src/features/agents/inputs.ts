/** What a model gave to a tool, which may be anything. What isn't as declared counts as absent. */
export class Inputs {
  private readonly values: Readonly<Record<string, unknown>>;

  constructor(given: unknown) {
    this.values = typeof given === 'object' && given !== null ? { ...given } : {};
  }

  text(key: string): string | undefined {
    const value = this.values[key];
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
  }

  number(key: string): number | undefined {
    const value = Number(this.values[key] ?? NaN);
    return Number.isInteger(value) ? value : undefined;
  }
}
