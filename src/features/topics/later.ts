import { TaxonomyEditor } from './taxonomyEditor';

/** Changes the taxonomy; loaded when a command wants it (see esbuild.js). */
export const taxonomyEditing = { TaxonomyEditor };
