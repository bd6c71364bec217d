import type { Overview } from './model';

/** What the overview may be about. */
export type Scope = 'document' | 'folder';

/** The pictures, in the order in which they are shown. */
export const PICTURES = [
  'band',
  'topicsAlong',
  'topicsBySpeaker',
  'topicsByDocument',
  'claims',
  'together',
] as const;
export type Picture = (typeof PICTURES)[number];

/** What is written beside a picture, in the user's language. */
export interface PictureWords {
  readonly title: string;
  /** The picture in a sentence or two, for who doesn't see it. */
  readonly summary: string;
  readonly rows: string;
  readonly columns: string;
  readonly counts: string;
}

export interface Words {
  readonly heading: string;
  /** Shown instead of pictures where there is nothing to draw. */
  readonly nothing: string;
  readonly scopes: Readonly<Record<Scope, string>>;
  readonly saveSvg: string;
  readonly savePng: string;
  readonly asTable: string;
  readonly pictures: Readonly<Partial<Record<Picture, PictureWords>>>;
  /** For each speaker of the band: `Lindqvist · answers · 72 %`. */
  readonly speakers: readonly string[];
  /** Before the number of a line. */
  readonly line: string;
}

/** From the extension to the page. */
export interface Shown {
  readonly scope: Scope;
  /** Undefined where there is no interview to be about. */
  readonly overview: Overview | undefined;
  readonly words: Words;
}

/** From the page to the extension. */
export type PageMessage =
  | { readonly type: 'ready' }
  | { readonly type: 'scope'; readonly scope: Scope }
  | {
      readonly type: 'reveal';
      /** Index into the overview's documents. */
      readonly document: number;
      readonly start: number;
      readonly end: number;
    }
  | {
      readonly type: 'save';
      readonly picture: Picture;
      readonly format: 'svg' | 'png';
      /** The SVG's text, or the PNG's bytes in base64. */
      readonly data: string;
    };
