import { finding } from '../fields.ts';
import { plannedPath } from '../paths.ts';
import { pathLengths } from '../../schemas/meeting.ts';
import type { Check } from '../types.ts';

/** A path of 10, 20 or 40 minutes takes no more than it says, and not so much less that its name misleads: half of it at least. */
export const pathFitsItsMinutes: Check = (catalog) =>
  catalog.languages.flatMap(({ meetings }) =>
    meetings.all.flatMap((meeting) =>
      pathLengths.flatMap((length) => {
        const { steps, minutes } = plannedPath(catalog, meeting, length);
        const longest = [...steps].sort((a, b) => b.minutes - a.minutes)[0];
        const report = (problem: string, remedy: string) => [
          finding(meeting, `paths.${length}`, { problem, remedy }),
        ];
        if (minutes > Number(length))
          return report(
            `its steps take ${minutes} minutes`,
            `leave out or shorten a step; the longest takes ${longest?.minutes} minutes: ${longest?.href}`,
          );
        if (minutes < Number(length) / 2)
          return report(`its steps take only ${minutes} minutes`, 'add a step that belongs to this meeting');
        return [];
      }),
    ),
  );
