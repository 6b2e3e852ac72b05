/** The thread of the copies: what it must know of the other domains is joined here. */
import { listStoredFiles } from './attachments/stored-files.ts';
import { serveJob } from './backup/thread.ts';
import { handedOn } from './platform/storage/rows.ts';
import { sealedKindsAt } from './sealed-kinds.ts';

await serveJob({ kindsAt: sealedKindsAt, filesOf: (db) => listStoredFiles(handedOn(db)) });
