/**
 * What is known of a file that another one includes: its text, that there is none, that it may not be
 * read, or nothing yet.
 */
export type OtherFile =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'missing' | 'outside' | 'pending' };
