/** The thread of the copies: what it must know of the other domains is joined here. */
import { listStoredFiles } from './attachments/stored-files.ts';
import { serveJob } from './backup/thread.ts';
import { handedOn } from './platform/storage/rows.ts';
import { sealedKinds } from './sealed-kinds.ts';

await serveJob({ kinds: sealedKinds, filesOf: (db) => listStoredFiles(handedOn(db)) });
