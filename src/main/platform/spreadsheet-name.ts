/** The library writes its own name into the workbook and lets no one change it: this puts the name of the program there. */
import { crc32 } from 'node:zlib';

const localSize = 30;
const centralSize = 46;
const endSize = 22;
const part = 'docProps/app.xml';
const own =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
  '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">' +
  '<Application>Registro CEM</Application></Properties>';

type Entry = { readonly central: Buffer; readonly local: Buffer };

/** @throws when the archive does not end where a ZIP without comment does */
function entriesOf(zip: Buffer): Entry[] {
  const end = zip.length - endSize;
  if (zip.readUInt32LE(end) !== 0x06054b50) throw new Error('no plain ZIP');
  let at = zip.readUInt32LE(end + 16);
  return Array.from({ length: zip.readUInt16LE(end + 10) }, () => {
    const sizes = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset));
    const central = zip.subarray(at, at + centralSize + sizes.reduce((sum, size) => sum + size, 0));
    at += central.length;
    const from = central.readUInt32LE(42);
    const names = zip.readUInt16LE(from + 26) + zip.readUInt16LE(from + 28);
    const to = from + localSize + names + central.readUInt32LE(20);
    return { central: Buffer.from(central), local: Buffer.from(zip.subarray(from, to)) };
  });
}

const nameOf = ({ central }: Entry) => central.toString('utf8', centralSize, centralSize + central.readUInt16LE(28));

/** The same entry with other content, stored as it is. */
function stored({ central, local }: Entry, content: Buffer): Entry {
  const head = Buffer.from(local.subarray(0, localSize + local.readUInt16LE(26) + local.readUInt16LE(28)));
  const sum = crc32(content);
  for (const [record, at] of [
    [head, 8],
    [central, 10],
  ] as const) {
    record.writeUInt16LE(0, at);
    record.writeUInt32LE(sum, at + 6);
    record.writeUInt32LE(content.length, at + 10);
    record.writeUInt32LE(content.length, at + 14);
  }
  return { central, local: Buffer.concat([head, content]) };
}

export function withOwnName(bytes: Uint8Array): Uint8Array {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = entriesOf(zip).map((entry) => (nameOf(entry) === part ? stored(entry, Buffer.from(own)) : entry));
  let offset = 0;
  for (const { central, local } of entries) {
    central.writeUInt32LE(offset, 42);
    offset += local.length;
  }
  const centrals = Buffer.concat(entries.map(({ central }) => central));
  const end = Buffer.from(zip.subarray(zip.length - endSize));
  end.writeUInt32LE(centrals.length, 12);
  end.writeUInt32LE(offset, 16);
  return Uint8Array.from(Buffer.concat([...entries.map(({ local }) => local), centrals, end]));
}
