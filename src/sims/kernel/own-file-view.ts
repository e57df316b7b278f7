import type { Backing } from './backed.ts';
import type { Say } from './message.ts';

/** Brings the field for a person's own file to life. @param restart begins anew on what is there now. */
export function mountOwnFile<S>(
  host: HTMLElement,
  files: NonNullable<Backing<S>['files']>,
  say: Say,
  restart: () => void,
): void {
  const part = <E extends HTMLElement>(name: string) => host.querySelector<E>(`[data-part="${name}"]`)!;
  const input = part<HTMLInputElement>('file');
  const said = part('file-said');
  const stop = part<HTMLButtonElement>('file-stop');
  const back = part<HTMLButtonElement>('file-back');

  input.addEventListener('change', () => {
    const file = input.files?.[0];
    if (!file) return;
    said.textContent = say({ key: 'file.reading' });
    stop.hidden = false;
    void files.take(file).then((outcome) => {
      stop.hidden = true;
      said.textContent = say(outcome.said);
      // The same file can be chosen again after it was mended.
      input.value = '';
      if (!outcome.isTaken) return;
      back.hidden = false;
      restart();
    });
  });
  stop.addEventListener('click', () => {
    files.stop();
    input.focus();
  });
  back.addEventListener('click', () => {
    said.textContent = say(files.drop());
    back.hidden = true;
    input.focus();
    restart();
  });
  input.disabled = false;
}
