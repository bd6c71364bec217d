import * as vscode from 'vscode';

/** A view is filtered once typing pauses for this long. */
const PAUSE_MS = 150;

/** The texts of the box, and the view's present filter. */
export interface FilterBox {
  readonly title: string;
  readonly placeholder: string;
  readonly before: string;
}

/**
 * Asks for a view's filter. The view follows what is typed; leaving the box restores the filter from before.
 */
export async function askFilter(
  { title, placeholder, before }: FilterBox,
  follow: (filter: string) => void,
): Promise<void> {
  const box = vscode.window.createInputBox();
  box.title = title;
  box.placeholder = placeholder;
  box.value = before;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const filter = await new Promise<string>((resolve) => {
    box.onDidChangeValue((value) => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        follow(value.trim());
      }, PAUSE_MS);
    });
    box.onDidAccept(() => {
      resolve(box.value.trim());
    });
    box.onDidHide(() => {
      resolve(before);
    });
    box.show();
  });
  clearTimeout(timer);
  box.dispose();
  follow(filter);
}
