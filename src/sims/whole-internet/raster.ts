/** A colour as three amounts, 0 to 255. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** The colour in the three lower bytes of a pixel, as the little-endian machines that run browsers keep it. */
const packed = ([red, green, blue]: Rgb): number => red | (green << 8) | (blue << 16);

/**
 * Pixels on which small upright rectangles are drawn with smooth edges: how much of a pixel is covered becomes its
 * opacity. To ask a canvas for each of 80,000 networks would hold up the page five times as long.
 */
export class Raster {
  readonly width: number;
  readonly height: number;
  /** Bytes in the order red, green, blue, opacity, not multiplied: as ImageData has them. */
  readonly bytes: Uint8ClampedArray<ArrayBuffer>;
  private readonly pixels: Uint32Array;

  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
    const memory = new ArrayBuffer(4 * width * height);
    this.pixels = new Uint32Array(memory);
    this.bytes = new Uint8ClampedArray(memory);
  }

  /**
   * A rectangle around a middle, in pixels; with an inner one given, the frame between the two. Where two touch in a
   * pixel it takes the colour of the later one and the opacity of both.
   */
  rect(
    x: number,
    y: number,
    width: number,
    height: number,
    colour: Rgb,
    innerWidth = 0,
    innerHeight = 0,
  ): void {
    const rgb = packed(colour);
    const x0 = x - width / 2;
    const x1 = x + width / 2;
    const y0 = y - height / 2;
    const y1 = y + height / 2;
    const firstColumn = Math.max(0, Math.floor(x0));
    const lastColumn = Math.min(this.width, Math.ceil(x1));
    const lastRow = Math.min(this.height, Math.ceil(y1));
    for (let row = Math.max(0, Math.floor(y0)); row < lastRow; row++) {
      const tall = Math.min(row + 1, y1) - Math.max(row, y0);
      const innerTall = innerHeight > 0 ? overlap(row, y, innerHeight) : 0;
      for (let column = firstColumn; column < lastColumn; column++) {
        let covered = (Math.min(column + 1, x1) - Math.max(column, x0)) * tall;
        if (innerTall > 0) covered -= overlap(column, x, innerWidth) * innerTall;
        const at = row * this.width + column;
        const opacity = Math.min(255, (this.pixels[at]! >>> 24) + Math.round(255 * covered));
        this.pixels[at] = rgb | (opacity << 24);
      }
    }
  }
}

/** How much of the pixel from `start` to `start + 1` a stretch around a middle covers. */
const overlap = (start: number, middle: number, length: number): number =>
  Math.max(0, Math.min(start + 1, middle + length / 2) - Math.max(start, middle - length / 2));
