/**
 * Walks the chain in a thread of its own, over a connection of its own that cannot write: nobody waits for it. One read
 * transaction, so that entries written meanwhile are not half seen.
 */
import { parentPort } from 'node:worker_threads';
import { proveChain } from '../platform/storage/audit-chain.ts';
import { queriesOf } from '../platform/storage/migrate.ts';
import { openDatabase } from '../platform/storage/open-database.ts';
import type { PlatformTables } from '../platform/storage/platform-tables.ts';
import type { ChainAnswer, ChainQuestion } from './prove.ts';

/** The place was judged when the program opened the file. */
const drives = { isNetwork: () => false, syncFolders: () => [] };

async function answer({ file, key, expected, startKeys, after }: ChainQuestion): Promise<ChainAnswer> {
  const dek = Buffer.from(key);
  const db = openDatabase({ file, key: dek, mode: 'verify', expected: { ...expected, mark: null }, drives });
  dek.fill(0);
  try {
    db.exec('begin');
    const keys = startKeys.map((one) => ({ segment: one.segment, key: Buffer.from(one.key) }));
    const start = after === null ? undefined : { ...after, hash: Buffer.from(after.hash) };
    const proof = await proveChain(queriesOf<PlatformTables>(db), keys, start);
    for (const one of keys) one.key.fill(0);
    return { kind: 'proof', proof: { ...proof, head: { ...proof.head, hash: new Uint8Array(proof.head.hash) } } };
  } finally {
    db.close();
  }
}

parentPort?.once('message', (question: ChainQuestion) => {
  answer(question)
    .catch((): ChainAnswer => ({ kind: 'unreadable' }))
    .then((found) => parentPort?.postMessage(found))
    .catch(() => undefined);
});
