import type { Picture, Size } from './marks.ts';
import type { Message, Value } from './message.ts';

/** The value of a control: a choice's id or a number. */
export type Setting = string | number;
export type Settings = Readonly<Record<string, Setting>>;

interface ControlBase {
  /** Also the name of the parameter in the address. */
  id: string;
  /** Shown from the beginning (at most three), or under "More settings". */
  prominent: boolean;
}
export interface ChoiceControl extends ControlBase {
  kind: 'choice';
  choices: readonly string[];
}
export interface NumberControl extends ControlBase {
  kind: 'number';
  min: number;
  max: number;
  step: number;
  /** "log" spreads powers of ten evenly over the slider. */
  scale?: 'linear' | 'log';
}
export type Control = ChoiceControl | NumberControl;

/** A preset: one list feeds the page, the picture without JavaScript, the table twin and the tests. */
export interface Scenario {
  id: string;
  settings: Settings;
  /** Steps of the worked run that is there without JavaScript. */
  steps: number;
  /** Actions of the worked run, each before the step of that number. */
  actions?: readonly { before: number; action: string }[];
}

export interface Counter {
  /** Key of the label. */
  label: string;
  value: Value | Message;
  /** Key of a sentence that explains the value. */
  note?: string;
}

/** Something a person may do at this point, shown as a button below the picture. */
export interface Move {
  /** As for marks: what `act` is given. */
  action: string;
  label: Message;
  /** Moves with the same heading stand together under it. */
  group: Message;
  /** Chosen already; for moves that can be taken back. */
  pressed?: boolean;
}

export interface Row {
  id: string;
  cells: readonly (Value | Message)[];
  /** The row of the present step. */
  current?: boolean;
}

/**
 * A model shown to a person. Everything here is a function of its arguments: no clock, chance, storage or language.
 * Chance comes from a seed among the settings; the view alone knows about time.
 */
export interface Simulation<S> {
  name: string;
  controls: readonly Control[];
  scenarios: readonly Scenario[];
  /** Kinds of files that a person may choose, where the simulation takes an own one: as the attribute "accept". */
  readonly files?: string;
  /** The state before the first step. */
  start(settings: Settings): S;
  /** One step onward. */
  step(state: S): S;
  /** No further step changes anything. */
  finished(state: S): boolean;
  /** What a person does to the picture, as "cut:7-9"; an unknown action leaves the state as it is. */
  act?(state: S, action: string): S;
  /** What a person may do now beside the picture; left out where there is never anything. */
  moves?(state: S): readonly Move[];
  layout(state: S, size: Size): Picture;
  /** The table twin: the same facts as the picture. */
  table(state: S): readonly Row[];
  /** One sentence: what has just happened. */
  describe(state: S): Message;
  /** Everything that has happened so far, oldest first. */
  log(state: S): readonly Message[];
  counters(state: S): readonly Counter[];
}
