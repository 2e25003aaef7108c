const COPIED = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-opacity',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'dominant-baseline',
  'display',
] as const;

const SVG = 'http://www.w3.org/2000/svg';
const GAP = 24;
const HEADING = 28;

/** `color(srgb 1 0.5 0 / 0.4)`, which style sheets compute and other programs do not read, as `rgb(255 128 0 / 0.4)`. */
export function plainColour(value: string): string {
  return value.replace(
    /color\(srgb ([\d.e-]+) ([\d.e-]+) ([\d.e-]+)(?: \/ ([\d.]+))?\)/g,
    (_match, red: string, green: string, blue: string, alpha: string | undefined) => {
      const channels = [red, green, blue].map((share) => Math.round(Number(share) * 255));
      return alpha === undefined ? `rgb(${channels.join(', ')})` : `rgba(${channels.join(', ')}, ${alpha})`;
    },
  );
}

/** Writes into the copy what style sheets gave the original: a file stands alone. */
function inlineStyles(original: Element, copy: Element, pictures: ReadonlyMap<string, string>): void {
  const style = getComputedStyle(original);
  // A picture's own address means nothing outside this window.
  const lost = original.tagName === 'image' && !pictures.has(original.getAttribute('href') ?? '');
  if (style.display === 'none' || lost) {
    copy.remove();
    return;
  }
  for (const name of COPIED) {
    const value = plainColour(style.getPropertyValue(name));
    if (value !== '' && name !== 'display') copy.setAttribute(name, value);
  }
  for (const name of ['class', 'style', 'role', 'tabindex', 'data-stop', 'aria-selected', 'data-paint'])
    copy.removeAttribute(name);
  const copies = [...copy.children];
  for (const [index, child] of [...original.children].entries()) {
    const own = copies[index];
    if (own) inlineStyles(child, own, pictures);
  }
}

/** Ids are per drawing on the page, but a file may hold several drawings of one rack. */
function isolated(copy: SVGSVGElement, index: number): void {
  for (const element of copy.querySelectorAll('[id]')) {
    const id = element.id;
    element.id = `d${index}-${id}`;
    for (const user of copy.querySelectorAll(`[fill='url(#${id})'], [fill='url("#${id}")']`))
      user.setAttribute('fill', `url(#d${index}-${id})`);
  }
}

function heading(text: string, x: number, colour: string): SVGTextElement {
  const element = document.createElementNS(SVG, 'text');
  element.setAttribute('x', String(x));
  element.setAttribute('y', '18');
  element.setAttribute('fill', colour);
  element.setAttribute('font-family', 'Inter, system-ui, sans-serif');
  element.setAttribute('font-size', '15');
  element.setAttribute('font-weight', '600');
  element.textContent = text;
  return element;
}

export interface DrawingFile {
  readonly text: string;
  readonly width: number;
  readonly height: number;
}

/** Addresses of the pictures in drawings. */
export function picturesIn(drawings: readonly SVGSVGElement[]): readonly string[] {
  const images = drawings.flatMap((drawing) => [...drawing.querySelectorAll('image')]);
  return images.flatMap((image) => image.getAttribute('href') ?? []);
}

/**
 * The drawings on screen, side by side, as one SVG file with its colours, lines and pictures written into it.
 * @param pictures their `data:` addresses by the addresses in the drawings; others are left out.
 */
export function drawingFile(drawings: readonly SVGSVGElement[], pictures: ReadonlyMap<string, string>): DrawingFile {
  const root = document.createElementNS(SVG, 'svg');
  const page = getComputedStyle(document.documentElement);
  const height = Math.max(...drawings.map((drawing) => drawing.height.baseVal.value)) + HEADING + GAP;
  const ground = document.createElementNS(SVG, 'rect');
  ground.setAttribute('width', '100%');
  ground.setAttribute('height', '100%');
  ground.setAttribute('fill', page.getPropertyValue('--page').trim());
  root.append(ground);
  let x = GAP;
  for (const [index, drawing] of drawings.entries()) {
    const copy = drawing.cloneNode(true);
    if (!(copy instanceof SVGSVGElement)) continue;
    inlineStyles(drawing, copy, pictures);
    isolated(copy, index);
    copy.setAttribute('x', String(x));
    copy.setAttribute('y', String(height - GAP / 2 - drawing.height.baseVal.value));
    root.append(heading(drawing.getAttribute('aria-label') ?? '', x, page.getPropertyValue('--ink').trim()), copy);
    x += drawing.width.baseVal.value + GAP;
  }
  root.setAttribute('xmlns', SVG);
  root.setAttribute('width', String(x));
  root.setAttribute('height', String(height));
  root.setAttribute('viewBox', `0 0 ${x} ${height}`);
  return { text: withPictures(new XMLSerializer().serializeToString(root), pictures), width: x, height };
}

/** Put in as text: an element with such an address would load it, which the page's policy forbids. */
function withPictures(text: string, pictures: ReadonlyMap<string, string>): string {
  return [...pictures].reduce((whole, [address, data]) => whole.replaceAll(address, data), text);
}

/** The same as a picture of so many pixels per CSS pixel. */
export async function drawingPicture(file: DrawingFile, pixelRatio: number): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([file.text], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(file.width * pixelRatio);
    canvas.height = Math.round(file.height * pixelRatio);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const picture = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (!picture) throw new Error('The picture could not be made; it may be too large.');
    return picture;
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** Hands a file to the window's own saving, which asks where. */
export function offerFile(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download has begun by then; the address is needed no longer.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
