import { TaxonomyEditor } from './taxonomyEditor';

/** Changes the taxonomy, when a command wants it (see esbuild.js). */
export const taxonomyEditing = { TaxonomyEditor };
