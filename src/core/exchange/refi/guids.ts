import { message } from '../../message';
import { asGuid, derivedGuid } from '../guid';
import type { Losses } from '../losses';

/**
 * The GUIDs that we use for things of one kind: their own or, where a tool wrote something else or the same
 * one twice, one that is derived from what it wrote.
 */
export class Guids {
  private readonly taken = new Set<string>();

  constructor(
    private readonly kind: string,
    private readonly losses: Losses,
  ) {}

  /** @param place what tells the thing from all others of its kind */
  own(written: string, place: string | number): string {
    const guid = this.of(written === '' ? String(place) : written);
    if (!this.taken.has(guid)) {
      this.taken.add(guid);
      return guid;
    }
    this.losses.add(message('GUIDs that two things shared: the second got another.'));
    const other = derivedGuid(this.kind, written, place);
    this.taken.add(other);
    return other;
  }

  /** What a reference means; undefined if nothing has that GUID. */
  find(written: string | undefined): string | undefined {
    const guid = written === undefined ? undefined : this.of(written);
    return guid !== undefined && this.taken.has(guid) ? guid : undefined;
  }

  private of(written: string): string {
    return asGuid(written) ?? derivedGuid(this.kind, written);
  }
}
