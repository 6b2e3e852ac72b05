/** What a host hands to the application: the folder, the ports, and which part of the centre this computer is. */
import type { CentrePlace } from './centre/index.ts';
import type { JoinAsked, KeeperControl } from './companions/index.ts';
import type { FormerKeeper } from './computers/former-keeper.ts';
import type { KdfPolicy } from './platform/crypto/kdf.ts';
import type { LanLink } from './platform/lan/lan-link.ts';
import type { ApplicationPorts } from './platform/ports.ts';
import type { PlaceRules } from './platform/storage/data-folder.ts';

export type CompanionSelf = {
  /** Fingerprint of the key that this computer shows others, now as a companion and then as the keeper. */
  readonly fingerprint: string;
  readonly link: Pick<LanLink, 'open' | 'state'>;
  /** Where the computer that keeps the record is reached, and by which key it is known. */
  readonly keeper: FormerKeeper;
};

export type ApplicationOptions = {
  readonly dataFolder: string;
  readonly host: 'electron' | 'loopback' | 'direct';
  readonly ports: ApplicationPorts;
  /** Name of this computer in the audit; that of the host unless said. */
  readonly device?: string;
  /** Which of the two places the folder is; left out for a folder that somebody named. */
  readonly place?: CentrePlace & { readonly rules: PlaceRules };
  /** The part that other computers of the centre reach; left out where there is one computer. */
  readonly keeper?: KeeperControl;
  /** Makes this computer, which has no record, a companion of another; answers the name of the centre. */
  readonly join?: (asked: JoinAsked) => Promise<string>;
  /** This computer is a companion, and the folder holds no record; left out everywhere else. */
  readonly companion?: CompanionSelf;
  /** The product hands in exactly one; tests hand in a cheap one. */
  readonly kdfPolicy: KdfPolicy;
  /** Whether founding a centre measures this computer first; the demo and the tests do not wait for it. */
  readonly calibrates?: boolean;
  /** Milliseconds from a sign-in to the check of the whole chain; two seconds unless said. */
  readonly startCheckAfterMs?: number;
  /** Told when that check has ended: tests wait for what it does not find. */
  readonly startChecked?: () => void;
};
