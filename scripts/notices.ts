// npm run notices            writes ThirdPartyNotices.md: whose work is in the package
// npm run notices -- --check fails if it isn't up to date
import { build, type Metafile } from 'esbuild';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { root } from './host/paths';

// eslint-disable-next-line @typescript-eslint/no-require-imports
const { bundles } = require('../esbuild.js') as { bundles: Parameters<typeof build>[0][] };

const target = path.join(root, 'ThirdPartyNotices.md');

interface Notice {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly text: string;
}

/** Data that was made of others' work; its licences are told where it stands. */
const DATA = `The gazetteer is made of the word lists of \`compromise\` (see
\`src/core/entities/gazetteer.NOTICE.md\`), the weights of openly licensed texts and word vectors
(see \`media/*.weights.md\`).`;

async function main(): Promise<void> {
  const folders = new Set<string>();
  for (const options of bundles) {
    const { metafile } = await build({ ...options, write: false, metafile: true });
    for (const folder of packagesIn(metafile as Metafile)) folders.add(folder);
  }
  const notices = [...folders].sort().map(noticeOf);
  const text = written(notices);
  if (!process.argv.includes('--check')) return writeFileSync(target, text);
  if (readFileSync(target, 'utf8') === text) return;
  console.error('ThirdPartyNotices.md is not up to date: run `npm run notices`.');
  process.exitCode = 1;
}

/** The packages whose code a bundle holds, as folders below node_modules. */
function packagesIn({ outputs }: Metafile): string[] {
  const inputs = Object.values(outputs).flatMap(({ inputs: used }) =>
    Object.entries(used).flatMap(([file, { bytesInOutput }]) => (bytesInOutput > 0 ? [file] : [])),
  );
  return inputs.flatMap((file) => {
    const [, name] = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file) ?? [];
    return name === undefined ? [] : [name];
  });
}

function noticeOf(name: string): Notice {
  const folder = path.join(root, 'node_modules', name);
  const { version, license } = JSON.parse(
    readFileSync(path.join(folder, 'package.json'), 'utf8'),
  ) as { version: string; license?: string };
  const file = readdirSync(folder).find((entry) => /^(?:licen[cs]e|copying)/i.test(entry));
  if (license === undefined) throw new Error(`${name} doesn't tell its licence.`);
  const text = file ? readFileSync(path.join(folder, file), 'utf8').trim() : '';
  return { name, version, licence: license, text };
}

function written(notices: readonly Notice[]): string {
  const rows = notices.map(({ name, version, licence }) => `| ${name} | ${version} | ${licence} |`);
  const texts = notices.map(
    ({ name, text }) => `## ${name}\n\n\`\`\`text\n${text.replaceAll('\r', '')}\n\`\`\`\n`,
  );
  return [
    '# Third-party notices\n',
    'Written by `npm run notices`. These packages are, as a whole or in part, in what is shipped.\n',
    ['| package | version | licence |', '| --- | --- | --- |', ...rows].join('\n'),
    '',
    `${DATA}\n`,
    ...texts,
  ].join('\n');
}

void main();
