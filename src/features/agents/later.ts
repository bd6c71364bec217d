import { Inputs } from './inputs';
import { Tools } from './tools';

/** Answers models, loaded when one asks (see esbuild.js). */
export const agents = { Inputs, Tools };
