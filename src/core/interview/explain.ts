import type { TextLines } from '../text/lines';
import { weigh, type Evidence } from './evidence';
import { firstLine, speakerLabels } from './labels';
import type { LineFacts } from './lineFacts';
import type { Corrections } from './model';
import { before, isAnnounced, isEdited, isExercise, isHelp, tellsOfTalk } from './preamble';
import { labelledScript, markedScript, questionScript, type Script } from './script';

/** A play has so many lines that tell of acts, scenes and who enters. */
const MANY_SCENES = 3;

/** An explanation of a document with what speaks for it. */
export interface Explained {
  readonly script: Script;
  readonly evidence: Evidence;
}

/** The explanations that a document allows; further kinds of them are added here. */
export function explanations(
  text: TextLines,
  facts: readonly LineFacts[],
  corrections: Corrections,
): Explained[] {
  const hasWeak = facts.some(({ label }) => label?.isWeak);
  const labelled = (hasWeak ? [false, true] : [false]).map((withWeak) => {
    const labels = speakerLabels(facts, corrections, withWeak);
    const preamble = before(text, Math.min(firstLine(labels), facts.length));
    return labelledScript(facts, labels, preamble, corrections.samePerson);
  });
  return [...labelled, questionScript(facts), markedScript(facts)]
    .filter((script) => script !== undefined)
    .map((script) => ({
      script,
      evidence: complete(script, facts, before(text, script.starts[0])),
    }));
}

/** The one for which most speaks. */
export function bestOf(explained: readonly Explained[]): Explained | undefined {
  const weights = explained.map(weight);
  return explained[weights.indexOf(Math.max(...weights))];
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
    edited: isEdited(preamble),
    staged: facts.filter(({ isStaged }) => isStaged).length >= MANY_SCENES,
    talkedWith: tellsOfTalk(preamble),
    isHelp: isHelp(preamble),
    isExercise: areLetters(script) && isExercise(preamble),
    introduced,
    machine: script.evidence.subtitled ? 0 : machine,
  };
}

/** Whether nobody has a name, but a letter as in examples: `A` and `B`. */
function areLetters({ people }: Script): boolean {
  return people.length > 0 && people.every(({ name }) => /^[A-F]$/.test(name));
}
