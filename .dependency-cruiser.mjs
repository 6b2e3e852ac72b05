/**
 * The single source of the import rules (docs/architecture.md, «What enforces it»).
 *
 * `domains` says what each domain may use: a line may be added, an entry needs a reason in docs/decisions.
 * Each comment says where the code should go instead; it is what a contributor reads when `npm run check` is red.
 */

/** What each domain may use besides itself. `access`, `alerts`, `centre`, `history`, `rulebook`, `directory`, `record` and `platform` serve all. */
export const domains = {
  access: [],
  alerts: [],
  centre: [],
  history: [],
  rulebook: [],
  directory: [],
  record: [],
  people: [],
  conflicts: ['people'],
  papers: ['people', 'intake'],
  reception: ['people'],
  intake: ['people', 'reception', 'conflicts', 'companions'],
  reserve: ['people', 'intake'],
  risk: ['people', 'intake', 'papers'],
  care: ['people', 'intake', 'risk', 'attachments'],
  reintegration: ['reception', 'intake', 'care', 'referrals'],
  safety: ['people', 'reception', 'intake', 'risk', 'papers', 'reintegration'],
  injuries: ['people', 'intake'],
  pairs: ['people', 'intake', 'risk', 'care'],
  prevention: ['people', 'reception', 'intake', 'attachments'],
  privacy: ['people', 'intake', 'care'],
  proceedings: ['people', 'intake', 'risk', 'care', 'papers', 'attachments', 'privacy'],
  filings: ['people', 'intake', 'risk', 'care', 'proceedings', 'papers', 'attachments'],
  referrals: ['people', 'intake', 'risk', 'safety', 'injuries', 'care', 'proceedings', 'papers', 'attachments'],
  inspection: ['intake', 'papers', 'privacy', 'audit'],
  counterparts: ['people', 'conflicts', 'intake', 'care', 'proceedings', 'papers', 'referrals'],
  subject: [
    ...['people', 'intake', 'risk', 'safety', 'care', 'plan', 'proceedings', 'referrals'],
    ...['papers', 'attachments', 'privacy', 'contact', 'injuries', 'reintegration'],
  ],
  contact: ['people', 'intake', 'care'],
  plan: ['people', 'intake', 'risk', 'safety', 'care', 'proceedings', 'filings', 'referrals', 'reintegration'],
  closing: [
    ...['people', 'intake', 'risk', 'safety', 'care', 'proceedings', 'filings', 'referrals', 'plan'],
    ...['contact', 'reintegration'],
  ],
  reports: [
    ...['people', 'papers', 'reception', 'intake', 'risk', 'care', 'proceedings'],
    ...['filings', 'referrals', 'register', 'prevention', 'audit', 'backup'],
  ],
  register: ['people', 'papers', 'intake', 'risk', 'care', 'proceedings', 'filings', 'referrals', 'reintegration'],
  day: [
    'people',
    'reception',
    'intake',
    'risk',
    'safety',
    'care',
    'proceedings',
    'filings',
    'referrals',
    'papers',
    'plan',
    'closing',
    'contact',
    'prevention',
    'counterparts',
    'reintegration',
  ],
  timeline: [
    ...['people', 'reception', 'intake', 'risk', 'care', 'proceedings', 'papers', 'attachments'],
    ...['filings', 'referrals', 'contact', 'day', 'closing', 'injuries', 'reintegration'],
  ],
  monitoring: [
    ...['people', 'papers', 'reception', 'intake', 'risk', 'care', 'pairs', 'proceedings'],
    ...['filings', 'referrals', 'register'],
  ],
  imports: ['people', 'intake'],
  attachments: ['people', 'intake'],
  audit: [],
  backup: [],
  companions: ['backup', 'program'],
  program: [],
  demo: ['people', 'intake', 'risk'],
};

const servesAll = ['access', 'alerts', 'centre', 'history', 'rulebook', 'directory', 'record', 'platform'];
const processes = '^src/(?:shared|main|renderer)';
/** A folder below a process; root files (contract, application, app, …) are not in one. */
const anyFolder = `${processes}/[^/]+/`;
const rootFile = `${processes}/[^/]+\\.tsx?$`;
/** Folders that stand above the domains like root files: the command line, the several computers, the joined migrations. */
const above = '^src/main/(?:commands|computers|migrations)/';
/** The vocabulary every paper is written in, and its words in order; the printer in platform reads them too. */
const paperBlocks = '^src/shared/papers/(?:blocks|text|printable|file-number)\\.ts$';
const electron = '^electron$|node_modules/electron/';
const migration = '^src/main/.*/(?:[0-9]{4}-|baseline/)';

const domainRules = Object.entries(domains).map(([domain, uses]) => ({
  name: `domain-${domain}`,
  severity: 'error',
  comment:
    `${domain} may use: ${uses.join(', ') || 'no other domain'} (besides ${servesAll.join(', ')}). ` +
    'Move the shared part down to the domain both may use, pass it in as an argument, or join the two in a root file.',
  from: { path: `${processes}/${domain}/` },
  to: { path: anyFolder, pathNot: [`${processes}/(?:${[domain, ...uses, ...servesAll].join('|')})/`, paperBlocks] },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...domainRules,
    {
      name: 'known-domain',
      severity: 'error',
      comment:
        'A folder of a process is a domain of the table in .dependency-cruiser.mjs or `platform`: add it there first.',
      from: {
        path: anyFolder,
        pathNot: `${processes}/(?:${[...Object.keys(domains), 'platform', 'commands', 'computers', 'migrations'].join('|')})/`,
      },
      to: {},
    },
    {
      name: 'doors-only',
      severity: 'error',
      comment:
        'Import another domain through its index.ts. If the door lacks it, export it there, if it is meant for others.',
      from: { path: `${processes}/([^/]+)/`, pathNot: above },
      to: { path: anyFolder, pathNot: [`${processes}/(?:$1|platform)/`, `${anyFolder}index\\.tsx?$`, paperBlocks] },
    },
    {
      name: 'platform-knows-no-domain',
      severity: 'error',
      comment:
        'platform is technical. Let the domain hand over what is needed (argument, port, registration in a root file), ' +
        'or move this file into the domain.',
      from: { path: `${processes}/platform/` },
      to: {
        path: `${processes}/`,
        pathNot: [
          `${processes}/platform/`,
          '^src/shared/(?:access|record)/index\\.ts$',
          paperBlocks,
          '^src/(?:main/database|shared/contract|shared/failure-words)\\.ts$',
        ],
      },
    },
    {
      name: 'root-files-from-above',
      severity: 'error',
      comment:
        'Root files join the domains and stand above them. A domain gets what it needs as an argument; ' +
        'only the types of src/main/database.ts may be imported (import type).',
      from: { path: anyFolder, pathNot: above },
      to: { path: rootFile, pathNot: '^src/(?:main/database|shared/contract|shared/failure-words)\\.ts$' },
    },
    {
      name: 'database-types-only',
      severity: 'error',
      comment: 'src/main/database.ts only joins types: use `import type`.',
      from: { path: anyFolder },
      to: { path: '^src/main/database\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'contract-for-the-window',
      severity: 'error',
      comment:
        'Only the window is typed from the joined contract (import type). In shared and main use the contract.ts of the domain.',
      from: { path: '^src/(?:shared|main)/[^/]+/', pathNot: above },
      to: { path: '^src/shared/contract\\.ts$' },
    },
    {
      name: 'contract-types-only',
      severity: 'error',
      comment:
        'The window needs the types of the contract, its schemas come through the door of the domain: use `import type`.',
      from: { path: '^src/renderer/[^/]+/' },
      to: { path: '^src/shared/contract\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'shared-is-pure',
      severity: 'error',
      comment:
        'shared decides without Node, DOM or Electron: move the effect to main (or renderer) and pass its result in.',
      from: { path: '^src/shared/' },
      to: { path: `^src/(?:main|renderer|preload)/|${electron}` },
    },
    {
      name: 'shared-without-node',
      severity: 'error',
      comment: 'shared runs in the window too: what needs Node goes to main behind an interface.',
      from: { path: '^src/shared/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'renderer-never-main',
      severity: 'error',
      comment:
        'The window asks through the contract. Put the rule in shared, or add a procedure to the contract of the domain.',
      from: { path: '^src/renderer/' },
      to: { path: `^src/(?:main|preload)/|${electron}` },
    },
    {
      name: 'renderer-without-node',
      severity: 'error',
      comment: 'The window is a web page without Node: do it in main behind a procedure.',
      from: { path: '^src/renderer/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'main-never-renderer',
      severity: 'error',
      comment: 'main knows no screen. What both need belongs to shared.',
      from: { path: '^src/(?:main|preload)/' },
      to: { path: '^src/renderer/' },
    },
    {
      name: 'preload-is-thin',
      severity: 'error',
      comment: 'preload exposes one transport and nothing else: only electron and src/shared/platform.',
      from: { path: '^src/preload/' },
      to: { path: '^src/', pathNot: '^src/(?:preload|shared/platform)/' },
    },
    {
      name: 'electron-is-an-adapter',
      severity: 'error',
      comment:
        'Only src/main/index.ts, src/main/platform/shell and src/preload import electron: use an interface of platform/ports.ts.',
      from: {
        path: '^(?:src|scripts|tests)/',
        pathNot: '^src/main/(?:index\\.ts$|platform/shell/)|^src/preload/|^tests/shell/',
      },
      to: { path: electron },
    },
    {
      name: 'shell-is-an-edge',
      severity: 'error',
      comment: 'Only the Electron entry knows the shell: use an interface of platform/ports.ts.',
      from: { path: '^src/', pathNot: '^src/main/(?:index\\.ts$|platform/shell/)' },
      to: { path: '^src/main/platform/shell/' },
    },
    {
      name: 'migrations-are-frozen',
      severity: 'error',
      comment:
        'A migration imports only kysely: copy the constant it needs into it, so that later changes cannot alter the past.',
      from: { path: migration },
      to: { pathNot: '^kysely$|node_modules/kysely/|^src/main/migrations/baseline/' },
    },
    {
      name: 'package-without-loopback',
      severity: 'error',
      comment: 'The packaged entry must not reach the browser host: move the shared part out of loopback.ts.',
      from: { path: '^src/main/index\\.ts$' },
      to: { path: '^src/main/.*loopback', reachable: true },
    },
    {
      name: 'source-never-tests',
      severity: 'error',
      comment: 'Product code does not import tests or scripts: move the shared part into src.',
      from: { path: '^src/' },
      to: { path: '^(?:tests|scripts)/' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'Two files that need each other are one file, or lack a third below both; types too.',
      from: { path: '^src/' },
      to: { circular: true },
    },
    {
      name: 'resolvable',
      severity: 'error',
      comment: 'This import leads nowhere: check the path and its .ts ending, or package.json.',
      from: { path: '^src/' },
      to: { couldNotResolve: true, pathNot: '\\?(?:nodeWorker|modulePath|asset|raw|url|worker)' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.(?:css|svg|png|ttf|woff2)' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
    reporterOptions: { text: { highlightFocused: true } },
  },
};
