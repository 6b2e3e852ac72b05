/** What copying and restoring need of the application. */
import type { Clock } from '../../shared/platform/clock.ts';
import type { Trx } from '../database.ts';
import type { KdfPolicy } from '../platform/crypto/kdf.ts';
import type { ApplicationPorts } from '../platform/ports.ts';
import type { Keyring } from '../platform/storage/keyring.ts';
import type { Migration } from '../platform/storage/migrate.ts';
import type { Database } from '../platform/storage/open-database.ts';
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
};
