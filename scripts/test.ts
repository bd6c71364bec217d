// npm test                         everything
// npm test -- unit web             some parts: check, unit, node, web, workbench
// npm test -- node --grep=hover    only the tests whose title matches
import { once } from 'node:events';
import { createWriteStream, mkdirSync } from 'node:fs';
import * as path from 'node:path';
import { parseArgs } from 'node:util';
import { lineMark, resultMark, type Result } from '../test/host/reporter';
import { bundleTests } from './host/bundleTests';
import { withCleanup, type Cleanup } from './host/cleanup';
import { out, root } from './host/paths';
import { eachLine, end, npmCommand, start, typescriptCommand } from './host/program';

interface Part {
  readonly title: string;
  readonly limitMs: number;
  run(part: Part, cleanup: Cleanup): Promise<Outcome>;
}

interface Outcome extends Result {
  /** Why the part as a whole failed, if it did. */
  readonly failure?: string;
}

const minute = 60_000;
const nothing: Result = { passed: 0, failed: 0, skipped: 0 };

/** How long a process may live on after its tests have reported. */
const afterlifeMs = 20_000;

/** In the order in which they run; a name may stand for several. */
const parts: Record<string, Part[]> = {
  check: [
    { title: 'Types', limitMs: 6 * minute, run: (part, by) => npmScript('check', part, by) },
    { title: 'Lint', limitMs: 6 * minute, run: (part, by) => npmScript('lint', part, by) },
  ],
  unit: [{ title: 'Unit', limitMs: 12 * minute, run: suite('unit') }],
  build: [
    { title: 'Build', limitMs: 3 * minute, run: (part, by) => npmScript('build', part, by) },
    { title: 'Bundle of the tests', limitMs: 3 * minute, run: () => bundle() },
  ],
  node: [{ title: 'Node extension host', limitMs: 20 * minute, run: suite('node') }],
  web: [{ title: 'Web worker extension host', limitMs: 20 * minute, run: suite('web') }],
  workbench: [{ title: 'Workbench', limitMs: 25 * minute, run: suite('workbench') }],
};

const needBuild = ['node', 'web', 'workbench'];

const { grep, names } = commandLine();

function commandLine(): { grep: string; names: Set<string> } {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { grep: { type: 'string', default: '' } },
  });
  const unknown = positionals.filter((name) => !(name in parts));
  if (unknown.length > 0) {
    console.error(`There is no part “${unknown}”. The parts: ${Object.keys(parts).join(', ')}.`);
    process.exit(2);
  }
  const names = new Set(positionals.length > 0 ? positionals : Object.keys(parts));
  if (needBuild.some((name) => names.has(name))) names.add('build');
  return { grep: values.grep, names };
}

/** Runs a script of package.json; its output is shown when it fails. */
async function npmScript(script: string, part: Part, cleanup: Cleanup): Promise<Outcome> {
  const [command, args, options] = npmCommand(['run', '--silent', script]);
  const child = start(command, args, { ...options, cwd: root });
  const lines: string[] = [];
  const failure = await ended(child, part, cleanup, (line) => lines.push(line));
  if (failure === undefined) return nothing;
  for (const line of lines) console.log(`  ${line}`);
  return { ...nothing, failure };
}

async function bundle(): Promise<Outcome> {
  try {
    await bundleTests(grep);
    return nothing;
  } catch (error) {
    return { ...nothing, failure: String(error) };
  }
}

/** Runs tests in a process of their own; what isn't meant for the reader goes to a log. */
function suite(name: string): Part['run'] {
  return async (part, cleanup) => {
    const [command, args] = typescriptCommand('scripts/host/suites.ts', [name]);
    const child = start(command, args, { cwd: root, env: { ...process.env, TEST_GREP: grep } });
    const log = openLog(name);
    let result: Result | undefined;
    const failure = await ended(child, part, cleanup, (line, hurry) => {
      log.write(line);
      if (line.startsWith(lineMark)) console.log(line.slice(lineMark.length));
      if (/^(Fetch|Desktop VS Code)/.test(line)) console.log(`  ${line}`);
      if (!line.startsWith(resultMark)) return;
      result = JSON.parse(line.slice(resultMark.length)) as Result;
      hurry(afterlifeMs);
    });
    log.close();
    if (!result) for (const line of log.end) console.log(`  | ${line.slice(0, 200)}`);
    return judge(result, failure, log.name);
  };
}

interface Log {
  readonly name: string;
  /** The last lines that aren't a stack's or the reporter's. */
  readonly end: readonly string[];
  write(line: string): void;
  close(): void;
}

function openLog(name: string): Log {
  const folder = path.join(out, 'logs');
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `${name}.log`);
  const stream = createWriteStream(file);
  const end: string[] = [];
  const write = (line: string) => {
    stream.write(`${line}\n`);
    if (/^@@tests|^\s*(at |→|$)/.test(line)) return;
    end.push(line);
    if (end.length > 12) end.shift();
  };
  return { name: path.relative(root, file), end, write, close: () => stream.end() };
}

/** A part fails as a whole unless it ran tests, reported them, and failed only by theirs. */
function judge(result: Result | undefined, failure: string | undefined, log: string): Outcome {
  const see = `the whole console is in ${log}`;
  if (!result) {
    return { ...nothing, failure: `no result came, ${failure ?? 'though it ended well'}; ${see}` };
  }
  if (result.passed + result.failed === 0) return { ...result, failure: 'no test was run' };
  // Failed tests make the process fail, too: that is not another failure.
  if (failure === undefined || result.failed > 0) return result;
  return { ...result, failure: `${failure}; ${see}` };
}

type OnLine = (line: string, hurry: (limitMs: number) => void) => void;

/**
 * Waits for a process to end, and ends it when its time is over. Returns the reason for its failure,
 * if it failed. `onLine` may shorten the time that it has left.
 */
async function ended(
  child: ReturnType<typeof start>,
  part: Part,
  cleanup: Cleanup,
  onLine: OnLine,
): Promise<string | undefined> {
  let isOver = false;
  cleanup.add(() => isOver || end(child));
  let late = false;
  const stop = () => {
    late = true;
    void end(child);
  };
  let timer = setTimeout(stop, part.limitMs);
  const hurry = (limitMs: number) => {
    clearTimeout(timer);
    timer = setTimeout(stop, limitMs);
  };
  for (const stream of [child.stdout, child.stderr])
    eachLine(stream, (line) => onLine(line, hurry));
  const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
  clearTimeout(timer);
  await end(child);
  isOver = true;
  if (late) return 'it did not end in time';
  return code === 0 ? undefined : `it ended with ${code ?? signal}`;
}

async function runPart(part: Part, cleanup: Cleanup): Promise<Outcome> {
  console.log(`${part.title} …`);
  const begin = performance.now();
  const outcome = await part.run(part, cleanup);
  const seconds = ((performance.now() - begin) / 1000).toFixed(1);
  const verdict = outcome.failure ?? (tests(outcome) > 0 ? summary(outcome) : 'fine');
  console.log(`${part.title}: ${verdict} (${seconds} s)\n`);
  return outcome.failure === undefined ? outcome : { ...outcome, failed: outcome.failed + 1 };
}

function plus(a: Result, b: Result): Result {
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
  };
}

function tests({ passed, failed, skipped }: Result): number {
  return passed + failed + skipped;
}

function summary({ passed, failed, skipped }: Result): string {
  return `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`;
}

async function runAll(some: Part[], cleanup: Cleanup): Promise<Result> {
  let sum = nothing;
  for (const part of some) sum = plus(sum, await runPart(part, cleanup));
  return sum;
}

/** Says that a part was not run, as tests of an old build would mean nothing. */
function notRun(name: string): Result {
  console.log(`The part “${name}” was not run, as the build failed.`);
  return { ...nothing, failed: 1 };
}

async function main(): Promise<void> {
  const chosen = Object.keys(parts).filter((name) => names.has(name));
  const total = await withCleanup(async (cleanup) => {
    let sum = nothing;
    let isBuilt = true;
    for (const name of chosen) {
      const isBlocked: boolean = !isBuilt && needBuild.includes(name);
      const result: Result = isBlocked ? notRun(name) : await runAll(parts[name] ?? [], cleanup);
      if (name === 'build') isBuilt = result.failed === 0;
      sum = plus(sum, result);
    }
    return sum;
  });
  process.exitCode = total.failed === 0 ? 0 : 1;
  console.log(summary(total));
}

void main();
