import type { Catalog, Check, Finding } from '../types.ts';
import { acronymIsExpanded } from './acronym-is-expanded.ts';
import { acronymIsInGlossary } from './acronym-is-in-glossary.ts';
import { briefFitsAPage } from './brief-fits-a-page.ts';
import { choiceHasFeedback } from './choice-has-feedback.ts';
import { claimHasSource } from './claim-has-source.ts';
import { contestedHasTwoPositions } from './contested-has-two-positions.ts';
import { courseListsLessons } from './course-lists-lessons.ts';
import { datesAreReal } from './dates-are-real.ts';
import { economyHasRegistry } from './economy-has-registry.ts';
import { factIsShort } from './fact-is-short.ts';
import { factNotExpired } from './fact-not-expired.ts';
import { formsAreParallel } from './forms-are-parallel.ts';
import { idsAreUnique } from './ids-are-unique.ts';
import { lessonFollowsTemplate } from './lesson-follows-template.ts';
import { linksAreKnown } from './links-are-known.ts';
import { mythAndLessonAgree } from './myth-and-lesson-agree.ts';
import { mythBoxOnce } from './myth-box-once.ts';
import { outdatedHasADate } from './outdated-has-a-date.ts';
import { pathFitsItsMinutes } from './path-fits-its-minutes.ts';
import { placeholdersAreSimple } from './placeholders-are-simple.ts';
import { proseIsPlain } from './prose-is-plain.ts';
import { questionsBelongToLesson } from './questions-belong-to-lesson.ts';
import { referenceExists } from './reference-exists.ts';
import { replyRespectsSpeaker } from './reply-respects-speaker.ts';
import { sentencesAreShort } from './sentences-are-short.ts';
import { textHasLength } from './text-has-length.ts';
import { titleIsFactFirst } from './title-is-fact-first.ts';
import { translationHasSameShape } from './translation-has-same-shape.ts';
import { uiKeysAreKnown } from './ui-keys-are-known.ts';
import { absolutesNotOnlyInDistractors } from './items/absolutes-not-only-in-distractors.ts';
import { distractorHasReason } from './items/distractor-has-reason.ts';
import { feedbackDoesNotEndWithMyth } from './items/feedback-does-not-end-with-myth.ts';
import { feedbackExplains } from './items/feedback-explains.ts';
import { keyNotLongestTooOften } from './items/key-not-longest-too-often.ts';
import { keyPositionUniform } from './items/key-position-uniform.ts';
import { lessonHasBalance } from './items/lesson-has-balance.ts';
import { negationIsMarked } from './items/negation-is-marked.ts';
import { noAllOfTheAbove } from './items/no-all-of-the-above.ts';
import { oneKey } from './items/one-key.ts';
import { optionsCount } from './items/options-count.ts';
import { optionsSimilarLength } from './items/options-similar-length.ts';
import { stemIsAQuestion } from './items/stem-is-a-question.ts';

/** Every demand on the content by the name of its file. */
export const checks: Readonly<Record<string, Check>> = {
  'acronym-is-expanded': acronymIsExpanded,
  'acronym-is-in-glossary': acronymIsInGlossary,
  'brief-fits-a-page': briefFitsAPage,
  'choice-has-feedback': choiceHasFeedback,
  'claim-has-source': claimHasSource,
  'contested-has-two-positions': contestedHasTwoPositions,
  'course-lists-lessons': courseListsLessons,
  'dates-are-real': datesAreReal,
  'economy-has-registry': economyHasRegistry,
  'fact-is-short': factIsShort,
  'fact-not-expired': factNotExpired,
  'forms-are-parallel': formsAreParallel,
  'ids-are-unique': idsAreUnique,
  'lesson-follows-template': lessonFollowsTemplate,
  'links-are-known': linksAreKnown,
  'myth-and-lesson-agree': mythAndLessonAgree,
  'myth-box-once': mythBoxOnce,
  'outdated-has-a-date': outdatedHasADate,
  'path-fits-its-minutes': pathFitsItsMinutes,
  'placeholders-are-simple': placeholdersAreSimple,
  'prose-is-plain': proseIsPlain,
  'questions-belong-to-lesson': questionsBelongToLesson,
  'reference-exists': referenceExists,
  'reply-respects-speaker': replyRespectsSpeaker,
  'sentences-are-short': sentencesAreShort,
  'text-has-length': textHasLength,
  'title-is-fact-first': titleIsFactFirst,
  'translation-has-same-shape': translationHasSameShape,
  'ui-keys-are-known': uiKeysAreKnown,
  'items/absolutes-not-only-in-distractors': absolutesNotOnlyInDistractors,
  'items/distractor-has-reason': distractorHasReason,
  'items/feedback-does-not-end-with-myth': feedbackDoesNotEndWithMyth,
  'items/feedback-explains': feedbackExplains,
  'items/key-not-longest-too-often': keyNotLongestTooOften,
  'items/key-position-uniform': keyPositionUniform,
  'items/lesson-has-balance': lessonHasBalance,
  'items/negation-is-marked': negationIsMarked,
  'items/no-all-of-the-above': noAllOfTheAbove,
  'items/one-key': oneKey,
  'items/options-count': optionsCount,
  'items/options-similar-length': optionsSimilarLength,
  'items/stem-is-a-question': stemIsAQuestion,
};

/** A finding with the name of the check that made it. */
export interface NamedFinding extends Finding {
  readonly check: string;
}

/**
 * What all checks have to say, file by file.
 * @param today day as YYYY-MM-DD against which recheck dates are held; without it none is reported.
 */
export function checkCatalog(catalog: Catalog, today?: string): NamedFinding[] {
  return Object.entries(checks)
    .flatMap(([name, check]) => check(catalog, today).map((found) => ({ ...found, check: name })))
    .sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
}
