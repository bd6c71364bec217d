import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as path from 'node:path';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { INITIAL, parseRawGrammar, Registry, type IGrammar } from 'vscode-textmate';

const root = path.resolve(__dirname, '../../..');
const file = path.join(root, 'syntaxes/interview.tmLanguage.json');

async function loadGrammar(): Promise<IGrammar> {
  const wasm = createRequire(__filename).resolve('vscode-oniguruma/release/onig.wasm');
  await loadWASM(readFileSync(wasm));
  const registry = new Registry({
    onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
    loadGrammar: () => Promise.resolve(parseRawGrammar(readFileSync(file, 'utf8'), file)),
  });
  const grammar = await registry.loadGrammar('text.interview');
  assert(grammar);
  return grammar;
}

/** What a text is coloured as: `words = scope` for each stretch that is more than plain text. */
function coloured(grammar: IGrammar, text: string): string[] {
  let state = INITIAL;
  const found: string[] = [];
  for (const line of text.split('\n')) {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    for (const { startIndex, endIndex, scopes } of tokens) {
      const scope = scopes.at(-1) ?? '';
      const words = line.slice(startIndex, endIndex).trim();
      if (scopes.length === 1 || scope.startsWith('punctuation') || words === '') continue;
      if (scope.startsWith('meta')) continue;
      found.push(`${words} = ${scope.replace(/\.interview$/, '')}`);
    }
  }
  return found;
}

const asks = 'keyword.control.questioner';
const answers = 'entity.name.function.answerer';

const cases: [title: string, text: string, expected: string[]][] = [
  [
    'labels: who asks is told by the question mark',
    'Maren Holt: When did the ferry stop?\nIvo Brandt: In the winter of 1962.',
    [`Maren Holt = ${asks}`, `Ivo Brandt = ${answers}`],
  ],
  [
    'labels in capitals, with titles and initials',
    'MR. J. HOLT: Was it cold? \nDR. O’NEILL-SMITH: Very.',
    [`MR. J. HOLT = ${asks}`, `DR. O’NEILL-SMITH = ${answers}`],
  ],
  [
    'labels of several words, with small words in them',
    'The Harbour Review: Why?\nMaria de la Cruz: Because.\nHead of the Port Authority: No.',
    [
      `The Harbour Review = ${asks}`,
      `Maria de la Cruz = ${answers}`,
      `Head of the Port Authority = ${answers}`,
    ],
  ],
  [
    'Q and A',
    'Q: And then.\nA: We left.\nQ. Where?\nA. Home.\nQ12: Why?',
    [`Q = ${asks}`, `A = ${answers}`, `Q = ${asks}`, `A = ${answers}`, `Q12 = ${asks}`],
  ],
  [
    'roles for names',
    'Interviewer: Tell me more.\nRespondent 3: Is that so?\nINTERVIEWEE: Yes.',
    [`Interviewer = ${asks}`, `Respondent 3 = ${asks}`, `INTERVIEWEE = ${answers}`],
  ],
  [
    'bold labels, with the colon inside or outside',
    '**Holt:** Who paid?\n**Brandt**: The city.\n__Holt__: All of it?',
    [`Holt = ${asks}`, `Brandt = ${answers}`, `Holt = ${asks}`],
  ],
  [
    'bold questions without a label',
    '**Who paid for the pier?**\nThe city did.',
    ['Who paid for the pier? = markup.bold.question'],
  ],
  [
    'headings, and questions as headings',
    '# Life at the harbour\n## Who paid for the pier?',
    [
      '# Life at the harbour = markup.heading',
      '## Who paid for the pier? = markup.heading.question',
    ],
  ],
  [
    'timestamps before, after and between',
    '[00:01:02] Holt: Why?\nBrandt (00:01:09): Well [00:01:11] yes.\n00:02',
    [
      '[00:01:02] = comment.line.timestamp',
      `Holt = ${asks}`,
      `Brandt = ${answers}`,
      '(00:01:09) = comment.line.timestamp',
      '[00:01:11] = comment.line.timestamp',
      '00:02 = comment.line.timestamp',
    ],
  ],
  [
    'stage directions, but neither links nor other parentheses',
    'We left [laughter] and (pauses briefly) came (in May) to [the pier](pier.md).',
    [
      '[laughter] = comment.block.stage-direction',
      '(pauses briefly) = comment.block.stage-direction',
    ],
  ],
  [
    'quotations',
    'They said “never again” and "never" and «jamais».',
    [
      '“never again” = string.quoted.double',
      '"never" = string.quoted.double',
      '«jamais» = string.quoted.other',
    ],
  ],
  [
    'notices and footers',
    'This interview has been lightly edited for length.\nAdvertisement\n© 2031 The Harbour Review',
    [
      'This interview has been lightly edited for length. = comment.line.notice',
      'Advertisement = comment.line.notice',
      '© 2031 The Harbour Review = comment.line.notice',
    ],
  ],
  [
    'front matter',
    '---\ntitle: The pier\ntags: [harbour]\n---\nHolt: Why?',
    ['title = entity.name.tag', 'tags = entity.name.tag', `Holt = ${asks}`],
  ],
  [
    'WebVTT with voices',
    'WEBVTT\n\n1\n00:00:01.000 --> 00:00:04.000\n<v Maren Holt>When was that?',
    [
      'WEBVTT = comment.line.header',
      '1 = comment.line.cue',
      '00:00:01.000 --> 00:00:04.000 = comment.line.timestamp',
      `Maren Holt = ${asks}`,
    ],
  ],
  ['labels in Chinese', '记者：为什么？\n李明：因为冷。', [`记者 = ${asks}`, `李明 = ${answers}`]],
  [
    'no labels: sentences with a colon, times, addresses',
    'He wanted three things: peace, quiet, tea.\nAt 10:30 we left.\nSee https://example.org/a.',
    ['https://example.org/a. = markup.underline.link'],
  ],
];

describe('The grammar colours', () => {
  let grammar: IGrammar;
  before(async () => {
    grammar = await loadGrammar();
  });

  for (const [title, text, expected] of cases) {
    it(title, () => {
      assert.deepEqual(coloured(grammar, text), expected);
    });
  }

  // As long as the longest line that VS Code tokenizes. What takes time by the square of the length
  // takes minutes here.
  const pieces = [
    ' ',
    'A ',
    'Aa: ',
    '?',
    '? ',
    '“',
    '”',
    '"',
    '[',
    '(laughs ',
    '**',
    '_',
    '1:',
    '<v ',
  ];
  for (const piece of pieces) {
    it(`a line of ${JSON.stringify(piece)} in no time`, () => {
      for (const start of ['', 'Holt: ', '**']) {
        const line = `${start}${piece.repeat(20_000 / piece.length)}x`;
        const { stoppedEarly } = grammar.tokenizeLine(line, INITIAL, 2000);
        assert.equal(stoppedEarly, false);
      }
    });
  }
});
