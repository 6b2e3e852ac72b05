/** What the domain needs of the part that talks to other computers (`src/main/computers/keeper.ts`). */
import type { RefusalReason } from '../../shared/companions/index.ts';
import type { Instant } from '../../shared/platform/dates.ts';
import type { CentreKey, Statement } from '../platform/lan/statement.ts';

/** A companion as it is known while the record is closed, too. */
export type Pin = { readonly fingerprint: string; readonly name: string; readonly isRevoked: boolean };

export type Refused = {
  readonly why: RefusalReason;
  readonly address: string;
  /** Name of a companion that is known; null for a stranger. */
  readonly name: string | null;
  readonly times: number;
  /** Milliseconds since 1970. */
  readonly lastAt: number;
};

/** What one entry of the audit says of it. No reason and no address: of so many that they were only counted. */
export type Unwritten = {
  readonly why: RefusalReason | null;
  readonly address: string | null;
  readonly name: string | null;
  readonly times: number;
};

/** A companion has the copy of that instant whole. */
export type KeptAt = { readonly fingerprint: string; readonly at: Instant };

export type NewCompanion = { readonly name: string; readonly fingerprint: string };

export type KeeperControl = {
  /** Name of this computer. */
  readonly device: string;
  /** 32 bytes it has for as long as it is one: slots of logins that are not there are made of it. */
  readonly fakeKey: Buffer;
  state(): {
    readonly isOn: boolean;
    readonly address: string | null;
    readonly port: number;
    readonly addresses: readonly { readonly address: string; readonly network: string }[];
    /** Fingerprints of the companions whose line stands. */
    readonly connected: ReadonlySet<string>;
    /** Of those that are let in no more, also where the record, restored from a copy of before, knows nothing of it. */
    readonly revoked: ReadonlySet<string>;
    readonly refused: readonly Refused[];
  };
  /** @throws rule-broken `address-gone`, storage `port-taken` */
  turnOn(at: { readonly address: string; readonly port: number }): Promise<void>;
  turnOff(): Promise<void>;
  /**
   * A code of one use for ten minutes; an older one counts no more.
   *
   * @param paired stores the companion, and answers the name of the centre; what it throws refuses the pairing
   * @returns milliseconds since 1970
   */
  offer(paired: (companion: NewCompanion) => Promise<string>): number;
  /** Null where none stands. */
  offered(): { readonly groups: readonly string[]; readonly until: number } | null;
  withdrawOffer(): void;
  /** Those who were not let in. */
  readonly refusals: {
    /** Those that no entry speaks of yet. */
    readonly unwritten: readonly Unwritten[];
    /** Their entries are in the record for good. */
    written(these: readonly Unwritten[]): void;
    /** Called when there is one. */
    onRefused(listener: () => void): void;
  };
  /** Called when the line of a companion comes or goes. */
  onLine(listener: () => void): void;
  /** Who may connect, as the record says; whoever may no longer is cut off at once. */
  keepPins(pins: readonly Pin[]): Promise<void>;
  /** Of this computer; null while it is not switched on. */
  readonly fingerprint: string | null;
  /** Who keeps the record, as it is known beside it. */
  readonly term: {
    readonly statement: Statement | null;
    keep(term: { readonly centre: CentreKey; readonly statement: Statement }): Promise<void>;
    /** Called once another computer keeps it. */
    onMoved(listener: () => void): void;
  };
  /** Verified copies that companions keep. */
  readonly copies: {
    wanted(): boolean;
    isDue(): boolean;
    made(folder: string, isClosing: boolean): Promise<void>;
    /** Those that no entry speaks of yet. */
    readonly unwritten: readonly KeptAt[];
    /** Their entries are in the record for good. */
    written(kept: readonly KeptAt[]): Promise<void>;
    onKept(listener: () => void): void;
  };
};
