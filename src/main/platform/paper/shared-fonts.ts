/**
 * Font files read and decoded once for all papers, and the words they shaped. The drawing library opens each file anew for
 * every document, decodes its tables of kerning again and shapes each word again, which is most of the time of a writ.
 *
 * Only decoded tables and plain data are shared. Glyphs are not: they remember the letters of the first text that used
 * them, and a paper would lose letters of its text layer to the one printed before.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { FontSubset, FontTables } from './font-subset.ts';
import { keepWords } from './kept-words.ts';
import { filesInMemory } from './library.ts';
import { ShapedWords, type ShapingFont } from './shaped-words.ts';

const faces = {
  normal: 'Tinos_400Regular.ttf',
  italics: 'Tinos_400Regular_Italic.ttf',
  bold: 'Tinos_700Bold.ttf',
  bolditalics: 'Tinos_700Bold_Italic.ttf',
} as const;

/** A font as fontkit opens it; `_tables` are those it has decoded, which fontkit's own `getVariation` shares likewise. */
type OpenFont = ShapingFont & { _tables: object; createSubset(): FontSubset };
type FontFormat = {
  probe(bytes: Uint8Array): boolean;
  new (stream: { readonly buffer: Uint8Array }): OpenFont;
};
type Fontkit = {
  create(bytes: Uint8Array): OpenFont;
  registerFormat(format: FontFormat): void;
};

// The drawing library requires it: an import would be a second copy with formats of its own.
const fontkit = createRequire(import.meta.url)('fontkit') as Fontkit;

/** What begins no font file; the name of an opened font follows. */
const mark = Buffer.from('shared font ');
type FontFile = {
  readonly bytes: Buffer;
  readonly tables: object;
  readonly words: ShapedWords;
  readonly parts: FontTables;
};
const opened = new Map<string, FontFile>();

function withTables(bytes: Buffer, tables: object): OpenFont {
  return Object.assign(fontkit.create(bytes), { _tables: tables });
}

/** The bytes of a font with what is decoded of it already, and the words that it shaped. */
function openAgain(name: string): OpenFont {
  const file = opened.get(name);
  if (file === undefined) throw new Error('a font that nobody opened');
  const font = withTables(file.bytes, file.tables);
  const shape = font.layout.bind(font);
  font.layout = (text, features) => (features === undefined ? file.words.run(font, text) : shape(text, features));
  font.createSubset = () => new FontSubset(file.parts);
  return font;
}

/** fontkit's own way to add a format of files: a «file» that only names a font whose bytes are here. */
const namedFont = Object.assign(
  function namedFont({ buffer }: { readonly buffer: Uint8Array }) {
    return openAgain(Buffer.from(buffer.subarray(mark.length)).toString());
  },
  { probe: (bytes: Uint8Array) => mark.equals(bytes.subarray(0, mark.length)) },
);

// What it calls with `new` may be a plain function that answers an object.
fontkit.registerFormat(namedFont as unknown as FontFormat);

/** The name by which the page maker finds the font file, read at its first use. */
function sharedFont(file: string): string {
  if (!filesInMemory.existsSync(file)) {
    const [bytes, tables] = [readFileSync(file), {}];
    const words = new ShapedWords(withTables(bytes, tables));
    keepWords(words);
    opened.set(file, { bytes, tables, words, parts: new FontTables(bytes) });
    filesInMemory.writeFileSync(file, Buffer.concat([mark, Buffer.from(file)]));
  }
  return file;
}

/** The four faces of Tinos in the folder, for the page maker. Throws when a file is not there. */
export function sharedFonts(folder: string): Record<keyof typeof faces, string> {
  const { normal, italics, bold, bolditalics } = faces;
  return {
    normal: sharedFont(join(folder, normal)),
    italics: sharedFont(join(folder, italics)),
    bold: sharedFont(join(folder, bold)),
    bolditalics: sharedFont(join(folder, bolditalics)),
  };
}
