/**
 * For whoever publishes the program: the signing key, and a signed update file made of an installer.
 *
 *   npx node scripts/sign-update.ts --new-key ARCHIVO
 *   npx node scripts/sign-update.ts --key ARCHIVO --installer I.exe --manifest M.json --out U
 *
 * M.json: `{ "version", "minimumVersion", "date", "notes" }`. The private key is read from a file that only its owner may read,
 * never from an argument or the environment; it belongs on a stick in a safe, not on a computer with internet.
 */
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { createReadStream, createWriteStream, readFileSync, statSync, writeFileSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { updateHead } from '../src/main/program/update-file.ts';
import { updateManifestSchema } from '../src/shared/program/index.ts';

const text = { type: 'string' } as const;
const options = { 'new-key': text, key: text, installer: text, manifest: text, out: text } as const;

/** The 32 bytes that `src/main/program/publisher-keys.ts` pins, base64. */
const rawOf = (pem: string) =>
  createPublicKey(createPrivateKey(pem)).export({ format: 'der', type: 'spki' }).subarray(-32).toString('base64');

function newKey(path: string): void {
  const { privateKey } = generateKeyPairSync('ed25519');
  const pem = privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
  writeFileSync(path, pem, { mode: 0o600, flag: 'wx' });
  console.log(`public key, for src/main/program/publisher-keys.ts: ${rawOf(pem)}`);
}

function readKey(path: string): string {
  if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0)
    throw new Error('only its owner may read the file of the key (chmod 600)');
  return readFileSync(path, 'utf8');
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path)) hash.update(piece as Buffer);
  return hash.digest('hex');
}

type Files = { readonly key: string; readonly installer: string; readonly manifest: string; readonly out: string };

async function signUpdate({ key, installer, manifest, out }: Files): Promise<void> {
  const told = JSON.parse(readFileSync(manifest, 'utf8')) as object;
  const file = { size: statSync(installer).size, sha256: await hashOf(installer) };
  const whole = updateManifestSchema.parse({ ...told, installer: file });
  writeFileSync(out, updateHead(whole, createPrivateKey(readKey(key))), { flag: 'wx' });
  await pipeline(createReadStream(installer), createWriteStream(out, { flags: 'a' }));
  console.log(`signed: ${whole.version}, ${file.size} bytes, SHA-256 ${file.sha256}`);
}

const { values } = parseArgs({ options });
const { 'new-key': made, key, installer, manifest, out } = values;
if (made !== undefined) newKey(made);
else if (key !== undefined && installer !== undefined && manifest !== undefined && out !== undefined)
  await signUpdate({ key, installer, manifest, out });
else {
  console.error('--new-key FILE | --key FILE --installer FILE --manifest FILE --out FILE');
  process.exitCode = 2;
}
