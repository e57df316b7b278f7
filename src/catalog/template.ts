/** Sections of a lesson in their order: id of the heading and its words in English. */
export const lessonSections = [
  { id: 'fact', title: 'The fact' },
  { id: 'why', title: 'Why it sounds right' },
  { id: 'how', title: 'How it really works' },
  { id: 'try', title: 'Try it' },
  { id: 'seen', title: 'What did you see?' },
] as const;

/** Anchors that the page of a text has besides the headings of the text; numbered paragraphs (p1, p2 …) come to them. */
export const pageAnchors: readonly string[] = ['text', 'before', 'myth', 'room', 'check', 'sources'];
