/** YAML files are bundled as their text (see `esbuild.js`). */
declare module '*.yaml' {
  const text: string;
  export default text;
}
