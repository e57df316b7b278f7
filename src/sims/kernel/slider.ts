import type { NumberControl } from './simulation.ts';

/** Position on a slider of 0 to 1000 for a value, and back; a logarithmic scale spreads powers of ten evenly. */
export const toSlider = (control: NumberControl, value: number): number => {
  const share =
    control.scale === 'log'
      ? Math.log(value / control.min) / Math.log(control.max / control.min)
      : (value - control.min) / (control.max - control.min);
  return Math.round(share * 1000);
};
export const fromSlider = (control: NumberControl, position: number): number => {
  const share = position / 1000;
  if (control.scale !== 'log')
    return Math.round((control.min + share * (control.max - control.min)) / control.step) * control.step;
  const value = control.min * (control.max / control.min) ** share;
  // Two significant digits: a slider cannot be set more finely by hand.
  const unit = Math.max(control.step, 10 ** (Math.floor(Math.log10(value)) - 1));
  return Math.min(control.max, Math.max(control.min, Math.round(value / unit) * unit));
};
