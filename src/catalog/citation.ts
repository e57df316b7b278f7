import type { Fact, Source } from '../schemas/ledger.ts';
import { formatDate, formatNumber } from '../i18n/format.ts';
import type { Translate } from '../i18n/messages.ts';

/** The name of a source in a running text: its short name, or the title up to a colon. */
export function shortName(source: Source): string {
  const short = source.short ?? source.title.split(/[:,(]/)[0]!.trim();
  return short.length <= 48 ? short : `${short.slice(0, 45).trimEnd()}…`;
}

/** The value of a fact as a reader sees it: "about 1,438". The unit follows where the language has one. */
export function factValue(fact: Fact, lang: string, t: Translate): string {
  const value = typeof fact.value === 'number' ? formatNumber(lang, fact.value, fact.decimals) : fact.value;
  const unit = fact.unit?.[lang as keyof typeof fact.unit] ?? fact.unit?.en;
  const amount = unit ? `${value}\u00a0${unit}` : value;
  return fact.precision === 'exact' ? amount : `${t(`fact.precision.${fact.precision}`)} ${amount}`;
}

/** "as of 22 August 2026". */
export const factDate = (fact: Fact, lang: string, t: Translate): string =>
  t('fact.asOf', { date: formatDate(lang, fact.asOf) });
