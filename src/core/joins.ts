/** Which keys stand for the same, each group under one of its keys. */
export class Joins {
  private readonly parents = new Map<string, string>();

  /** Joins the group of a key to another's, whose key stays. */
  join(key: string, other: string): void {
    const [from, to] = [this.root(key), this.root(other)];
    if (from !== to) this.parents.set(from, to);
  }

  /** The key under which the group of a key stands. */
  root(key: string): string {
    let root = key;
    for (let next = this.parents.get(root); next !== undefined; next = this.parents.get(root)) {
      root = next;
    }
    // The way is shortened, so that long chains are gone once.
    let at = key;
    while (at !== root) {
      const next = this.parents.get(at) ?? root;
      this.parents.set(at, root);
      at = next;
    }
    return root;
  }
}
