import { Inputs } from './inputs';
import { Tools } from './tools';

/** Answers models, where one asks (see esbuild.js). */
export const agents = { Inputs, Tools };
