/**
 * The part of a TrueType font that goes into a paper: the outlines of its signs, taken over as they stand in the file. The
 * same bytes as the drawing library makes by decoding every outline and every instruction.
 */

/** Flags of a piece of a sign that is put together of others. */
const piece = { wordArguments: 0x1, scale: 0x8, more: 0x20, twoScales: 0x40, matrix: 0x80 } as const;

/** Bytes after flags and number of the piece. */
function restOf(flags: number): number {
  const place = (flags & piece.wordArguments) === 0 ? 2 : 4;
  if ((flags & piece.matrix) !== 0) return place + 8;
  if ((flags & piece.twoScales) !== 0) return place + 4;
  return (flags & piece.scale) === 0 ? place : place + 2;
}

/** Where the numbers of the pieces stand in an outline; none when it is drawn by itself. */
function piecesOf(outline: Buffer): number[] {
  if (outline.length === 0 || outline.readInt16BE(0) >= 0) return [];
  const places: number[] = [];
  for (let at = 10, hasMore = true; hasMore;) {
    const flags = outline.readUInt16BE(at);
    places.push(at + 2);
    at += 4 + restOf(flags);
    hasMore = (flags & piece.more) !== 0;
  }
  return places;
}

/** A font file, in the tables that a subset is made of. */
export class FontTables {
  readonly #tables = new Map<string, Buffer>();
  readonly #hasLongPlaces: boolean;
  readonly #metrics: number;

  constructor(bytes: Buffer) {
    for (let at = 12; at < 12 + 16 * bytes.readUInt16BE(4); at += 16) {
      const from = bytes.readUInt32BE(at + 8);
      this.#tables.set(bytes.toString('latin1', at, at + 4), bytes.subarray(from, from + bytes.readUInt32BE(at + 12)));
    }
    this.#hasLongPlaces = this.table('head').readInt16BE(50) === 1;
    this.#metrics = this.table('hhea').readUInt16BE(34);
  }

  table(tag: string): Buffer {
    const found = this.#tables.get(tag);
    if (found === undefined) throw new Error(`a font without ${tag}`);
    return found;
  }

  outline(sign: number): Buffer {
    const places = this.table('loca');
    const placeOf = (at: number) =>
      this.#hasLongPlaces ? places.readUInt32BE(4 * at) : 2 * places.readUInt16BE(2 * at);
    return this.table('glyf').subarray(placeOf(sign), placeOf(sign + 1));
  }

  /** How far to the next sign, and where this one begins; the last width counts for all that follow. */
  metric(sign: number): Buffer {
    const all = this.table('hmtx');
    if (sign < this.#metrics) return all.subarray(4 * sign, 4 * sign + 4);
    const bearing = 4 * this.#metrics + 2 * (sign - this.#metrics);
    return Buffer.concat([
      all.subarray(4 * this.#metrics - 4, 4 * this.#metrics - 2),
      all.subarray(bearing, bearing + 2),
    ]);
  }

  /** Table of the places of outlines that follow each other. */
  placesOf(outlines: readonly Buffer[]): Buffer {
    const size = this.#hasLongPlaces ? 4 : 2;
    const places = Buffer.alloc(size * (outlines.length + 1));
    let place = 0;
    for (let at = 0; at <= outlines.length; at += 1) {
      if (this.#hasLongPlaces) places.writeUInt32BE(place, size * at);
      else places.writeUInt16BE(place / 2, size * at);
      place += outlines[at]?.length ?? 0;
    }
    return places;
  }
}

/** A copy with one number changed. */
function changed(table: Buffer, at: number, value: number): Buffer {
  const copy = Buffer.from(table);
  copy.writeUInt16BE(value, at);
  return copy;
}

function fileOf(tables: readonly (readonly [tag: string, table: Buffer])[]): Buffer {
  const head = Buffer.alloc(12 + 16 * tables.length);
  const power = 2 ** Math.floor(Math.log2(tables.length));
  head.write('true', 'latin1');
  head.writeUInt16BE(tables.length, 4);
  head.writeUInt16BE(16 * power, 6);
  head.writeUInt16BE(Math.log2(power), 8);
  head.writeUInt16BE(16 * (tables.length - power), 10);
  let place = head.length;
  for (const [index, [tag, table]] of tables.entries()) {
    const at = 12 + 16 * index;
    head.write(tag, at, 'latin1');
    // Without sums, as the library writes it: a font inside a PDF is read by its tables.
    head.writeUInt32BE(place, at + 8);
    head.writeUInt32BE(table.length, at + 12);
    place += table.length;
  }
  return Buffer.concat([head, ...tables.map(([, table]) => table)]);
}

/** As fontkit's own: signs are numbered in the order in which they are asked for. */
export class FontSubset {
  readonly #font: FontTables;
  readonly #numbers = new Map<number, number>();

  constructor(font: FontTables) {
    this.#font = font;
    this.includeGlyph(0);
  }

  includeGlyph(sign: number): number {
    const known = this.#numbers.get(sign);
    if (known !== undefined) return known;
    this.#numbers.set(sign, this.#numbers.size);
    return this.#numbers.size - 1;
  }

  encode(): Buffer {
    const font = this.#font;
    const outlines: Buffer[] = [];
    // Pieces are added while their whole is taken over.
    for (const sign of this.#numbers.keys()) outlines.push(this.#outline(sign));
    const signs = [...this.#numbers.keys()];
    return fileOf([
      ['head', font.table('head')],
      ['hhea', changed(font.table('hhea'), 34, signs.length)],
      ['loca', font.placesOf(outlines)],
      ['maxp', changed(font.table('maxp'), 4, signs.length)],
      ['cvt ', font.table('cvt ')],
      ['prep', font.table('prep')],
      ['glyf', Buffer.concat(outlines)],
      ['hmtx', Buffer.concat(signs.map((sign) => font.metric(sign)))],
      ['fpgm', font.table('fpgm')],
    ]);
  }

  #outline(sign: number): Buffer {
    const outline = this.#font.outline(sign);
    const pieces = piecesOf(outline);
    if (pieces.length === 0) return outline;
    const copy = Buffer.from(outline);
    for (const at of pieces) copy.writeUInt16BE(this.includeGlyph(outline.readUInt16BE(at)), at);
    return copy;
  }
}
