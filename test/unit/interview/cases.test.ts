import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { InterviewReader } from '../../../src/core/interview/reader';
import { TextLines } from '../../../src/core/text/lines';
import { withSigns } from './understood';

const FOLDER = path.join(__dirname, '../../cases/interviews');
/** Of these documents none is an interview; they have no signs. */
const NONE = 'none.txt';

/** The documents of a file: `=== what it is`, then its lines. */
function documentsIn(file: string): [what: string, body: string][] {
  const parts = readFileSync(path.join(FOLDER, file), 'utf8').split(/^=== /m).slice(1);
  return parts.map((part) => {
    const end = part.indexOf('\n');
    return [part.slice(0, end), part.slice(end + 1).trimEnd()];
  });
}

describe('Line by line it is understood who asks, who answers and what nobody says, in', () => {
  for (const file of readdirSync(FOLDER).filter((name) => name !== NONE)) {
    for (const [what, expected] of documentsIn(file)) {
      it(`${path.basename(file, '.txt')}: ${what}`, () => {
        const lines = expected.split('\n').map((line) => line.slice(2));
        const text = TextLines.of(lines.join('\n'));
        const interview = new InterviewReader().read(text, {});
        assert.equal(interview.recognition.isInterview, true, 'It is taken for no interview.');
        assert.equal(withSigns(text, interview).join('\n'), expected);
      });
    }
  }
});

describe('No interview is', () => {
  for (const [what, body] of documentsIn(NONE)) {
    it(what, () => {
      const { recognition } = new InterviewReader().read(TextLines.of(body), {});
      assert.equal(recognition.isInterview, false);
    });
  }
});
