import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { eventually } from './wait';

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
 * Ends a program that `start` started, and its group: politely first, and by force if anything is
 * left after `graceMs` milliseconds. Resolves when all is gone.
 */
export async function end(child: ChildProcess, graceMs = 10_000): Promise<void> {
  if (child.pid === undefined) return;
  if (isWindows) return endOnWindows(child, child.pid);
  const group = -child.pid;
  signal(group, 'SIGTERM');
  const gone = async () => !signal(group, 0);
  await eventually('a program to end', gone, graceMs).catch(() => signal(group, 'SIGKILL'));
  await eventually('a killed program to be gone', gone);
}

/** Sends a signal (0 only asks whether the process exists). Returns whether it did. */
function signal(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, name);
  } catch {
    return false;
  }
}

async function endOnWindows(child: ChildProcess, pid: number): Promise<void> {
  if (child.exitCode !== null) return;
  const gone = once(child, 'exit');
  spawn('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore' });
  await gone;
}
