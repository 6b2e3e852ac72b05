/** Serves the built page under `app://registro/`: a list made once, so no request ever becomes a path. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { mediaTypeOf, pageHeaders } from '../page-headers.ts';
import { isOwnAddress } from './origin.ts';

/** Address path → file for every file below `root`; links are left out. */
async function readBundle(root: string, prefix = '/'): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  for (const entry of await readdir(root, { withFileTypes: true })) {
    const file = join(root, entry.name);
    if (entry.isDirectory()) {
      for (const [path, inner] of await readBundle(file, `${prefix}${entry.name}/`)) files.set(path, inner);
    } else if (entry.isFile()) files.set(`${prefix}${entry.name}`, file);
  }
  return files;
}

const headersFor = (file: string) => ({ 'content-type': mediaTypeOf(file), ...pageHeaders('app') });

/** Makes the protocol handler; anything that is not literally a file of the bundle is 404. */
export async function serveBundle(root: string): Promise<(request: Request) => Promise<Response>> {
  const bundle = await readBundle(root);
  return async (request) => {
    const path = isOwnAddress(request.url) && request.method === 'GET' ? new URL(request.url).pathname : '';
    const file = bundle.get(path === '/' ? '/index.html' : path);
    if (file === undefined) return new Response(null, { status: 404, headers: headersFor('') });
    return new Response(new Uint8Array(await readFile(file)), { headers: headersFor(file) });
  };
}
