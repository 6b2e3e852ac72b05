/** The icon of the program on Windows, drawn from the one picture of it (`src/renderer/public/icon.svg`). */
import sharp from 'sharp';

/** Points: what Explorer, the task bar and the installer ask for at the usual scales. */
const sizes = [16, 20, 24, 32, 40, 48, 64, 256] as const;

/** Up to 64 points as a bitmap, which every reader of icons knows; bottom line first, then a mask that hides nothing. */
async function bitmapOf(svg: Uint8Array, size: number): Promise<Buffer> {
  const picture = sharp(svg, { density: (72 * size) / 32 })
    .resize(size, size)
    .ensureAlpha();
  const rgba = await picture.raw().toBuffer();
  const header = Buffer.alloc(40);
  header.writeUInt32LE(40, 0);
  header.writeInt32LE(size, 4);
  header.writeInt32LE(size * 2, 8);
  header.writeUInt16LE(1, 12);
  header.writeUInt16LE(32, 14);
  const points = Buffer.alloc(size * size * 4);
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      const from = (y * size + x) * 4;
      const to = ((size - 1 - y) * size + x) * 4;
      const [red = 0, green = 0, blue = 0, alpha = 0] = rgba.subarray(from, from + 4);
      points.set([blue, green, red, alpha], to);
    }
  }
  const mask = Buffer.alloc(Math.ceil(size / 32) * 4 * size);
  return Buffer.concat([header, points, mask]);
}

const pngOf = (svg: Uint8Array, size: number): Promise<Buffer> =>
  sharp(svg, { density: (72 * size) / 32 })
    .resize(size, size)
    .png({ compressionLevel: 9 })
    .toBuffer();

/** Bytes of the `.ico`. */
export async function iconFile(svg: Uint8Array): Promise<Buffer> {
  const pictures = await Promise.all(sizes.map((size) => (size < 256 ? bitmapOf(svg, size) : pngOf(svg, size))));
  const head = Buffer.alloc(6 + 16 * sizes.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(sizes.length, 4);
  let offset = head.length;
  for (const [at, size] of sizes.entries()) {
    const entry = 6 + 16 * at;
    const length = pictures[at]?.length ?? 0;
    // One byte each: 256 is written as 0.
    head.writeUInt8(size % 256, entry);
    head.writeUInt8(size % 256, entry + 1);
    head.writeUInt16LE(1, entry + 4);
    head.writeUInt16LE(32, entry + 6);
    head.writeUInt32LE(length, entry + 8);
    head.writeUInt32LE(offset, entry + 12);
    offset += length;
  }
  return Buffer.concat([head, ...pictures]);
}
