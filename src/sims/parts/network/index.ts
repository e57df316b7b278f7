export { inBox, isWide, type Box, type Point } from './geometry.ts';
export { legendMarks, type LegendEntry } from './legend.ts';
export { networkMarks } from './network-marks.ts';
export { isOrigin, offersTo, reasonFor, type Offer } from './offers.ts';
export { ringOrder, ringPlaces } from './ring.ts';
export type * from './types.ts';
