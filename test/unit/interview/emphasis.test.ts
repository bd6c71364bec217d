import assert from 'node:assert/strict';
import { emphasisOf } from '../../../src/core/interview/line/emphasis';

describe('How a line is set off', () => {
  const cases: [line: string, form: string][] = [
    // Headings.
    ['## What is it?', 'h2'],
    ['== What is it? ==', 'h2'],
    ['####### What is it?', ''],
    // Emphasis around all of it.
    ['**Why?**', 'bold'],
    ['__Why?__', 'bold'],
    ['***Why?***', 'bold'],
    ["'''Why?'''", 'bold'],
    ['*Why?*', 'italic'],
    ['_Why?_', 'italic'],
    ['**Why?**…', 'bold'],
    ['**Why?** :smile:', 'bold'],
    ['**Why?**<br>', 'bold'],
    ['- **Why?**', 'bold'],
    ['**`a * b`?**', 'bold'],
    ['*Why* *now?*', 'italic'],
    ['**Why does** [this](x) **hold?**', 'bold'],
    ['*In the days of* The Ferry *you rowed?*', 'italic'],
    // Around a part of it.
    ['**Why** does it hold?', ''],
    ['*Why?* Because.', ''],
    ['**Why** does it **hold?**', ''],
    ['**In the days of** The Ferry **you rowed?**', ''],
    ['a * b * c', ''],
    ['**', ''],
    // Emphasis that goes on over the end of the line.
    ['**Why? And', 'bold opens'],
    ['where?**', ' closes'],
    ['**Why?', 'bold opens'],
    // Elements and commands.
    ['<b>Why?</b>', 'bold'],
    ['<p><strong>Why?</strong></p>', 'bold'],
    ['<p class="ask">Why?</p>', '<ask>'],
    ['<b>Why?</b> Because.', ''],
    ['\\textbf{Why?}', '\\textbf'],
    ['\\subsection*{Why?}\\\\', '\\subsection'],
    ['\\begin{quote}', ''],
    // Signs before it.
    ['> Why?', 'quote'],
    ['>', ''],
    ['— Why?', 'dash'],
    ['- Why?', ''],
    ['■ Why?', 'sign'],
    ['|| Why?', 'sign'],
    ['AB> Why?', 'sign'],
    ['“Why?”', 'said'],
    ['“Why?” he asked', ''],
    ['---', 'rule'],
    ['1. Why?', 'numbered'],
    ['(1) Why?', 'numbered'],
    ['Q1: Why?', 'numbered'],
    ['1 - Why?', 'counted'],
    ['1 Why?', ''],
    // Nothing.
    ['Why?', ''],
    [' ', ''],
    [`**${'Why? '.repeat(300)}**`, ''],
  ];
  for (const [line, expected] of cases) {
    it(`${expected || 'not at all'}: ${line.slice(0, 60)}`, () => {
      const { form, opens, closes } = emphasisOf(line);
      assert.equal(
        [form, opens && 'opens', closes && 'closes'].filter(Boolean).join(' '),
        expected.trim(),
      );
    });
  }
});
