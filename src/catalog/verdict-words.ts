import type { Verdict } from '../schemas/myth.ts';

/** Keys of the words around a claim: a disputed one is called a claim, not a myth, and nothing is said against it. */
export const verdictWords = (verdict: Verdict) => ({
  label: verdict === 'contested' ? 'myth.label.contested' : 'myth.label',
  warning: verdict === 'false' ? 'myth.warning' : `myth.warning.${verdict}`,
  why: verdict === 'contested' ? 'myth.why.contested' : 'myth.why',
});
