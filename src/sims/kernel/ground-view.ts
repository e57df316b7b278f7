/** Puts a canvas under a plate: what is too fine for marks is drawn on it, and the marks stay on top. */
export function layGround(svg: SVGSVGElement, name: string): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.className = 'ground';
  // The plate above it has the text equivalent.
  canvas.setAttribute('aria-hidden', 'true');
  const layers = document.createElement('div');
  layers.className = `layers ${name}`;
  svg.replaceWith(layers);
  layers.append(canvas, svg);
  return canvas;
}

/** Calls back when the colours of the page have become others: day and night, colours of the system's own. */
export function onNewColours(repaint: () => void): void {
  for (const query of ['(prefers-color-scheme: dark)', '(forced-colors: active)'])
    matchMedia(query).addEventListener('change', repaint);
}

/** Starts something in the next frame. @returns a function that stops it, begun or not. */
export function inNextFrame(start: () => () => void): () => void {
  let stop = () => {};
  const frame = requestAnimationFrame(() => (stop = start()));
  return () => {
    cancelAnimationFrame(frame);
    stop();
  };
}
