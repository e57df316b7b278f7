import type { Say } from './message.ts';
import type { Move } from './simulation.ts';

/** Draws the moves as buttons, those of one group under their heading. The button that was pressed keeps the focus. */
export function showMoves(host: HTMLElement, moves: readonly Move[], say: Say): void {
  const focused = host.contains(document.activeElement)
    ? (document.activeElement as HTMLElement).dataset['action']
    : undefined;
  const groups = new Map<string, HTMLFieldSetElement>();
  for (const { action, label, group, pressed } of moves) {
    const heading = say(group);
    let box = groups.get(heading);
    if (!box) {
      box = document.createElement('fieldset');
      const legend = document.createElement('legend');
      legend.textContent = heading;
      box.append(legend);
      groups.set(heading, box);
    }
    const button = document.createElement('button');
    button.type = 'button';
    button.dataset['action'] = action;
    button.textContent = say(label);
    if (pressed !== undefined) button.setAttribute('aria-pressed', String(pressed));
    box.append(button);
  }
  host.replaceChildren(...groups.values());
  if (focused !== undefined)
    host.querySelector<HTMLElement>(`[data-action="${CSS.escape(focused)}"]`)?.focus();
}
