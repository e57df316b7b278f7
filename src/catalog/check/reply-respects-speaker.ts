import { finding } from '../fields.ts';
import type { Check } from '../types.ts';

/** English openings that make the other side lose face. */
const rude =
  /^["']?(?:that(?:'s| is)|this is|it is|you are|you're) (?:simply |just |completely |quite |)(?:wrong|false|nonsense|incorrect|mistaken|a myth)\b|^["']?(?:wrong|nonsense|no,|actually,)/i;

/** What one says in the room does not begin by telling the speaker that he or she is wrong. */
export const replyRespectsSpeaker: Check = ({ english: { lessons, myths, meetings, quotations } }) => {
  const replies = [
    ...myths.all.map((myth) => ({ entry: myth, field: 'say', text: myth.data.say })),
    ...meetings.all.flatMap((meeting) =>
      meeting.data.brief.raised.map(({ say }, n) => ({
        entry: meeting,
        field: `brief.raised[${n}].say`,
        text: say,
      })),
    ),
    ...quotations.all.map((entry) => ({ entry, field: 'say', text: entry.data.say })),
    ...lessons.all.flatMap((lesson) =>
      (['seconds10', 'seconds30', 'written', 'ally', 'chair', 'ownSide'] as const).map((key) => ({
        entry: lesson,
        field: `room.${key}`,
        text: lesson.data.room[key],
      })),
    ),
  ];
  return replies
    .filter(({ text }) => rude.test(text))
    .map(({ entry, field }) =>
      finding(entry, field, {
        problem: 'it begins by calling the speaker wrong',
        remedy: 'begin with the fact, or with what both sides share',
      }),
    );
};
