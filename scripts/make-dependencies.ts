/** Writes docs/dependencies.md: `npx node scripts/make-dependencies.ts`. A test holds the page up to date. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { reasons, type Keeper } from './dependency-reasons.ts';
import { readLock } from './notices/collect.ts';

const root = join(import.meta.dirname, '..');
type Package = Readonly<Record<'dependencies' | 'optionalDependencies' | 'devDependencies', Record<string, string>>>;

const keepers: Readonly<Record<Keeper, string>> = { many: 'many', few: 'a few', one: '**one**' };
const groups = {
  dependencies: 'Stand beside the bundle',
  optionalDependencies: 'Node itself',
  devDependencies: 'Bundled, or for building and testing',
} as const;

function shippedNames(): ReadonlySet<string> {
  const { parts } = JSON.parse(readFileSync(join(root, 'resources/notices/notices.json'), 'utf8')) as {
    parts: { name: string }[];
  };
  return new Set(parts.map(({ name }) => name));
}

/** The whole page as it must stand. @throws Error naming every dependency without a reason, and every reason without one */
export function dependencyPage(): string {
  const own = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Package;
  const [lock, shipped] = [readLock(), shippedNames()];
  const all = Object.keys(groups).flatMap((group) => Object.keys(own[group as keyof Package]));
  const wrong = [
    ...all.filter((name) => !Object.hasOwn(reasons, name)).map((name) => `${name}: no reason`),
    ...Object.keys(reasons).flatMap((name) => (all.includes(name) ? [] : [`${name}: no dependency any more`])),
  ];
  if (wrong.length > 0) throw new Error(`scripts/dependency-reasons.ts: ${wrong.join(', ')}`);
  const parts = Object.entries(groups).map(([group, title]) => {
    const rows = Object.keys(own[group as keyof Package]).map((name) => {
      const locked = lock[`node_modules/${name}`];
      const reason = reasons[name];
      if (locked === undefined || reason === undefined) throw new Error(`${name}: not in package-lock.json`);
      const called = locked.name === undefined ? name : `${name} (${locked.name})`;
      const isShipped = shipped.has(locked.name ?? name) ? 'yes' : '–';
      const { since, keeper, why, exit } = reason;
      return `| ${called} | ${locked.version} | ${since} | ${locked.license ?? '–'} | ${isShipped} | ${keepers[keeper]} | ${why} | ${exit} |`;
    });
    const head =
      '| package | version | since | licence | ships | kept by | why | instead of it |\n|---|---|---|---|---|---|---|---|';
    return `## ${title}\n\n${head}\n${rows.join('\n')}`;
  });
  return `<!-- Written by scripts/make-dependencies.ts: do not edit. -->

# Dependencies

Every package that \`package.json\` names. «Since»: the day on which the registry took in this very version. «Kept by»: whether it goes on when
one person stops; what such a package does for us stands behind one door, so that «instead of it» is a change of one place. Versions are exact, the
lock file holds the hash of each archive, install scripts do not run. What ships, with everything these bring along:
[decision 0050](decisions/0050-what-ships.md), \`resources/notices/sbom.cdx.json\`, «Ajustes», «Acerca de».

A new one needs a row in \`scripts/dependency-reasons.ts\`; an upgrade its new day, a look at what it carries inside its own files
(\`scripts/notices/exceptions.ts\`), and \`npx node scripts/make-notices.ts\`, \`npx node scripts/make-dependencies.ts\`.

${parts.join('\n\n')}
`;
}

if (import.meta.main) writeFileSync(join(root, 'docs/dependencies.md'), dependencyPage());
