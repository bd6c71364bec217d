import type { Theme } from './theme';

/** Pixels per unit in a PNG, for print and for dense screens. */
const SCALE = 2;

/** A picture as a file of its own, without the links into the page. */
export function svgText(svg: SVGSVGElement, title: string, theme: Theme): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('font-family', theme.font);
  copy.setAttribute('font-size', '12');
  for (const link of copy.querySelectorAll('a')) link.replaceWith(...link.childNodes);
  const name = document.createElementNS('http://www.w3.org/2000/svg', 'title');
  name.textContent = title;
  const ground = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  for (const [key, value] of Object.entries({ width: '100%', height: '100%' })) {
    ground.setAttribute(key, value);
  }
  ground.setAttribute('fill', theme.background);
  copy.prepend(name, ground);
  return new XMLSerializer().serializeToString(copy);
}

/** The bytes of a picture as PNG, in base64. */
export async function pngBase64(svg: SVGSVGElement, text: string): Promise<string> {
  const { width, height } = svg.viewBox.baseVal;
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * SCALE;
  canvas.height = height * SCALE;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/png').replace(/^[^,]*,/, '');
}
