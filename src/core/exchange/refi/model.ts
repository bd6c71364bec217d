import type { Span } from '../../text/span';

/** A code of a codebook, with those under it. */
export interface Code {
  readonly guid: string;
  readonly name: string;
  readonly description?: string;
  /** `#rgb` or `#rrggbb`. */
  readonly color?: string;
  /** False for a heading that only groups codes. */
  readonly isCodable: boolean;
  readonly children: readonly Code[];
}

/** Someone who coded. */
export interface User {
  readonly guid: string;
  readonly name: string;
}

export interface Variable {
  readonly guid: string;
  readonly name: string;
  readonly description?: string;
}

/** The value of a variable for a case or a source; values of all types are kept as written. */
export interface Value {
  /** The variable's GUID. */
  readonly variable: string;
  readonly text: string;
}

export interface Coding {
  readonly guid: string;
  /** The code's GUID. */
  readonly code: string;
  /** The user's GUID. */
  readonly user?: string;
}

/** A stretch of a source's text, in UTF-16 units of it. */
export interface Selection extends Span {
  readonly guid: string;
  readonly note?: string;
  readonly user?: string;
  readonly codings: readonly Coding[];
}

export interface Source {
  readonly guid: string;
  /** The name of a file, perhaps with folders. */
  readonly name: string;
  readonly text: string;
  readonly description?: string;
  readonly selections: readonly Selection[];
  readonly values: readonly Value[];
}

/** Someone (or something) that sources and selections are about: for example, a speaker. */
export interface Case {
  readonly guid: string;
  readonly name: string;
  readonly description?: string;
  readonly values: readonly Value[];
  /** GUIDs of sources. */
  readonly sources: readonly string[];
  /** GUIDs of selections. */
  readonly selections: readonly string[];
}

/** Sources or codes that belong together: for example, a group of documents. */
export interface Group {
  readonly name: string;
  readonly description?: string;
  /** GUIDs of sources. */
  readonly sources: readonly string[];
  /** GUIDs of codes. */
  readonly codes: readonly string[];
}

/** A note on the project as a whole, or on something that has no notes with us. */
export interface Note {
  readonly guid: string;
  readonly name: string;
  readonly text: string;
}

/** What we read and write of a REFI-QDA project (version 1.5 of the standard). */
export interface Project {
  readonly name: string;
  /** The program that wrote it, with its version. */
  readonly origin: string;
  readonly description?: string;
  readonly users: readonly User[];
  readonly codes: readonly Code[];
  readonly variables: readonly Variable[];
  readonly cases: readonly Case[];
  readonly sources: readonly Source[];
  readonly notes: readonly Note[];
  /** Only read: we have no groups. */
  readonly sets: readonly Group[];
}

/** Every code, those above before those below. */
export function allCodes(codes: readonly Code[]): Code[] {
  return codes.flatMap((code) => [code, ...allCodes(code.children)]);
}
