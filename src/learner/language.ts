const key = 'internet-in-fact:language';

/** The language chosen last, or undefined where nothing is or can be stored. */
export function rememberedLanguage(): string | undefined {
  try {
    return localStorage.getItem(key)?.slice(0, 10) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps the choice in this browser; where that is not allowed, nothing happens. */
export function rememberLanguage(code: string): void {
  try {
    localStorage.setItem(key, code);
  } catch {
    // Private mode or a full store: the page works without.
  }
}
