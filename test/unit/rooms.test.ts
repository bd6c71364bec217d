import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import * as path from 'node:path';

const root = path.resolve(__dirname, '../..');

/** What each room may import; `own` is the feature's own folder. */
const rooms: Record<string, readonly string[]> = {
  core: ['core', 'approx-string-match', 'yaml', 'fflate', 'saxes'],
  workspace: ['core', 'workspace', 'media', 'vscode'],
  features: ['core', 'workspace', 'own', 'vscode'],
  webview: ['core', 'webview', '@observablehq/plot'],
  'extension.ts': ['workspace', 'features', 'vscode'],
};

interface Source {
  /** From `src`, with slashes. */
  readonly file: string;
  readonly code: string;
}

const sources: Source[] = readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => ({
    file: file.split(path.sep).join('/'),
    code: readFileSync(path.join(root, 'src', file), 'utf8'),
  }));

const manifestText = readFileSync(path.join(root, 'package.json'), 'utf8');
const manifest = JSON.parse(manifestText) as {
  contributes: {
    commands: { command: string }[];
    configuration: { properties: Record<string, unknown> };
  };
};
const declared = new Set(manifest.contributes.commands.map(({ command }) => command));

function imports(code: string): string[] {
  const found = code.matchAll(
    /(?:^(?:import|export)\b[^;'()=]*\bfrom|^import|\brequire\(|\bimport\()\s*'([^']+)'/gm,
  );
  return [...found].map(([, module = '']) => module);
}

/** Where an import leads: a room, `own`, or the name of a package. */
function roomOf(file: string, module: string): string {
  if (!module.startsWith('.')) return module;
  const target = path.posix.join(path.posix.dirname(file), module);
  if (target.startsWith('../media/')) return 'media';
  const [room = '', feature] = target.split('/');
  return room === 'features' && feature === file.split('/')[1] && file.startsWith('features/')
    ? 'own'
    : room;
}

function matches(pattern: RegExp): string[] {
  return sources.flatMap(({ code }) => [...code.matchAll(pattern)].map(([, id = '']) => id));
}

describe('The source', () => {
  it('is found', () => {
    assert.ok(sources.length > 30);
    assert.ok(declared.size > 10);
  });

  for (const [room, allowed] of Object.entries(rooms)) {
    it(`in ${room} imports only ${allowed.join(', ')}`, () => {
      const strays = sources
        .filter(({ file }) => file.split('/')[0] === room)
        .flatMap(({ file, code }) =>
          imports(code)
            .filter((module) => !allowed.includes(roomOf(file, module)))
            .map((module) => `${file} imports ${module}`),
        );
      assert.deepEqual(strays, []);
    });
  }

  it('stands in a room', () => {
    const strays = sources
      .map(({ file }) => file)
      .filter((file) => !(file.split('/')[0]! in rooms));
    assert.deepEqual(strays, []);
  });

  it('uses nothing of Node', () => {
    const builtin = new Set(builtinModules.flatMap((name) => [name, `node:${name}`]));
    const used = sources.flatMap(({ file, code }) => [
      ...imports(code).filter((module) => builtin.has(module) && module !== 'vscode'),
      ...(/\bprocess\.|\bBuffer\b|\b__dirname\b/.test(withoutComments(code)) ? [file] : []),
    ]);
    assert.deepEqual(used, []);
  });

  it('has no file that only passes on what others export', () => {
    const barrels = sources.filter(
      ({ file, code }) =>
        /^export (?:type )?(?:\*|\{[^}]*\}) from/m.test(code) || /\bindex\.ts$/.test(file),
    );
    assert.deepEqual(
      barrels.map(({ file }) => file),
      [],
    );
  });
});

function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
}

/** Whether a setting is asked for, as a whole or by its last parts in a section of the first. */
function reads(code: string, setting: string): boolean {
  const parts = setting.split('.');
  return parts.some((_, index) => {
    const [section, rest] = [parts.slice(0, index).join('.'), parts.slice(index).join('.')];
    return code.includes(`'${rest}'`) && (index === 0 || code.includes(`'${section}'`));
  });
}

describe('The manifest', () => {
  it('declares the commands that are registered, and no others', () => {
    const registered = matches(/registerCommand\(\s*'([^']+)'/g);
    assert.deepEqual([...registered].sort(), [...declared].sort());
  });

  it('declares every command that something runs or shows', () => {
    const run = [
      ...matches(/(?:executeCommand\(\s*|command: )'(interviewLens\.[^']+)'/g),
      ...[...manifestText.matchAll(/"command": "([^"]+)"|command:(interviewLens\.\w+)/g)].map(
        ([, key, link]) => key ?? link ?? '',
      ),
    ];
    assert.ok(run.length > 0);
    assert.deepEqual(
      run.filter((id) => !declared.has(id)),
      [],
    );
  });

  it('declares only settings that are read', () => {
    const settings = Object.keys(manifest.contributes.configuration.properties);
    assert.deepEqual(
      settings.filter((setting) => !sources.some(({ code }) => reads(code, setting))),
      [],
    );
  });

  it('sets every context key that its conditions use', () => {
    const used = new Set(
      [...manifestText.matchAll(/"when": "([^"]+)"/g)].flatMap(([, condition = '']) =>
        [...condition.replace(/view == \S+/g, '').matchAll(/interviewLens\.\w+/g)].map(
          ([key]) => key,
        ),
      ),
    );
    assert.ok(used.size > 0);
    const unset = [...used].filter((key) => !sources.some(({ code }) => code.includes(`'${key}'`)));
    assert.deepEqual(unset, []);
  });

  it('uses every text of package.nls.json, and all its texts stand there', () => {
    const texts = Object.keys(
      JSON.parse(readFileSync(path.join(root, 'package.nls.json'), 'utf8')) as object,
    );
    const used = [...manifestText.matchAll(/"%([^%"]+)%"/g)].map(([, key = '']) => key);
    assert.deepEqual([...new Set(used)].sort(), texts.sort());
  });
});
