import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

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
function importsExcept(...allowed) {
  const paths = Object.entries(packages).filter(([key]) => !allowed.includes(key));
  const patterns = allowed.includes('zod') ? groups.filter((one) => !one.group.includes('zod/*')) : groups;
  return {
    'no-restricted-imports': 'off',
    '@typescript-eslint/no-restricted-imports': [
      'error',
      { paths: [mantineParts, ...paths.map(([, value]) => value)], patterns },
    ],
  };
}

/** Driver traps F2, F6, F7 of the security design §4.1. */
const driverTraps = [
  {
    selector: 'CallExpression[callee.type="MemberExpression"][callee.property.name="serialize"]',
    message: 'serialize() returns the database in PLAIN TEXT (trap F6).',
  },
  {
    selector: 'CallExpression[callee.type="MemberExpression"][callee.property.name="backup"]',
    message: 'The backup() of the driver fails under encryption (trap F6): use VACUUM INTO through platform/storage.',
  },
  {
    selector: 'CallExpression[callee.property.name="unsafeMode"]',
    message: 'unsafeMode() switches the protections of SQLite off.',
  },
  {
    selector: ':matches(Literal[value=/^file:/], TemplateElement[value.raw=/^file:/])',
    message: 'A file: name can leave the key in a file name (trap F7): plain paths only.',
  },
];
const rekeyTrap = {
  selector: 'CallExpression[callee.property.name="rekey"]',
  message: 'A killed rekey leaves a file that no key opens (trap F2): only platform/storage/rotate.ts, on a copy.',
};
const shellTraps = {
  selector: 'MemberExpression[property.name="openExternal"]',
  message: 'Nothing leaves this application for a browser (security design §9.1, item 15).',
};

const tables = ['**/labels.ts', '**/codes*.ts', '**/*-list.ts', 'src/shared/intake/section-*.ts'];

export default defineConfig(
  globalIgnores([
    'out/',
    'dist/',
    'demo-out/',
    'bench-out/',
    'crash-out/',
    'coverage/',
    'test-results/',
    'playwright-report/',
  ]),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{js,mjs}'],
    extends: [js.configs.recommended],
    languageOptions: { globals: { process: 'readonly', URL: 'readonly' } },
  },
  {
    files: ['**/*.{ts,tsx}'],
    // Its rules that need types stand in .oxlintrc.json, which asks them in a fifth of the time (docs/decisions/0100).
    extends: [js.configs.recommended, tseslint.configs.strict],
    rules: {
      'max-lines': ['error', { max: 400 }],
      'max-lines-per-function': ['error', { max: 60 }],
      complexity: ['error', 12],
      'max-params': 'off',
      '@typescript-eslint/max-params': ['error', { max: 4 }],
      eqeqeq: 'error',
      'no-eval': 'error',
      'no-console': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      // `type` by default, `interface` for ports: the author decides.
      '@typescript-eslint/consistent-type-definitions': 'off',
      ...importsExcept(),
    },
  },
  {
    files: ['src/main/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...driverTraps, rekeyTrap, shellTraps] },
  },
  {
    files: ['src/main/platform/storage/rotate.ts'],
    rules: { 'no-restricted-syntax': ['error', ...driverTraps, shellTraps] },
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
    extends: [reactHooks.configs.flat.recommended, jsxA11y.flatConfigs.strict],
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
      'max-lines-per-function': ['error', { max: 120 }],
      'no-restricted-globals': [
        'error',
        ...['localStorage', 'sessionStorage', 'indexedDB'].map((name) => ({
          name,
          message: 'Nothing of a case stays in the window: keep it in memory or save it through the contract.',
        })),
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"]',
          message: 'Trusted types refuse it: build elements.',
        },
        {
          selector: 'JSXOpeningElement[name.name="style"]',
          message: 'The CSP refuses style elements: use a CSS module.',
        },
      ],
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
      '@typescript-eslint/no-non-null-assertion': 'off',
      // A look at the kit and a page under watch speak on the console.
      'no-console': 'off',
      ...importsExcept('driver', 'electron', 'hucre'),
    },
  },
  {
    files: [
      'scripts/**/*.ts',
      'src/main/{cli,loopback}.ts',
      'src/main/platform/console.ts',
      'tests/bench/**/*.ts',
      'tests/fuzz/run.ts',
    ],
    rules: { 'no-console': 'off' },
  },
  { files: tables, rules: { 'max-lines': 'off' } },
);
