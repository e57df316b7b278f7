import type { Control, Scenario, Setting, Settings } from './simulation.ts';

export interface Place {
  scenario: string;
  settings: Settings;
  step: number;
  actions: readonly { before: number; action: string }[];
  /** Names of parameters whose values were not understood and not used. */
  refused: readonly string[];
}

const maxSteps = 2000;
const maxActions = 200;

/** A number the control can take: inside its range and on its grid; undefined when it is none. */
function settle(control: Control, text: string): Setting | undefined {
  if (control.kind === 'choice') return control.choices.includes(text) ? text : undefined;
  if (!/^-?\d{1,12}(\.\d{1,6})?$/.test(text)) return undefined;
  const value = Number(text);
  return value >= control.min && value <= control.max ? value : undefined;
}

/**
 * Reads the state of a simulation from the parameters of an address. Only known names and allowed values are used;
 * everything else is named in `refused` and otherwise without effect.
 */
export function readAddress(
  parameters: URLSearchParamsLike,
  controls: readonly Control[],
  scenarios: readonly Scenario[],
): Place {
  const refused: string[] = [];
  const asked = parameters.get('scenario');
  const scenario = scenarios.find((entry) => entry.id === asked) ?? scenarios[0]!;
  if (asked !== null && scenario.id !== asked) refused.push('scenario');
  const settings: Record<string, Setting> = { ...scenario.settings };
  for (const control of controls) {
    const text = parameters.get(control.id);
    if (text === null) continue;
    const value = settle(control, text);
    if (value === undefined) refused.push(control.id);
    else settings[control.id] = value;
  }
  const stepText = parameters.get('step');
  const stepIsNumber = stepText !== null && /^\d{1,4}$/.test(stepText) && Number(stepText) <= maxSteps;
  if (stepText !== null && !stepIsNumber) refused.push('step');
  const actions: { before: number; action: string }[] = [];
  const done = parameters.get('do');
  if (done !== null) {
    const parts = done.split('~');
    for (const part of parts.slice(0, maxActions)) {
      const match = /^(\d{1,4})\.([a-z0-9:-]{1,60})$/i.exec(part);
      if (match) actions.push({ before: Number(match[1]), action: match[2]! });
    }
    if (actions.length !== parts.length) refused.push('do');
  }
  return { scenario: scenario.id, settings, step: stepIsNumber ? Number(stepText) : 0, actions, refused };
}

/** The parameters that bring a reader back to this state: only what differs from the preset. */
export function writeAddress(
  place: Omit<Place, 'refused'>,
  controls: readonly Control[],
  scenarios: readonly Scenario[],
): string {
  const preset = scenarios.find((entry) => entry.id === place.scenario) ?? scenarios[0]!;
  const parts = [`scenario=${encodeURIComponent(preset.id)}`];
  for (const control of controls) {
    const value = place.settings[control.id];
    if (value !== undefined && value !== preset.settings[control.id])
      parts.push(`${control.id}=${encodeURIComponent(String(value))}`);
  }
  if (place.actions.length)
    parts.push(`do=${place.actions.map((entry) => `${entry.before}.${entry.action}`).join('~')}`);
  if (place.step > 0) parts.push(`step=${place.step}`);
  return `?${parts.join('&')}`;
}

/** The part of URLSearchParams that is needed: pure files know no DOM. */
export interface URLSearchParamsLike {
  get(name: string): string | null;
}
