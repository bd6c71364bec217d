import assert from 'node:assert/strict';
import { mostCounted, Tally, Together } from '../../../src/core/overview/tally';

const at = (start: number, document = 0) => ({ document, start, end: start + 1, line: 0 });

describe('What is counted for a picture', () => {
  it('leads to 50 places of a cell, however many there are', () => {
    const tally = new Tally();
    for (let start = 0; start < 60; start++) tally.add(0, 0, at(start));
    const [cell] = tally.all();
    assert.deepEqual([cell?.count, cell?.places.length, cell?.places.at(-1)?.start], [60, 50, 49]);
  });

  it('is in order of rows, then of columns', () => {
    const tally = new Tally();
    for (const [row, column] of [
      [1, 0],
      [0, 2],
      [0, 1],
    ] as const) {
      tally.add(row, column, at(0));
    }
    assert.deepEqual(
      tally.all().map(({ row, column }) => `${row} ${column}`),
      ['0 1', '0 2', '1 0'],
    );
  });

  it('leaves out what is counted least where there is no room for all', () => {
    const counts = new Map(Object.entries({ war: 2, sea: 7, money: 4 }));
    assert.deepEqual(mostCounted(counts, 2), ['sea', 'money']);
    assert.deepEqual(mostCounted(counts, 9), ['sea', 'money', 'war']);
  });
});

describe('Names that stand together', () => {
  const NAMES = ['Ana', 'Bo', 'Cy', 'Dag', 'Eve'];
  type Note = [passage: string, name: string, start: number, document?: number];
  const CASES: { what: string; notes: Note[]; cells: string[]; columns: string[] }[] = [
    {
      what: 'lead to the first place in each passage, in the order of documents and text',
      notes: [
        ['p9', 'Ana', 3, 1],
        ['p9', 'Bo', 4, 1],
        ['p2', 'Bo', 30],
        ['p2', 'Ana', 35],
        ['p1', 'Ana', 5],
        ['p1', 'Bo', 6],
        ['p1', 'Ana', 8],
      ],
      cells: ['Ana × Bo: 3, at 5 35 3'],
      columns: ['Bo'],
    },
    {
      what: 'have rows and columns in the order of the names, and none without a cell',
      notes: [
        ['p1', 'Dag', 1],
        ['p1', 'Ana', 2],
        ['p2', 'Bo', 11],
        ['p2', 'Cy', 12],
        ['p3', 'Eve', 21],
      ],
      cells: ['Ana × Dag: 1, at 2', 'Bo × Cy: 1, at 11'],
      columns: ['Cy', 'Dag'],
    },
  ];
  for (const { what, notes, cells, columns } of CASES) {
    it(what, () => {
      const together = new Together<string>();
      for (const [passage, name, start, document] of notes) {
        together.note(passage, NAMES.indexOf(name), at(start, document));
      }
      const matrix = together.matrix(NAMES);
      assert.deepEqual(
        matrix.cells.map(({ row, column, count, places }) => {
          const where = places.map(({ start }) => start).join(' ');
          return `${matrix.rows[row]} × ${matrix.columns[column]}: ${count}, at ${where}`;
        }),
        cells,
      );
      assert.deepEqual(matrix.columns, columns);
    });
  }
});
