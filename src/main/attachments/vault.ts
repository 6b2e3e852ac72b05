/** The vault of one centre, with its folder already known. */
import {
  isStoredAs,
  readVaultFile,
  writeVaultFile,
  type StoredFile,
  type VaultFile,
} from '../platform/storage/file-vault.ts';

export type Vault = {
  /** Writes and flushes; the file counts from the commit that names it. */
  keep(bytes: Uint8Array): Promise<VaultFile>;
  /** Null when it is missing or is not what was kept. */
  read(file: VaultFile): Promise<Buffer | null>;
  holds(file: StoredFile): Promise<boolean>;
};

export function makeVault(folder: () => string): Vault {
  return {
    keep: (bytes) => writeVaultFile(folder(), bytes),
    read: (file) => readVaultFile(folder(), file),
    holds: (file) => isStoredAs(folder(), file),
  };
}
