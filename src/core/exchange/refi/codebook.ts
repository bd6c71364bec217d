import { message } from '../../message';
import type { Losses } from '../losses';
import { Guids } from './guids';
import { Refusal } from '../refusal';
import { childOf, childrenOf, readingXml, textElement, xmlElement, type XmlElement } from '../xml';
import type { Code } from './model';

const XML = '<?xml version="1.0" encoding="UTF-8"?>\n';
const COLOR = /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i;

/**
 * A REFI-QDA codebook (`.qdc`).
 *
 * @param codes at least one: the standard doesn't allow an empty codebook
 * @param origin the program that writes it, with its version
 */
export function codebookXml(codes: readonly Code[], origin: string): string {
  const attributes = { xmlns: 'urn:QDA-XML:codebook:1.0', origin };
  return `${XML}${xmlElement('CodeBook', attributes, codesXml(codes))}\n`;
}

/** The codes of a codebook or a project, which look the same in both. */
export function codesXml(codes: readonly Code[]): string {
  return codes.length > 0 ? xmlElement('Codes', {}, codes.map(codeXml).join('')) : '';
}

function codeXml({ guid, name, isCodable, color, description, children }: Code): string {
  const attributes = { guid, name, isCodable, color };
  const content = textElement('Description', description) + children.map(codeXml).join('');
  return xmlElement('Code', attributes, content);
}

/**
 * Reads a codebook (`.qdc`), in steps.
 *
 * @throws a Refusal if it is none
 */
export function* readingCodebook(xml: string, losses: Losses): Generator<undefined, Code[]> {
  const root = yield* readingXml(xml);
  const codes = childOf(root, 'Codes') ?? childOf(childOf(root, 'CodeBook'), 'Codes');
  if (!codes) throw new Refusal(message('This is no REFI-QDA codebook: there are no codes in it.'));
  losses.add(
    message('Sets of codes: there are none here.'),
    childrenOf(childOf(root, 'Sets'), 'Set').length,
  );
  return readCodes(codes, new Guids('code', losses), losses, () => undefined);
}

/**
 * The codes in an element of a codebook or a project.
 *
 * @param notesOn the notes that belong to a code and aren't in its element
 */
export function readCodes(
  within: XmlElement,
  guids: Guids,
  losses: Losses,
  notesOn: (code: XmlElement) => string | undefined,
  path = '',
): Code[] {
  return childrenOf(within, 'Code').map((element, index) => {
    const { guid = '', name = '', color, isCodable } = element.attributes;
    const place = `${path}/${index}`;
    const written = childOf(element, 'Description')?.text.trim();
    const description = [written, notesOn(element)].filter(Boolean).join('\n\n');
    const isColor = color !== undefined && COLOR.test(color);
    if (color && !isColor) losses.add(message('Colours of codes that are not written as #RRGGBB.'));
    return {
      guid: guids.own(guid, place),
      name: name.trim() === '' ? '?' : name.trim(),
      ...(description !== '' && { description }),
      ...(isColor && { color }),
      isCodable: isCodable !== 'false' && isCodable !== '0',
      children: readCodes(element, guids, losses, notesOn, place),
    };
  });
}
