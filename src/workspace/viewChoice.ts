import type * as vscode from 'vscode';
import { ContextKey } from './contextKey';

/** A person's choice of how a view looks: remembered for the workspace, and known to `when` clauses. */
export class ViewChoice<T extends string> {
  private readonly key: ContextKey<T>;

  /** @param ways all that there are; the first is used until a person chooses */
  constructor(
    private readonly memento: vscode.Memento,
    private readonly name: `interviewLens.${string}`,
    private readonly ways: readonly [T, ...T[]],
  ) {
    this.key = new ContextKey<T>(name);
    this.key.set(this.way);
  }

  /** The remembered value may be from another version that knew other ways. */
  get way(): T {
    const remembered = this.memento.get<unknown>(this.name);
    return this.ways.find((way) => way === remembered) ?? this.ways[0];
  }

  choose(way: T): void {
    void this.memento.update(this.name, way);
    this.key.set(way);
  }
}
