/** What a file of the record says, byte by byte, on its way to the window. */
import { expect, it } from 'vitest';
import { bytesOf } from '../../../src/renderer/platform/files.ts';

it('gives every byte its place, the first and the last too', () => {
  const bytes = Uint8Array.from({ length: 255 }, (_, at) => at + 1);
  expect(bytesOf(Buffer.from(bytes).toString('base64'))).toEqual(bytes);
  expect(bytesOf('')).toEqual(new Uint8Array(0));
});
