/**
 * One window at one computer of the centre. What another program keeps once a process stands here once a connection: the
 * name in the audit, dialogs, printer, clipboard, whether a browser was accepted, and who hears of a lock.
 */
import { randomUUID } from 'node:crypto';
import type { HostEvent } from '../../shared/platform/contract.ts';
import type { ApplicationPorts, CopyPorts } from './ports.ts';

/** What a computer has of its own, wherever the record is kept. */
export type PlacePorts = Pick<ApplicationPorts, 'printer' | 'saver' | 'dialogs' | 'clipboard'>;

/** Who connects. */
export type Peer = {
  /** Name of the computer, as the audit tells it. */
  readonly device: string;
  readonly ports: PlacePorts;
  /** Fingerprint of a companion; left out at the computer that keeps the record. */
  readonly companion?: string;
  /** A browser opens a real centre only once somebody there said so (`acceptBrowser`). */
  readonly isBrowser?: boolean;
};

type Listener = (event: HostEvent) => void;

export class Connection {
  readonly id = randomUUID();
  readonly device: string;
  /** Fingerprint of the companion; null at the computer that keeps the record. */
  readonly companion: string | null;
  readonly ports: PlacePorts;
  /** Ways a paper leaves at this computer, with the judgement of places where it may go. */
  readonly copies: CopyPorts;
  isAccepted: boolean;
  /** At a companion: since when its line is down, in the steady time of the sessions; null while it stands. */
  lineDownSince: number | null = null;
  readonly #listeners = new Set<Listener>();

  constructor(peer: Peer, copies: CopyPorts) {
    this.device = peer.device;
    this.companion = peer.companion ?? null;
    this.ports = peer.ports;
    this.copies = copies;
    this.isAccepted = peer.isBrowser !== true;
  }

  /** At another computer than the one that keeps the record. */
  get isRemote(): boolean {
    return this.companion !== null;
  }

  tell(event: HostEvent): void {
    for (const listener of [...this.#listeners]) listener(event);
  }

  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Nobody hears from it any more. */
  end(): void {
    this.#listeners.clear();
  }
}
