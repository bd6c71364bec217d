import { OverviewPanel } from './panel';

/** The tab with pictures, when somebody opens it (see esbuild.js). */
export const overview = { OverviewPanel };
