import { select, timer } from 'd3';
import { svgNode, type Mark, type Picture } from './marks.ts';
import type { Say } from './message.ts';

/** Draws marks into a plate: one element per mark, kept over steps by its id. */
export function draw(svg: SVGSVGElement, picture: Picture, say: Say): void {
  const nodes = picture.marks.map((mark) => ({ mark, node: svgNode(mark) }));
  select(svg)
    .select<SVGGElement>('[data-part="marks"]')
    .selectAll<SVGElement, (typeof nodes)[number]>('.mark')
    .data(nodes, function (entry) {
      return entry ? `${entry.node.tag} ${entry.mark.id}` : `${this.tagName} ${this.dataset['id'] ?? ''}`;
    })
    .join((enter) =>
      enter.append((entry) => document.createElementNS('http://www.w3.org/2000/svg', entry.node.tag)),
    )
    .order()
    .each(function ({ mark, node }) {
      for (const name of this.getAttributeNames()) if (!(name in node.attributes)) this.removeAttribute(name);
      for (const [name, value] of Object.entries(node.attributes)) this.setAttribute(name, value);
      if (mark.label) this.setAttribute('aria-label', say(mark.label));
      if (node.text !== undefined) {
        const text = say(node.text);
        if (this.textContent !== text) this.textContent = text;
      }
    });
  const acting = picture.marks.some((mark) => mark.action);
  svg.setAttribute('role', acting ? 'group' : 'img');
}

/** Part of the time over which the dots of one mover start, one after the other. */
const spread = 0.6;

/** Points at even distances along a path. To ask for each frame and dot would cost most of the time of a slow phone. */
function pointsAlong(path: SVGPathElement): DOMPoint[] {
  const pieces = 40;
  const length = path.getTotalLength();
  return Array.from({ length: pieces + 1 }, (_, i) => path.getPointAtLength((length * i) / pieces));
}

/**
 * Lets dots travel along the paths of the movers for a while. The model is ahead of the picture: stopping early loses nothing.
 *
 * @returns a function that stops the movement and removes the dots.
 */
export function animate(svg: SVGSVGElement, marks: readonly Mark[], milliseconds: number): () => void {
  const layer = select(svg).select<SVGGElement>('[data-part="marks"]');
  const dots: { dot: SVGCircleElement; places: readonly DOMPoint[]; delay: number }[] = [];
  for (const mark of marks) {
    if (mark.kind !== 'mover') continue;
    const path = layer.select<SVGPathElement>(`[data-id="${CSS.escape(mark.id)}"]`).node();
    if (!path) continue;
    const places = pointsAlong(path);
    for (let i = 0; i < mark.count; i++) {
      const dot = layer.append('circle').attr('class', 'dot').attr('r', mark.r).node()!;
      dots.push({ dot, places, delay: (i / mark.count) * spread });
    }
  }
  const place = (share: number) => {
    for (const { dot, places, delay } of dots) {
      const own = (share - delay) / (1 - spread);
      const underWay = own >= 0 && own < 1;
      dot.setAttribute('visibility', underWay ? 'visible' : 'hidden');
      if (!underWay) continue;
      const position = own * (places.length - 1);
      const from = places[Math.floor(position)]!;
      const to = places[Math.ceil(position)]!;
      const rest = position % 1;
      dot.setAttribute('cx', String(from.x + (to.x - from.x) * rest));
      dot.setAttribute('cy', String(from.y + (to.y - from.y) * rest));
    }
  };
  const clock = timer((elapsed) => {
    place(elapsed / milliseconds);
    if (elapsed >= milliseconds) stop();
  });
  const stop = () => {
    clock.stop();
    for (const { dot } of dots) dot.remove();
    dots.length = 0;
  };
  place(0);
  return stop;
}
