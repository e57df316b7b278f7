import {
  convene,
  seats,
  type Deliberation,
  type DeliberationSettings,
} from '../../models/deliberation/deliberation.ts';
import { advance } from '../../models/deliberation/rounds.ts';
import { rules } from '../../models/deliberation/rules.ts';
import type { Settings } from '../kernel/simulation.ts';

/** The settings of the model; what is left out of a shared address has the value of the preset. */
export function settingsOf(settings: Settings): DeliberationSettings {
  const number = (id: string) => Number(settings[id] ?? 0);
  return {
    rule: rules.find((rule) => rule === settings['rule']) ?? 'unanimity',
    seat: seats.find((seat) => seat === settings['seat']) ?? 'none',
    members: number('members'),
    invited: number('invited'),
    objections: number('objections'),
    days: number('days'),
    lostDays: number('lost'),
    papers: number('papers'),
    laterPapers: number('later'),
    share: number('share') / 100,
    phoneCost: number('phone'),
    extensionDays: number('extension'),
    seed: String(settings['draw']),
  };
}

export const start = (settings: Settings): Deliberation => convene(settingsOf(settings));
export const finished = ({ stage }: Deliberation): boolean => stage === 'done';
export const step = advance;
