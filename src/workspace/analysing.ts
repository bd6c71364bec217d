import { lazy } from '../core/lazy';
import type { analysers } from './analysers';

/**
 * What reads interviews, and isn’t needed before there is one to read (see esbuild.js): loaded part by
 * part, as the host stands still for 25 ms where all of its expressions are read at once.
 */
export const analysing = lazy(async (): Promise<typeof analysers> => {
  await others();
  await import('../core/interview/lineFacts');
  await others();
  await import('../core/interview/reader');
  await others();
  await import('../core/claims/find');
  await others();
  await import('../core/entities/findNames');
  await others();
  return (await import('./analysers')).analysers;
});

/** Lets everybody else have a turn. */
function others(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
