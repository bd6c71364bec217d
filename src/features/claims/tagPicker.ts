import * as vscode from 'vscode';
import { parseRating, ratingText } from '../../core/annotations/rating';
import type { Said } from '../../core/annotations/said';
import { plain } from '../../workspace/markdown';
import type { Services } from '../../workspace/services';
import { exclusive, isClaimBy, meant, ratedBy, saidBy, tagNamed, withOffer } from './picks';
import { itemsFor, tagItem, type Item } from './tagItems';
import type { Target } from './target';
import { nameOfRating, withoutIcons } from './words';

/** Letters typed within this time belong together. */
const PAUSE_MS = 100;

/** What a person picked, and whether they also want to write a note. */
export interface Answer {
  readonly said: Said;
  /** Whether they picked that it is a claim, perhaps without saying anything else of it. */
  readonly isClaim: boolean;
  readonly note: boolean;
}

/** A button of the picker. */
export type Button = 'dismiss' | 'remove' | 'open' | 'coder';

interface PickerButton extends vscode.QuickInputButton {
  readonly does: Button;
}

/**
 * Lets a person say everything about some claims in one list: kind, codes, status, confidence, rating,
 * topics, note. Enter picks what was typed, or what the arrow keys lead to; with nothing typed, it accepts.
 *
 * @param said what all of them have in common so far
 * @param recent the tags that were given last, the last one first
 * @returns what was picked, or the button that was pressed; undefined if the person left
 */
export async function pickTags(
  services: Services,
  targets: readonly [Target, ...Target[]],
  said: Said,
  recent: readonly string[],
): Promise<Answer | Button | undefined> {
  const picker = vscode.window.createQuickPick<Item>();
  picker.canSelectMany = true;
  picker.matchOnDescription = false;
  picker.title = titleFor(targets);
  picker.placeholder = vscode.l10n.t('Pick what you have to say of it, or type: a new tag, B2 …');
  picker.buttons = buttonsFor(targets);
  try {
    const offered = itemsFor(services, targets, said, recent);
    const picked = await new TagPicking(services, targets[0], picker, offered).outcome();
    if (!Array.isArray(picked)) return picked;
    return {
      said: saidBy(picked),
      isClaim: isClaimBy(picked),
      note: picked.some(({ section }) => section === 'note'),
    };
  } finally {
    picker.dispose();
  }
}

function titleFor(targets: readonly [Target, ...Target[]]): string {
  const [{ reading, span }] = targets;
  if (targets.length > 1) return vscode.l10n.t('{0} claims', targets.length);
  return withoutIcons(plain(reading.analysis.text.slice(span)));
}

/** One use of the picker. */
class TagPicking {
  private chosen: readonly Item[];
  private awaited: readonly Item[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** The text in the box when the list was last made. */
  private shownFor = '';

  constructor(
    private readonly services: Services,
    private readonly target: Target,
    private readonly picker: vscode.QuickPick<Item>,
    private items: readonly Item[],
  ) {
    this.chosen = items.filter(({ picked }) => picked);
  }

  /** Waits until the person accepts, presses a button or leaves. */
  outcome(): Promise<Item[] | Button | undefined> {
    const { picker } = this;
    return new Promise((resolve) => {
      picker.onDidChangeValue(() => {
        // Not at every letter: the list forgets its ticks while it gets new items.
        clearTimeout(this.timer);
        this.timer = setTimeout(() => {
          this.show();
        }, PAUSE_MS);
      });
      picker.onDidChangeSelection((selected) => {
        this.select(selected);
      });
      picker.onDidAccept(() => {
        if (picker.value.trim() === '') resolve([...this.chosen]);
        else this.enter(picker.value);
      });
      picker.onDidTriggerButton((button) => {
        resolve((button as PickerButton).does);
      });
      picker.onDidTriggerItemButton(({ item }) => {
        void this.addToCodebook(item);
      });
      picker.onDidHide(() => {
        clearTimeout(this.timer);
        resolve(undefined);
      });
      this.show();
      picker.show();
    });
  }

  /** Focuses the row that is meant, and shows it even if only a shortcut means it; the offer is below it. */
  private show(): void {
    const { picker, items } = this;
    const typed = picker.value.trim();
    const [best, second] = typed === '' ? [] : meant(items, typed);
    for (const item of items) item.alwaysShow = item === best && !second;
    const offer = typed === '' || tagNamed(items, typed) ? undefined : offerOf(items, typed);
    const focused = second ? offer : (best ?? offer);
    picker.items = offer ? withOffer(items, second ? undefined : best, offer) : items;
    picker.selectedItems = this.chosen;
    if (focused) picker.activeItems = [focused];
    this.shownFor = picker.value;
  }

  /** Fast typing is ahead of the list, whose focus is then outdated. */
  private enter(typed: string): void {
    const focused = typed === this.shownFor ? this.picker.activeItems[0] : undefined;
    if (focused?.section === 'offer') {
      this.take(focused);
      return;
    }
    const items = focused ? [focused] : meant(this.items, typed);
    if (items.length > 0) this.add(items);
    else this.addTag(typed);
  }

  private take({ value }: Item): void {
    const rated = ratedBy(this.items, value);
    if (rated.length > 0) this.add(rated);
    else this.addTag(value);
  }

  private add(items: readonly Item[]): void {
    clearTimeout(this.timer);
    this.awaited = items.filter((item) => !this.chosen.includes(item));
    const others = this.chosen.filter((one) => !items.includes(one));
    this.chosen = exclusive(this.chosen, [...others, ...items]);
    this.picker.value = '';
    this.show();
  }

  private addTag(name: string): void {
    const tag = tagNamed(this.items, name) ?? tagItem(name.trim(), this.codebook, false);
    if (!this.items.includes(tag)) this.items = withTag(this.items, tag);
    this.add([tag]);
  }

  private select(selected: readonly Item[]): void {
    // An event from before the list knew of a pick doesn't undo the pick.
    if (!this.awaited.every((item) => selected.includes(item))) return;
    this.awaited = [];
    const offer = selected.find(({ section }) => section === 'offer');
    if (offer) {
      this.take(offer);
      return;
    }
    this.chosen = exclusive(this.chosen, selected);
    if (this.chosen.length !== selected.length) this.picker.selectedItems = this.chosen;
  }

  private async addToCodebook(tag: Item): Promise<void> {
    const { uri } = this.target.reading.document;
    try {
      await this.services.codebooks.add(uri, tag.value);
      await this.services.codebooks.settled(uri);
    } catch (error) {
      void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
      return;
    }
    const code = tagItem(tag.value, this.codebook, false);
    const renewed = (item: Item) => (item === tag ? code : item);
    this.items = this.items.map(renewed);
    this.chosen = this.chosen.map(renewed);
    this.show();
  }

  private get codebook() {
    return this.services.codebooks.of(this.target.reading.document.uri);
  }
}

/** The offer to add what is typed, as a rating or else as a new tag. */
function offerOf(items: readonly Item[], value: string): Item {
  const rating = ratedBy(items, value).length > 0 ? parseRating(value) : undefined;
  const label = rating
    ? `$(star) ${vscode.l10n.t('Rate it {0}: {1}', ratingText(rating), nameOfRating(rating))}`
    : `$(add) ${vscode.l10n.t('Add tag “{0}”', withoutIcons(value))}`;
  return { section: 'offer', value, label, alwaysShow: true };
}

/** Puts a tag before the other tags. */
function withTag(items: readonly Item[], tag: Item): Item[] {
  const at = items.findIndex(({ section }) => section === 'tag' || section === 'note');
  const place = at < 0 ? items.length : at;
  return [...items.slice(0, place), tag, ...items.slice(place)];
}

function buttonsFor(targets: readonly [Target, ...Target[]]): PickerButton[] {
  const button = (icon: string, tooltip: string, does: Button): PickerButton => ({
    iconPath: new vscode.ThemeIcon(icon),
    tooltip,
    does,
  });
  const claims = targets.map(({ claim }) => claim);
  const buttons: PickerButton[] = [];
  if (claims.some((claim) => claim)) {
    buttons.push(button('close', vscode.l10n.t('Dismiss: this is no claim'), 'dismiss'));
  }
  if (claims.some((claim) => claim?.annotation)) {
    buttons.push(button('trash', vscode.l10n.t('Remove Tags'), 'remove'));
  }
  return [
    ...buttons,
    button('account', vscode.l10n.t('Set Coder…'), 'coder'),
    button('go-to-file', vscode.l10n.t('Open Annotation File'), 'open'),
  ];
}
