import type { Size } from './marks.ts';

/** Every picture is laid out twice: for a screen or a sheet, and for a phone. styles/frame.css shows the one that fits. */
export const plateSizes: readonly { name: 'wide-plate' | 'narrow-plate'; size: Size }[] = [
  { name: 'wide-plate', size: { width: 960, height: 540 } },
  { name: 'narrow-plate', size: { width: 420, height: 620 } },
];
