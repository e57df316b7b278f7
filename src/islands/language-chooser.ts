/**
 * Remembers the language that was chosen and offers it first the next time. Nobody is sent on without a click, and
 * nothing is guessed from the browser or the address.
 */
import { rememberedLanguage, rememberLanguage } from '../learner/language.ts';

const links = [...document.querySelectorAll<HTMLAnchorElement>('a[data-language]')];
const last = rememberedLanguage();
const known = links.find((link) => link.dataset['language'] === last);
if (known) {
  known.setAttribute('aria-current', 'true');
  known.focus({ preventScroll: true });
}
for (const link of links)
  link.addEventListener('click', () => rememberLanguage(link.dataset['language'] ?? ''));
