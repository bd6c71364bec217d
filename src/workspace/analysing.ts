import { lazy } from '../core/lazy';
import type { analysers } from './analysers';

/**
 * Loads the code that reads interviews when there is one to read (see esbuild.js). It is loaded part by part:
 * all of its regular expressions at once would block the extension host for 25 ms.
 */
export const analysing = lazy(async (): Promise<typeof analysers> => {
  await others();
  await import('../core/interview/line/lineFacts');
  await others();
  await import('../core/interview/reader');
  await others();
  await import('../core/claims/find');
  await others();
  await import('../core/entities/findNames');
  await others();
  return (await import('./analysers')).analysers;
});

/** Lets all others have a turn. */
function others(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
