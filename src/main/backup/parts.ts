/** What copying and restoring need of the application. */
import type { Kysely } from 'kysely';
import type { Clock } from '../../shared/platform/clock.ts';
import type { Trx } from '../database.ts';
import type { KdfPolicy } from '../platform/crypto/kdf.ts';
import type { ApplicationPorts } from '../platform/ports.ts';
import type { Keyring } from '../platform/storage/keyring.ts';
import type { Migration } from '../platform/storage/migrate.ts';
import type { Database } from '../platform/storage/open-database.ts';
import type { StoredFile } from '../platform/storage/file-vault.ts';
import type { PlatformTables } from '../platform/storage/platform-tables.ts';
import type { SealedKind } from '../platform/storage/record-seals.ts';
import type { CentreSecrets } from '../platform/storage/secrets.ts';

export type CopyParts = {
  readonly strongroom: {
    readonly folder: string;
    readonly isOpen: boolean;
    readonly isReadOnly: boolean;
    readonly keyring: Keyring;
    readonly dek: Buffer;
    readonly secrets: CentreSecrets;
    readonly database: Database;
    readonly policy: KdfPolicy;
    isEmpty(): boolean;
    claim(): void;
    transaction<Value>(work: (trx: Trx) => Promise<Value>): Promise<Value>;
  };
  readonly ports: Pick<ApplicationPorts, 'drives' | 'dialogs'>;
  readonly kinds: readonly SealedKind[];
  readonly clock: Clock;
  readonly migrations: readonly Migration[];
  /** Files beside the database that a state of the record names: a copy without one of them is no copy. */
  readonly filesOf: (db: Kysely<PlatformTables>) => Promise<readonly StoredFile[]>;
};
