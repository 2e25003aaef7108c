import {
  BarcodeFormat,
  BinaryBitmap,
  DecodeHintType,
  HybridBinarizer,
  MultiFormatReader,
  RGBLuminanceSource,
} from '@zxing/library';

/** What labels of racks, devices and parts bear. */
const FORMATS = [
  BarcodeFormat.QR_CODE,
  BarcodeFormat.DATA_MATRIX,
  BarcodeFormat.CODE_128,
  BarcodeFormat.CODE_39,
  BarcodeFormat.ITF,
  BarcodeFormat.EAN_13,
];

/** A picture of a camera: four bytes a pixel, red, green, blue and one unused, as a canvas gives them. */
export interface Picture {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

const reader = new MultiFormatReader();
reader.setHints(
  new Map<DecodeHintType, unknown>([
    [DecodeHintType.POSSIBLE_FORMATS, FORMATS],
    [DecodeHintType.TRY_HARDER, true],
  ]),
);

/** The text of a bar code or QR code in a picture; null: none can be read. */
export function readCode({ data, width, height }: Picture): string | null {
  const source = new RGBLuminanceSource(luminances(data, width * height), width, height);
  try {
    return reader.decodeWithState(new BinaryBitmap(new HybridBinarizer(source))).getText();
  } catch {
    // Its way of saying that nothing was found.
    return null;
  }
}

/** Green counts twice, as the eye sees it. */
function luminances(data: Uint8ClampedArray, pixels: number): Uint8ClampedArray {
  const grey = new Uint8ClampedArray(pixels);
  for (let pixel = 0; pixel < pixels; pixel += 1) {
    const at = pixel * 4;
    grey[pixel] = ((data[at] ?? 0) + 2 * (data[at + 1] ?? 0) + (data[at + 2] ?? 0)) / 4;
  }
  return grey;
}
