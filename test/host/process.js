// What `process` is in the integration tests, for the package behind their assertions. Not made
// global: the extension must do without.
export const process = { env: {} };
