// npm run evaluate -- recognition FOLDER [--json]
// npm run evaluate -- layouts FOLDER [--only=LAYOUT]
// npm run evaluate -- entities FILE… [--json]
// npm run evaluate -- claims FILE… [--json]
// npm run evaluate -- topics FOLDER [TAXONOMY]
// npm run evaluate -- anchoring [FOLDER] [--cases=N] [--seed=N] [--json] [--show=wrong,missed]
// Each kind of evaluation is a module of test/evaluate with a function `run(args)`.
const kinds = ['recognition', 'layouts', 'entities', 'claims', 'topics', 'anchoring'];

async function main([kind = '', ...args]: string[]): Promise<void> {
  if (!kinds.includes(kind)) {
    console.error(`What is to be evaluated? One of: ${kinds.join(', ')}.`);
    process.exitCode = 2;
    return;
  }
  const module = (await import(`../test/evaluate/${kind}`)) as { run(args: string[]): unknown };
  await module.run(args);
}

void main(process.argv.slice(2));
