import { OverviewPanel } from './panel';

/** The tab with pictures; loaded when somebody opens it (see esbuild.js). */
export const overview = { OverviewPanel };
