import type { Place } from '../../core/overview/model';
import type { Drawn } from './pictures';

const STEPS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
};

/**
 * Makes the marks of a picture links into the text: one of them is in the tab order, and the arrow keys
 * go to the others. A mark for several places leads to the next of them each time.
 */
export function walkable({ svg, places }: Drawn, reveal: (place: Place) => void): void {
  const links = [...svg.querySelectorAll<SVGAElement>('a')];
  const visits = new Map<Element, number>();
  links.forEach((link, index) => {
    label(link);
    link.setAttribute('tabindex', index === 0 ? '0' : '-1');
  });
  svg.addEventListener('click', (event) => {
    const link = (event.target as Element).closest('a');
    if (!link) return;
    event.preventDefault();
    const ofMark = places[Number(link.getAttribute('href')?.slice(1))] ?? [];
    const visit = visits.get(link) ?? 0;
    visits.set(link, visit + 1);
    const place = ofMark[visit % Math.max(1, ofMark.length)];
    if (place) reveal(place);
  });
  svg.addEventListener('keydown', (event) => {
    const from = links.indexOf(event.target as SVGAElement);
    const step = STEPS[event.key];
    const next = step !== undefined && from >= 0 ? links[from + step] : undefined;
    if (!next) return;
    event.preventDefault();
    links[from]?.setAttribute('tabindex', '-1');
    next.setAttribute('tabindex', '0');
    next.focus();
  });
}

/** Gives the words of the mark to the link, for screen readers and as a tooltip. */
function label(link: SVGAElement): void {
  const mark = link.querySelector('[aria-label]');
  const words = mark?.getAttribute('aria-label') ?? '';
  mark?.removeAttribute('aria-label');
  // Plot writes the old attribute; browsers read both.
  const target = link.getAttributeNS('http://www.w3.org/1999/xlink', 'href');
  if (target !== null) {
    link.removeAttributeNS('http://www.w3.org/1999/xlink', 'href');
    link.setAttribute('href', target);
  }
  link.setAttribute('aria-label', words);
  const title = document.createElementNS('http://www.w3.org/2000/svg', 'title');
  title.textContent = words;
  link.prepend(title);
}
