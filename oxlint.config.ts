/** Everything that is linted, by one program (docs/decisions/0100); what no rule can say stands in tests/architecture. */
import type { OxlintConfig } from 'oxlint';

type Rules = NonNullable<OxlintConfig['rules']>;

/** Rules of one plugin that take no options. */
const asked = (plugin: string, names: string): Rules =>
  Object.fromEntries(
    names
      .trim()
      .split(/\s+/)
      .map((name) => [plugin === '' ? name : `${plugin}/${name}`, 'error']),
  );

/** «Recommended» of ESLint, but what stands in the category «correctness», which is asked whole. */
const plain = asked(
  '',
  `no-case-declarations no-empty no-fallthrough no-prototype-builtins no-regex-spaces no-unexpected-multiline no-var
  prefer-const prefer-rest-params prefer-spread no-array-constructor no-useless-constructor`,
);

/** «strict, type-checked» of typescript-eslint. */
const typed = asked(
  'typescript',
  `ban-ts-comment no-dynamic-delete no-empty-object-type no-explicit-any no-extraneous-class no-invalid-void-type
  no-namespace no-non-null-asserted-nullish-coalescing no-non-null-assertion no-require-imports
  no-unnecessary-type-constraint no-unsafe-function-type prefer-literal-enum-member unified-signatures no-deprecated
  no-generated-empty-object-type no-mixed-enums no-unnecessary-boolean-literal-compare no-unnecessary-condition
  no-unnecessary-template-expression no-unnecessary-type-arguments no-unnecessary-type-assertion
  no-unnecessary-type-conversion no-unnecessary-type-parameters no-unsafe-argument no-unsafe-assignment no-unsafe-call
  no-unsafe-enum-comparison no-unsafe-member-access no-unsafe-return only-throw-error prefer-promise-reject-errors
  prefer-reduce-type-parameter prefer-return-this-type related-getter-setter-pairs require-await
  use-unknown-in-catch-callback-variable`,
);

/** Handlers that make of an element something that is operated. */
const operating = [
  ...['onBlur', 'onFocus', 'onKeyDown', 'onKeyPress', 'onKeyUp', 'onClick', 'onContextMenu', 'onDblClick'],
  ...['onDoubleClick', 'onDrag', 'onDragEnd', 'onDragEnter', 'onDragExit', 'onDragLeave', 'onDragOver', 'onDragStart'],
  ...['onDrop', 'onMouseDown', 'onMouseEnter', 'onMouseLeave', 'onMouseMove', 'onMouseOut', 'onMouseOver', 'onMouseUp'],
];

const mantineParts = {
  name: '@mantine/core',
  importNames: ['AppShell', 'Grid', 'SimpleGrid', 'ColorSchemeScript', 'Flex'],
  message: 'It writes a <style> element at run time, which the CSP refuses: lay out in a CSS module.',
};
const packages = {
  zod: { name: 'zod', message: 'Import z from src/shared/platform/zod.ts: it carries the Spanish words.' },
  driver: {
    name: 'better-sqlite3',
    message: 'The driver is opened in src/main/platform/storage/open-database.ts only (security design §4).',
    allowTypeImports: true,
  },
  hucre: { name: 'hucre', message: 'Spreadsheets are written in src/main/platform/spreadsheet.ts only.' },
  electron: {
    name: 'electron',
    message:
      'Use an interface of src/main/platform/ports.ts; only the shell, the Electron entry and preload import electron.',
  },
};
const groups = [
  { group: ['@mantine/dates', '@mantine/dates/*'], message: 'Dates are typed in our own field (platform/forms).' },
  { group: ['zod/*'], message: 'Import z from src/shared/platform/zod.ts: it carries the Spanish words.' },
  { group: ['better-sqlite3-multiple-ciphers'], message: 'The driver stands under the name better-sqlite3.' },
];

/** The import limits without the packages that this one place may use. */
function importsExcept(...allowed: (keyof typeof packages)[]): Rules {
  const paths = Object.entries(packages).filter(([key]) => !allowed.some((one) => one === key));
  const patterns = allowed.includes('zod') ? groups.filter((one) => !one.group.includes('zod/*')) : groups;
  return {
    'no-restricted-imports': ['error', { paths: [mantineParts, ...paths.map(([, value]) => value)], patterns }],
  };
}

/** Driver traps F6 of the security design §4.1; F7 stands in tests/architecture/source.test.ts. */
const driverTraps = [
  { property: 'serialize', message: 'serialize() returns the database in PLAIN TEXT (trap F6).' },
  {
    property: 'backup',
    message: 'The backup() of the driver fails under encryption (trap F6): use VACUUM INTO through platform/storage.',
  },
  { property: 'unsafeMode', message: 'unsafeMode() switches the protections of SQLite off.' },
];
const rekeyTrap = {
  property: 'rekey',
  message: 'A killed rekey leaves a file that no key opens (trap F2): only platform/storage/rotate.ts, on a copy.',
};
const shellTraps = {
  property: 'openExternal',
  message: 'Nothing leaves this application for a browser (security design §9.1, item 15).',
};

const inWindow = 'Nothing of a case stays in the window: keep it in memory or save it through the contract.';

const config: OxlintConfig = {
  plugins: ['typescript', 'react', 'jsx-a11y', 'oxc'],
  categories: { correctness: 'error' },
  options: { reportUnusedDisableDirectives: 'error' },
  ignorePatterns: [
    'out/',
    'dist/',
    'demo-out/',
    'bench-out/',
    'crash-out/',
    'coverage/',
    'test-results/',
    'playwright-report/',
  ],
  settings: {
    'jsx-a11y': {
      components: {
        ...{ Button: 'button', ActionIcon: 'button', UnstyledButton: 'button', CloseButton: 'button' },
        ...{ Anchor: 'a', Link: 'a', Image: 'img', Title: 'h2' },
        ...{ TextInput: 'input', PasswordInput: 'input', NumberInput: 'input', Checkbox: 'input', Radio: 'input' },
        ...{ Select: 'input', Autocomplete: 'input', MultiSelect: 'input', Textarea: 'textarea' },
      },
      attributes: { for: ['htmlFor'] },
    },
  },
  rules: {
    ...plain,
    ...typed,
    ...importsExcept(),
    'max-lines': ['error', { max: 400 }],
    'max-lines-per-function': ['error', { max: 60 }],
    complexity: ['error', 12],
    'max-params': ['error', { max: 4 }],
    eqeqeq: 'error',
    'no-console': 'error',
    'no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
    'typescript/consistent-type-imports': 'error',
    'typescript/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    'typescript/restrict-plus-operands': [
      'error',
      { allowAny: false, allowBoolean: false, allowNullish: false, allowNumberAndString: false, allowRegExp: false },
    ],
    'typescript/restrict-template-expressions': ['error', { allowNumber: true }],
    'typescript/return-await': ['error', 'error-handling-correctness-only'],
    'typescript/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    'typescript/no-misused-promises': 'error',
    // Texts are sorted by their signs where nobody reads them.
    'typescript/require-array-sort-compare': 'off',
    // A pair of a word and an element is no list of elements.
    'react/jsx-key': 'off',
    // Roles that no element has, and names that a part is given where it is used: axe sees what is drawn.
    'jsx-a11y/prefer-tag-over-role': 'off',
    'jsx-a11y/control-has-associated-label': 'off',
  },
  overrides: [
    {
      files: ['src/main/**/*.ts'],
      rules: { 'no-restricted-properties': ['error', ...driverTraps, rekeyTrap, shellTraps] },
    },
    {
      files: ['src/main/platform/storage/rotate.ts'],
      rules: { 'no-restricted-properties': ['error', ...driverTraps, shellTraps] },
    },
    { files: ['src/shared/platform/zod.ts'], rules: importsExcept('zod') },
    { files: ['src/main/platform/storage/open-database.ts'], rules: importsExcept('driver') },
    { files: ['src/main/platform/spreadsheet.ts'], rules: importsExcept('hucre') },
    {
      files: ['src/main/index.ts', 'src/main/platform/shell/**/*.ts', 'src/preload/**/*.ts'],
      rules: importsExcept('electron'),
    },
    {
      files: ['src/renderer/**/*.{ts,tsx}'],
      rules: {
        ...asked('react', 'rules-of-hooks unsupported-syntax'),
        'jsx-a11y/interactive-supports-focus': [
          'error',
          {
            tabbable: [
              'button',
              'checkbox',
              'link',
              'progressbar',
              'searchbox',
              'slider',
              'spinbutton',
              'switch',
              'textbox',
            ],
          },
        ],
        'jsx-a11y/no-noninteractive-element-interactions': [
          'error',
          { body: ['onError', 'onLoad'], iframe: ['onError', 'onLoad'], img: ['onError', 'onLoad'] },
        ],
        // Left to itself the rule passes over what a focus does.
        'jsx-a11y/no-static-element-interactions': ['error', { handlers: operating }],
        // A promise as an event handler: react-hook-form's handleSubmit and our mutations catch their own failures.
        'typescript/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
        'max-lines-per-function': ['error', { max: 120 }],
        'no-restricted-globals': [
          'error',
          ...['localStorage', 'sessionStorage', 'indexedDB'].map((name) => ({ name, message: inWindow })),
        ],
        // Trusted types refuse the one, the CSP the other: elements are built, and styles stand in a CSS module.
        'react/no-danger': 'error',
        'react/forbid-elements': ['error', { forbid: [{ element: 'style', message: 'Use a CSS module.' }] }],
      },
    },
    {
      // The text of a schema, one table after the other: frozen once landed.
      files: ['src/main/**/migrations/*.ts'],
      rules: { 'max-lines-per-function': 'off' },
    },
    {
      // The composition and the handler tables of a domain list one entry per procedure.
      files: ['src/main/application.ts', 'src/main/domain-handlers.ts', 'src/main/*/service.ts'],
      rules: { 'max-lines-per-function': ['error', { max: 150 }] },
    },
    {
      files: ['tests/**/*.{ts,tsx}'],
      rules: {
        'max-lines': ['error', { max: 600 }],
        // One `describe` holds many cases; the length of a single test is judged in review.
        'max-lines-per-function': 'off',
        'typescript/no-non-null-assertion': 'off',
        // A stand-in puts its part in the place of a part of the window.
        'react/immutability': 'off',
        'jsx-a11y/aria-role': 'off',
        // A look at the kit and a page under watch speak on the console.
        'no-console': 'off',
        ...importsExcept('driver', 'electron', 'hucre'),
      },
    },
    {
      files: [
        'scripts/**/*.ts',
        ...['src/main/cli.ts', 'src/main/loopback.ts', 'src/main/platform/console.ts'],
        ...['tests/bench/**/*.ts', 'tests/fuzz/run.ts'],
      ],
      rules: { 'no-console': 'off' },
    },
    {
      files: ['**/labels.ts', '**/codes*.ts', '**/*-list.ts', 'src/shared/intake/section-*.ts'],
      rules: { 'max-lines': 'off' },
    },
  ],
};

export default config;
