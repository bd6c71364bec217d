import type { Message } from '../message';

/** Why a file from elsewhere is not read at all; the reason is a sentence for the user. */
export class Refusal extends Error {
  constructor(readonly reason: Message) {
    super(reason.text);
  }
}
