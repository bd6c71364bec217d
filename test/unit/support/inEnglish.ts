import type { Message } from '../../../src/core/message';

/** A sentence of the core, with what goes into it. */
export function inEnglish({ text, args }: Message): string {
  return text.replace(/\{(\d)\}/g, (hole, index: string) => String(args[Number(index)] ?? hole));
}
