/** Which packages the bundles really hold: the build writes it beside them, the list of licences reads it. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';

/** Below the root of the repository: one file a bundle, written by the build. */
const bundledFolder = 'out/bundled';

export type BundlePart = 'main' | 'preload' | 'renderer';
export const bundleParts: readonly BundlePart[] = ['main', 'preload', 'renderer'];

/** Pieces of the bundler itself that it writes into what it makes. */
const ownPieces: readonly (readonly [start: string, name: string])[] = [
  ['\0rolldown/', 'rolldown'],
  ['\0vite/', 'vite'],
];

/**
 * Folder of the package a module belongs to, as `node_modules/…`; null for the program's own.
 *
 * @throws Error for a module that belongs to nobody known: it would ship without its licence
 */
export function packageFolderOf(root: string, id: string): string | null {
  const own = ownPieces.find(([start]) => id.startsWith(start));
  if (own !== undefined) return `node_modules/${own[1]}`;
  const path = id.replace(/^\0/, '').replaceAll('\\', '/');
  const at = path.search(/(?:^|\/)node_modules\//);
  const found = /^\/?(node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/@][^/]*)\//.exec(path.slice(at));
  if (at !== -1 && found?.[1] !== undefined) return found[1];
  const isOwn = path.startsWith(`${root.replaceAll('\\', '/')}/`) && !id.startsWith('\0');
  if (isOwn) return null;
  throw new Error(`a module of no known package: ${JSON.stringify(id.slice(0, 120))}`);
}

/**
 * Writes `out/bundled/<part>.json` when a bundle is written.
 *
 * @param root of the repository, said by the configuration: it is bundled itself, and this file then stands elsewhere
 */
export function listsPackages(root: string, part: BundlePart): Plugin {
  // Names of assets are said from where the bundler stands.
  let from = root;
  return {
    name: 'registro-cem-packages',
    apply: 'build',
    configResolved(config) {
      from = config.root;
    },
    writeBundle(_options, bundle) {
      const ids = new Set<string>();
      for (const one of Object.values(bundle)) {
        if (one.type === 'asset') for (const file of one.originalFileNames) ids.add(resolve(from, file));
        else for (const [id, { renderedLength }] of Object.entries(one.modules)) if (renderedLength > 0) ids.add(id);
      }
      // A sheet of styles leaves no script behind, but ends in the page.
      for (const id of this.getModuleIds()) if (/\.css(?:$|\?)/.test(id)) ids.add(id);
      const folders = new Set([...ids].map((id) => packageFolderOf(root, id)).filter((folder) => folder !== null));
      mkdirSync(join(root, bundledFolder), { recursive: true });
      writeFileSync(join(root, bundledFolder, `${part}.json`), `${JSON.stringify([...folders].sort(), null, 2)}\n`);
    },
  };
}

/** Folders of packages in a bundle. @throws Error when the program was not built */
export function packagesIn(root: string, part: BundlePart): readonly string[] {
  return JSON.parse(readFileSync(join(root, bundledFolder, `${part}.json`), 'utf8')) as string[];
}
