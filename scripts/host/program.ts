import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { within } from './wait';

const isWindows = process.platform === 'win32';

/** How npm is called: the one that started this process, if any, or the one on the PATH. */
export function npmCommand(args: readonly string[]): [string, string[], SpawnOptions] {
  const script = process.env['npm_execpath'];
  if (script?.endsWith('js')) return [process.execPath, [script, ...args], {}];
  return ['npm', [...args], { shell: isWindows }];
}

/** How a TypeScript file of the project is run. */
export function typescriptCommand(file: string, args: readonly string[]): [string, string[]] {
  return [process.execPath, ['--import', 'tsx', file, ...args]];
}

/** Runs a program to its end. @throws an error with its output when it fails */
export async function finish(
  command: string,
  args: readonly string[],
  options: SpawnOptions,
): Promise<void> {
  const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (data: Buffer) => (output += data.toString()));
  }
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}.\n${output}`);
}

/** Starts a program as head of a group of processes, so that `end` reaches what it starts, too. */
export function start(
  command: string,
  args: readonly string[],
  options: SpawnOptions = {},
): ChildProcess {
  const stdio: SpawnOptions['stdio'] = ['ignore', 'pipe', 'pipe'];
  return spawn(command, args, { ...options, stdio, detached: !isWindows });
}

/** Calls `onLine` for every line that a program writes. */
export function eachLine(stream: Readable | null, onLine: (line: string) => void): void {
  if (stream) createInterface({ input: stream, crlfDelay: Infinity }).on('line', onLine);
}

/**
 * Ends a program that `start` started, and its group: politely first, then, if it is still there
 * after `graceMs` milliseconds, not. Resolves when it is gone.
 */
export async function end(child: ChildProcess, graceMs = 10_000): Promise<void> {
  const isGone = child.exitCode !== null || child.signalCode !== null || child.pid === undefined;
  const gone: Promise<unknown> = isGone ? Promise.resolve() : once(child, 'exit');
  if (!isGone) {
    signalGroup(child, 'SIGTERM');
    await within(gone, graceMs, 'Ending a program').catch(() => undefined);
  }
  signalGroup(child, 'SIGKILL');
  await gone;
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  if (isWindows) {
    spawn('taskkill', ['/pid', String(child.pid), '/T', '/F'], { stdio: 'ignore' });
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch {
    // Nobody of the group is left.
  }
}
