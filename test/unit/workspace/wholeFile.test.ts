import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  mend,
  readWhole,
  removeWhole,
  writeWhole,
  type FileAndCopy,
  type Which,
} from '../../../src/workspace/wholeFile';
import { runs } from '../support/runs';

const encoded = (text: string) => new TextEncoder().encode(text);
const decoded = (bytes: Uint8Array | undefined) => bytes && new TextDecoder().decode(bytes);

/** What goes wrong when a file is written: an error, with so many bytes of it written. */
interface Fault {
  readonly which: Which;
  readonly error: string;
  /** Undefined: not even begun, the file stays as it is. */
  readonly written?: number;
}

/** A disk with one file and its copy. */
class Disk {
  readonly content = new Map<Which, Uint8Array>();
  fault: Fault | undefined;
  /** What somebody else does right before something is read or written. */
  meanwhile: (does: string) => void = () => undefined;

  constructor(file: string | undefined) {
    if (file !== undefined) this.content.set('file', encoded(file));
  }

  get file(): string | undefined {
    return decoded(this.content.get('file'));
  }

  /** @param pause what each step waits for */
  files(pause: () => Promise<void> = () => Promise.resolve()): FileAndCopy {
    return {
      read: async (which) => {
        await pause();
        this.meanwhile(`read ${which}`);
        return this.content.get(which);
      },
      write: async (which, bytes) => {
        await pause();
        this.meanwhile(`write ${which}`);
        const { fault } = this;
        if (fault?.which === which) {
          if (fault.written !== undefined) this.content.set(which, bytes.slice(0, fault.written));
          throw new Error(fault.error);
        }
        this.content.set(which, bytes.slice());
      },
      remove: async (which) => {
        await pause();
        this.content.delete(which);
      },
    };
  }
}

const OLD = 'a: 1\nb: 2\n';
const NEW = 'a: 1\nb: 2\nc: 3\n';

describe('A file that can’t be written', () => {
  const faults: [what: string, fault: Fault, now: string][] = [
    ['the disk is full', { which: 'copy', error: 'ENOSPC', written: 4 }, OLD],
    [
      'the disk is full when nothing was written yet',
      { which: 'copy', error: 'ENOSPC', written: 0 },
      OLD,
    ],
    // The copy is whole: what was written is not lost, though the user is told.
    [
      'the disk gets full between copy and file',
      { which: 'file', error: 'ENOSPC', written: 7 },
      NEW,
    ],
    [
      'the file is emptied, and then the disk is gone',
      { which: 'file', error: 'EIO', written: 0 },
      NEW,
    ],
    ['the folder is read-only', { which: 'copy', error: 'EROFS' }, OLD],
    ['the file is read-only, but not the folder', { which: 'file', error: 'EACCES' }, OLD],
  ];
  for (const [what, fault, now] of faults) {
    it(`is as before, or whole: ${what}`, async () => {
      const disk = new Disk(OLD);
      disk.fault = fault;
      const files = disk.files();
      await assert.rejects(writeWhole(files, encoded(OLD), encoded(NEW)), { message: fault.error });
      assert.equal(decoded(await readWhole(files)), now);
      // Nothing is left behind where nothing was changed.
      assert.equal(disk.content.has('copy'), now === NEW);
      disk.fault = undefined;
      await mend(files);
      assert.equal(disk.file, now);
      assert.ok(await writeWhole(files, encoded(now), encoded('d: 4\n')));
      assert.equal(disk.file, 'd: 4\n');
      assert.ok(!disk.content.has('copy'));
    });
  }
});

describe('A file that others write, too', () => {
  const others: [what: string, change: (disk: Disk) => void][] = [
    ['is changed', (disk) => disk.content.set('file', encoded('a: 9\n'))],
    ['vanishes', (disk) => disk.content.delete('file')],
    ['is emptied', (disk) => disk.content.set('file', encoded(''))],
    ['is written by half', (disk) => disk.content.set('file', encoded('a: 1\nb'))],
  ];
  for (const [what, change] of others) {
    it(`is left alone when it ${what} right before it is written`, async () => {
      const disk = new Disk(OLD);
      disk.meanwhile = (does) => {
        if (does === 'read file') change(disk);
      };
      assert.equal(await writeWhole(disk.files(), encoded(OLD), encoded(NEW)), false);
      const after = new Disk(OLD);
      change(after);
      assert.equal(disk.file, after.file);
      assert.ok(!disk.content.has('copy'));
    });
  }

  for (const [what, change] of others) {
    it(`is not deleted when it ${what} right before`, async () => {
      const disk = new Disk(OLD);
      disk.meanwhile = () => {
        change(disk);
      };
      assert.equal(await removeWhole(disk.files(), encoded(OLD)), false);
      const after = new Disk(OLD);
      change(after);
      assert.equal(disk.file, after.file);
    });
  }

  it('is deleted when it is as it was read', async () => {
    const disk = new Disk(OLD);
    assert.equal(await removeWhole(disk.files(), encoded(OLD)), true);
    assert.equal(disk.file, undefined);
  });

  it('has what all windows wrote, one after another, whatever the order of their steps', async () => {
    const turns = fc.array(fc.nat(2), { maxLength: 120 });
    await fc.assert(
      fc.asyncProperty(turns, async (order) => {
        const disk = new Disk('');
        const windows = [0, 1, 2].map((window) => new Window(disk, `${window}`));
        // Each takes a step when it is its turn, but nobody while another one fills the file itself.
        for (const index of order) await windows[index]?.step();
        for (const window of windows) await window.finish();
        const lines = disk.file?.split('\n') ?? [];
        for (const window of windows) assert.ok(lines.includes(window.line), disk.file);
        assert.ok(!disk.content.has('copy'));
      }),
      runs(200),
    );
  });

  it('has what the others wrote when one window deletes it, whatever the order of their steps', async () => {
    const turns = fc.array(fc.nat(2), { maxLength: 120 });
    await fc.assert(
      fc.asyncProperty(turns, async (order) => {
        const disk = new Disk('mine\n');
        const windows = [
          new Window(disk, 'mine', without),
          new Window(disk, 'a'),
          new Window(disk, 'b'),
        ];
        for (const index of order) await windows[index]?.step();
        for (const window of windows) await window.finish();
        assert.deepEqual(disk.file?.split('\n').sort(), ['', 'a', 'b']);
        assert.ok(!disk.content.has('copy'));
      }),
      runs(200),
    );
  });
});

const withLine = (text: string, line: string) => `${text}${line}\n`;
const without = (text: string, line: string) => text.replace(`${line}\n`, '');

/** A window that adds its line to the file, or takes it out, by single steps. */
class Window {
  private wake: (() => void) | undefined;
  private isDone = false;
  private readonly work: Promise<void>;

  constructor(
    disk: Disk,
    readonly line: string,
    change = withLine,
  ) {
    let before: Uint8Array | undefined;
    const files = disk.files(() => new Promise((resolve) => (this.wake = resolve)));
    // Between looking at the file and writing or deleting it there is no step of the others’.
    const by = (which: Which) => (which === 'file' ? disk.files() : files);
    const seen: FileAndCopy = {
      read: files.read,
      write: (which, bytes) => by(which).write(which, bytes),
      remove: (which) => by(which).remove(which),
    };
    const store = (text: string) =>
      text === '' ? removeWhole(seen, before) : writeWhole(seen, before, encoded(text));
    const work = async (): Promise<void> => {
      for (;;) {
        before = await readWhole(seen);
        if (await store(change(decoded(before) ?? '', line))) return;
      }
    };
    this.work = work().then(() => {
      this.isDone = true;
    });
  }

  async step(): Promise<void> {
    this.wake?.();
    this.wake = undefined;
    for (let tick = 0; tick < 12; tick++) await Promise.resolve();
  }

  async finish(): Promise<void> {
    while (!this.isDone) await this.step();
    await this.work;
  }
}
