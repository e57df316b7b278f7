/** The six official languages of the United Nations; English is written first and is the reference. */
export const languages = [
  { code: 'en', tag: 'en', dir: 'ltr', name: 'English' },
  { code: 'fr', tag: 'fr', dir: 'ltr', name: 'Français' },
  { code: 'es', tag: 'es', dir: 'ltr', name: 'Español' },
  { code: 'ar', tag: 'ar', dir: 'rtl', name: 'العربية' },
  { code: 'ru', tag: 'ru', dir: 'ltr', name: 'Русский' },
  { code: 'zh', tag: 'zh-Hans', dir: 'ltr', name: '中文' },
] as const;

export type Language = (typeof languages)[number];
export type LanguageCode = Language['code'];

/** Language of every text that has no translation yet. */
export const reference: LanguageCode = 'en';

/** @throws when the code is none of the six: an address or a folder name is wrong. */
export function language(code: string): Language {
  const found = languages.find((entry) => entry.code === code);
  if (!found)
    throw new Error(`Unknown language "${code}": use one of ${languages.map((l) => l.code).join(', ')}.`);
  return found;
}
