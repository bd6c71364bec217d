import assert from 'node:assert/strict';
import { readFolder } from '../../../src/core/annotations/folder';

describe('The setting of a folder for annotation files', () => {
  const cases: [setting: unknown, means: string][] = [
    [undefined, 'beside'],
    ['', 'beside'],
    [' . ', 'beside'],
    [42, 'beside'],
    ['annotations', 'in annotations'],
    ['./coding/2025/', 'in coding/2025'],
    ['coding\\round two', 'in coding/round two'],
    ['..', 'refused'],
    ['notes/../../elsewhere', 'refused'],
    ['..\\elsewhere', 'refused'],
    ['/tmp', 'refused'],
    ['C:\\tmp', 'refused'],
    ['file:///tmp', 'refused'],
    ['~/annotations', 'refused'],
  ];
  for (const [setting, means] of cases) {
    it(`${JSON.stringify(setting)} → ${means}`, () => {
      const folder = readFolder(setting);
      assert.equal(folder.kind === 'in' ? `in ${folder.path}` : folder.kind, means);
    });
  }
});
