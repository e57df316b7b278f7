import type { Source, Term } from '../schemas/ledger.ts';
import type { MythData, Verdict } from '../schemas/myth.ts';

/** Structured data by schema.org, for search engines and assistants. Every value stands on the page too. */
const context = 'https://schema.org';
const licence = 'https://creativecommons.org/licenses/by/4.0/';
const publisher = { '@type': 'Organization', name: 'Internet, in Fact' } as const;

const cited = (sources: readonly Source[]) =>
  sources.map((source) => ({
    '@type': 'CreativeWork',
    name: source.title,
    url: source.url,
    publisher: source.publisher,
    ...(source.published ? { datePublished: source.published } : {}),
  }));

/** Where the page stands: names and absolute addresses from the home page down. */
export const breadcrumbs = (steps: readonly { name: string; url: string }[]) => ({
  '@context': context,
  '@type': 'BreadcrumbList',
  itemListElement: steps.map(({ name, url }, i) => ({
    '@type': 'ListItem',
    position: i + 1,
    name,
    item: url,
  })),
});

export const courseData = (data: {
  name: string;
  description: string;
  url: string;
  language: string;
  lessons: readonly { name: string; url: string }[];
}) => ({
  '@context': context,
  '@type': 'Course',
  name: data.name,
  description: data.description,
  url: data.url,
  inLanguage: data.language,
  isAccessibleForFree: true,
  license: licence,
  provider: publisher,
  audience: {
    '@type': 'EducationalAudience',
    name: 'Diplomats and government staff',
    educationalRole: 'student',
    audienceType: 'Diplomats and government staff',
  },
  hasPart: data.lessons.map(({ name, url }) => ({ '@type': 'LearningResource', name, url })),
});

export const learningResource = (data: {
  name: string;
  description: string;
  url: string;
  language: string;
  reviewed: string;
  /** Reading time in minutes. */
  minutes?: number;
  teaches: readonly string[];
  kind: 'Lesson' | 'Simulation';
  sources: readonly Source[];
}) => ({
  '@context': context,
  '@type': 'LearningResource',
  name: data.name,
  description: data.description,
  url: data.url,
  inLanguage: data.language,
  dateModified: data.reviewed,
  learningResourceType: data.kind,
  educationalLevel: 'Beginner',
  ...(data.minutes === undefined ? {} : { timeRequired: `PT${data.minutes}M` }),
  teaches: data.teaches,
  license: licence,
  isAccessibleForFree: true,
  publisher,
  citation: cited(data.sources),
});

const ratings: Record<Verdict, number> = { false: 1, outdated: 2, 'half-true': 3, contested: 3 };

/** A myth as a claim review: what is claimed, the verdict in words, and who says so. */
export const claimReview = (data: {
  myth: MythData;
  verdict: string;
  url: string;
  sources: readonly Source[];
}) => {
  const first = data.myth.saidBy[0];
  return {
    '@context': context,
    '@type': 'ClaimReview',
    url: data.url,
    claimReviewed: data.myth.claim,
    datePublished: data.myth.reviewed,
    author: publisher,
    reviewBody: data.myth.fact,
    reviewRating: {
      '@type': 'Rating',
      ratingValue: ratings[data.myth.verdict],
      worstRating: 1,
      bestRating: 5,
      alternateName: data.verdict,
    },
    ...(first
      ? {
          itemReviewed: {
            '@type': 'Claim',
            datePublished: first.when,
            author: { '@type': 'Organization', name: first.who },
          },
        }
      : {}),
    citation: cited(data.sources),
  };
};

export const termSet = (data: { name: string; url: string; language: string; terms: readonly Term[] }) => ({
  '@context': context,
  '@type': 'DefinedTermSet',
  name: data.name,
  url: data.url,
  inLanguage: data.language,
  license: licence,
  hasDefinedTerm: data.terms.map((term) => ({
    '@type': 'DefinedTerm',
    name: term.term,
    description: term.definition,
    url: `${data.url}#${term.id}`,
  })),
});
