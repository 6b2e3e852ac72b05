/** Images as they may be shown and printed: whole, upright, and without what the camera wrote into them. */
import sharp from 'sharp';
import { fileLimits } from '../../shared/attachments/index.ts';

const reading = { limitInputPixels: fileLimits.pixels, failOn: 'truncated', animated: false } as const;

export type ImageFacts = { readonly hasLocation: boolean; readonly isAnimated: boolean };

/** Entry of the first directory of EXIF that leads to the position. */
const positionTag = 0x8825;

/** Whether the camera wrote where it was: reads the first directory and nothing else. */
export function hasPosition(exif: Buffer | undefined): boolean {
  const start = exif?.toString('latin1', 0, 6) === 'Exif\0\0' ? 6 : 0;
  const tiff = exif?.subarray(start);
  if (tiff === undefined || tiff.length < 10) return false;
  const isLittle = tiff.toString('latin1', 0, 2) === 'II';
  const u16 = (at: number) => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const u32 = (at: number) => (isLittle ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  const directory = u32(4);
  if (directory + 2 > tiff.length) return false;
  const count = u16(directory);
  for (let entry = 0; entry < count; entry += 1) {
    const at = directory + 2 + entry * 12;
    if (at + 12 > tiff.length) return false;
    if (u16(at) === positionTag) return true;
  }
  return false;
}

/** Width and height in points before anything is unpacked; null when they cannot be read. */
export async function imageSize(bytes: Uint8Array): Promise<{ width: number; height: number } | null> {
  try {
    const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
    return { width, height };
  } catch {
    return null;
  }
}

/** Reads the image to its last line; null when it is damaged or cut. */
export async function imageFacts(bytes: Uint8Array): Promise<ImageFacts | null> {
  try {
    const { exif, pages = 1 } = await sharp(bytes, reading).metadata();
    await sharp(bytes, reading).resize(32).toBuffer();
    return { hasLocation: hasPosition(exif), isAnimated: pages > 1 };
  } catch {
    return null;
  }
}

/** A copy to look at: upright, at most `edge` points long, JPEG of that quality, no metadata at all. */
export async function shownImage(
  bytes: Uint8Array,
  { edge = 2200, quality = 88 }: { edge?: number; quality?: number } = {},
): Promise<Buffer> {
  return sharp(bytes, reading)
    .rotate()
    .toColourspace('srgb')
    .flatten({ background: '#ffffff' })
    .resize({ width: edge, height: edge, fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality })
    .toBuffer();
}
