/**
 * A text as VS Code shows it without giving it a meaning: labels and language status items read
 * `$(name)` as an icon, and the latter `[words](command:…)` as a link that runs the command.
 */
export function inert(text: string): string {
  return text.replace(/([\]$])\(/g, '$1 (');
}
