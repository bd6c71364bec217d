/** What means something anywhere in Markdown (CommonMark, GFM and VS Code's mathematics). */
const ANYWHERE = /[\\`*_[\]<>&~|$@]|:(?=\/\/)/g;

/** Between the scripts that put no space between words, a line's end is none either. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u3000-\u303f\uff00-\uffef]/u;

/** A text on one line, as Markdown that shows it as it is. Linear in its length. */
export function escaped(text: string): string {
  return joined(text)
    .replace(ANYWHERE, '\\$&')
    .replace(/^[-+#=]/, '\\$&')
    .replace(/^(\d{1,9})([.)])/, '$1\\$2');
}

/** Joins hard-wrapped lines and drops control characters. */
function joined(text: string): string {
  return text
    .replace(/\s+/g, (space, at: number) => {
      const isBreak = /[\r\n]/.test(space);
      const before = text[at - 1] ?? '';
      const after = text[at + space.length] ?? '';
      return isBreak && UNSPACED.test(before) && UNSPACED.test(after) ? '' : ' ';
    })
    .replace(/\p{Cc}+/gu, '');
}
