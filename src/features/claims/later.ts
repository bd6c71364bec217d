import { pickTags } from './tagPicker';

/** Asks a person for tags; loaded when they want to give some (see esbuild.js). */
export const tagging = { pickTags };
