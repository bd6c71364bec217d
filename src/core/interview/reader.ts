import { lazy } from '../lazy';
import type { Line, TextLines } from '../text/lines';
import { recognise, weigh, type Evidence } from './evidence';
import { followed } from './follow';
import { firstLine, speakerLabels } from './labels';
import { factsOf, type LineFacts } from './lineFacts';
import type { Corrections, Interview, Recognition } from './model';
import { before, frontMatterEnd, isAnnounced, isHelp, tellsOfTalk } from './preamble';
import { labelledScript, markedScript, questionScript, type Script } from './script';
import { assemble, type Structure } from './structure';

/** A step of preparing, which takes about a millisecond. */
const LINES_IN_A_STEP = 64;
/** Front matter is nobody's speech, whatever its keys look like. */
const silent = lazy(() => factsOf(''));

interface Explained {
  readonly script: Script;
  readonly evidence: Evidence;
}

/** An interview that was read, and what is needed to follow small edits. */
interface Read {
  readonly text: TextLines;
  readonly corrections: Corrections;
  readonly frontMatter: number;
  readonly structure: Structure;
  readonly recognition: Recognition;
}

/**
 * Reads the versions of one document. Facts about single lines are kept as long as the line lives,
 * so that after an edit only new lines are looked at closely; after most of them not even the rest
 * is judged anew. The result is always that of a fresh reader.
 */
export class InterviewReader {
  private readonly known = new WeakMap<Line, LineFacts>();
  private last: Read | { readonly evidence: Evidence | undefined } | undefined;

  /** Looks at the lines ahead of time, in steps: {@link read} is quicker then. */
  *preparing({ lines }: TextLines): Generator<undefined, void> {
    for (const [at, line] of lines.entries()) {
      this.factsOf(line);
      if (at % LINES_IN_A_STEP === 0) yield;
    }
  }

  /** The structure of a text, and whether it is an interview at all. Linear in its length. */
  read(text: TextLines, corrections: Corrections): Interview {
    if (corrections.interview === false) return noInterview(undefined, corrections);
    const silent = frontMatterEnd(text);
    this.last = this.followed(text, corrections, silent) ?? this.afresh(text, corrections, silent);
    if ('structure' in this.last) {
      const { structure, recognition } = this.last;
      return { ...structure.parts, recognition };
    }
    return noInterview(this.last.evidence, corrections);
  }

  private followed(text: TextLines, corrections: Corrections, silent: number): Read | undefined {
    const { last } = this;
    if (!last || !('structure' in last)) return undefined;
    if (!areSame(last.corrections, corrections) || last.frontMatter !== silent) return undefined;
    const known = (line: Line) => this.factsOf(line);
    const structure = followed(last.text, last.structure, text, known);
    return structure && { ...last, text, structure };
  }

  private afresh(
    text: TextLines,
    corrections: Corrections,
    frontMatter: number,
  ): Read | { readonly evidence: Evidence | undefined } {
    const facts = text.lines.map((line, at) => (at < frontMatter ? silent() : this.factsOf(line)));
    const best = bestOf(text, facts, corrections);
    const recognition = recognise(best?.evidence, corrections);
    if (!recognition.isInterview || !best) return { evidence: best?.evidence };
    const structure = assemble(text, facts, best.script, corrections);
    return { text, corrections, frontMatter, structure, recognition };
  }

  private factsOf(line: Line): LineFacts {
    let facts = this.known.get(line);
    if (!facts) {
      facts = factsOf(line.text);
      this.known.set(line, facts);
    }
    return facts;
  }
}

/** Whether a person has decided the same. Corrections are few, and made anew by who holds them. */
function areSame(a: Corrections, b: Corrections): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

function noInterview(evidence: Evidence | undefined, corrections: Corrections): Interview {
  return {
    recognition: recognise(evidence, corrections),
    title: undefined,
    metadata: {},
    speakers: [],
    turns: [],
    exchanges: [],
    regions: [],
  };
}

/** The explanation of the document for which most speaks; further kinds of them are added here. */
function bestOf(
  text: TextLines,
  facts: readonly LineFacts[],
  corrections: Corrections,
): Explained | undefined {
  const labelled = [false, true].map((withWeak) => {
    const labels = speakerLabels(facts, corrections, withWeak);
    const preamble = before(text, Math.min(firstLine(labels), facts.length));
    return labelledScript(facts, labels, preamble, corrections.samePerson);
  });
  const scripts = [...labelled, questionScript(facts), markedScript(facts)];
  return scripts
    .filter((script) => script !== undefined)
    .map((script) => ({
      script,
      evidence: complete(script, facts, before(text, script.starts[0])),
    }))
    .sort((a, b) => weight(b) - weight(a))[0];
}

function weight({ evidence }: Explained): number {
  return weigh(evidence).reduce((total, reason) => total + reason.weight, 0);
}

function complete(script: Script, facts: readonly LineFacts[], preamble: string): Evidence {
  const full = facts.filter(({ isBlank }) => !isBlank).length;
  const machine = facts.filter(({ isMachine, label }) => isMachine && !label).length / (full || 1);
  const introduced = script.people.some(
    ({ description, labels, name }) =>
      description !== undefined || labels.every((label) => label.name !== name),
  );
  // Cues of subtitles are lines of a machine too, but of one that listened.
  return {
    ...script.evidence,
    announced: isAnnounced(preamble),
    talkedWith: tellsOfTalk(preamble),
    isHelp: isHelp(preamble),
    introduced,
    machine: script.evidence.subtitled ? 0 : machine,
  };
}
