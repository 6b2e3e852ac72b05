/**
 * The program at this computer: over one of its two places at a time, keeping the record there or connected to the computer
 * that does. For another of these it is made anew, with nothing of the first in memory. Whoever holds it, a window or a test,
 * notices no change of object.
 */
import { instantIn } from '../../shared/platform/clock.ts';
import type { HostEvent } from '../../shared/platform/contract.ts';
import type { PlaceKind } from '../../shared/platform/places.ts';
import type { ApplicationOptions } from '../application-options.ts';
import { createApplication, type Application } from '../application.ts';
import { openCompanion } from './companion-here.ts';
import { isCompanion, pairHere, readOwnIdentity, type LanParts } from './pairing-here.ts';
import type { Connected } from '../connections.ts';
import type { JoinAsked } from '../companions/index.ts';
import { formerOf, tellFormerKeeper, type Asking } from './former-keeper.ts';
import { Keeper } from './keeper.ts';
import { movedOf } from './keeper-term.ts';
import { joinMoved, settleJoin } from './moved-joins.ts';
import { ownVersion } from './own-version.ts';
import type { Peer } from '../platform/connection.ts';
import type { PreparedPlace } from '../platform/places/prepare-place.ts';

type Options = Omit<ApplicationOptions, 'dataFolder' | 'place' | 'keeper' | 'join'> & {
  /** How this program meets other computers of the centre; left out where it never does. */
  readonly lan?: LanParts;
};

/** One that notices no change: moved, it hears from the application of the other place. */
class Moving implements Connected {
  readonly #connect: (application: Application) => Connected;
  readonly #listeners = new Set<(event: HostEvent) => void>();
  #now: Connected;
  #leave: () => void;
  /** What the program there said last of its line; null for one that has none. */
  #line: HostEvent | null = null;

  constructor(connect: (application: Application) => Connected, application: Application) {
    this.#connect = connect;
    this.#now = connect(application);
    this.#leave = this.#now.subscribe(this.tell);
  }

  move(application: Application): void {
    this.#leave();
    this.#line = null;
    this.#now = this.#connect(application);
    this.#leave = this.#now.subscribe(this.tell);
  }

  readonly tell = (event: HostEvent): void => {
    if (event.kind === 'line') this.#line = event;
    for (const listener of this.#listeners) listener(event);
  };

  readonly invoke: Connected['invoke'] = (call) => this.#now.invoke(call);
  readonly ask: Connected['ask'] = (question) => this.#now.ask(question);
  readonly lock: Connected['lock'] = (why) => this.#now.lock(why);

  readonly subscribe: Connected['subscribe'] = (listener) => {
    this.#listeners.add(listener);
    if (this.#line !== null) listener(this.#line);
    return () => void this.#listeners.delete(listener);
  };

  readonly end: Connected['end'] = async () => {
    this.#listeners.clear();
    await this.#now.end();
  };
}

/** A place, and which of the two it is; `folder` for one that somebody named. */
type Where = { readonly kind: PlaceKind | 'named'; readonly place: PreparedPlace | { readonly folder: string } };
type Open = { readonly kind: Where['kind']; readonly application: Application };

/** Over the folder that was named, or over the two places where none was. */
export function createOn(
  folder: string | undefined,
  options: Options,
  prepare: (kind: PlaceKind) => Promise<PreparedPlace>,
): Promise<Application> {
  if (folder === undefined) return createForPlaces(options, prepare);
  return createHere(options, () => Promise.resolve({ kind: 'named', place: { folder } }));
}

/** @param prepare makes a place ready; asked again at each change */
export function createForPlaces(
  options: Options,
  prepare: (kind: PlaceKind) => Promise<PreparedPlace>,
): Promise<Application> {
  return createHere(options, async (kind) => ({ kind, place: await prepare(kind) }));
}

async function createHere(options: Options, find: Find): Promise<Application> {
  const here = new ThisComputer(options, find);
  await here.start();
  return here.application();
}

type Find = (kind: PlaceKind) => Promise<Where>;

class ThisComputer {
  readonly #options: Options;
  readonly #find: Find;
  readonly #windows = new Set<Moving>();
  #current: Open | null = null;
  #turn: Promise<void> = Promise.resolve();

  constructor(options: Options, find: Find) {
    this.#options = options;
    this.#find = find;
  }

  async start(): Promise<void> {
    this.#current = await this.#openAt('real');
  }

  get #now(): Open {
    if (this.#current === null) throw new Error('nothing is open yet');
    return this.#current;
  }

  async #openAt(wanted: PlaceKind): Promise<Open> {
    const { kind, place } = await this.#find(wanted);
    const choose = (other: PlaceKind) => this.#choose(other);
    const chosen = 'rules' in place ? { place: { ...place, choose } } : {};
    const join = (asked: JoinAsked) => this.#join(place.folder, asked);
    const left = () => this.#becomeSoon();
    return { kind, application: await openFolder(place.folder, { ...this.#options, ...chosen }, { kind, join, left }) };
  }

  async #become(wanted: PlaceKind): Promise<void> {
    const left = this.#now;
    // What fails here leaves the first one as it is.
    this.#current = await this.#openAt(wanted);
    for (const window of this.#windows) window.move(this.#current.application);
    try {
      await left.application.close();
    } finally {
      for (const window of this.#windows) window.tell({ kind: 'changed', topic: 'place' });
    }
  }

  /** One after the other: two windows may ask at once. */
  #inTurn(work: () => Promise<void>): Promise<void> {
    const next = this.#turn.then(work);
    this.#turn = next.catch(() => undefined);
    return next;
  }

  #choose(kind: PlaceKind): Promise<void> {
    return this.#inTurn(async () => {
      if (kind !== this.#now.kind) await this.#become(kind);
    });
  }

  /** Becomes a companion: nothing of the application here, empty or over a record that has moved, is needed any more. */
  async #join(folder: string, asked: JoinAsked): Promise<string> {
    const lan = this.#options.lan as LanParts;
    const { clock } = this.#options.ports;
    const hasMoved = movedOf(folder) !== null;
    const centreName = hasMoved
      ? await joinMoved(folder, asked, { protector: lan.protector, clock })
      : await pairHere(folder, asked, lan);
    this.#becomeSoon();
    return centreName;
  }

  /** After the answer: the call came over the application that closes. */
  #becomeSoon(): void {
    const become = () => this.#inTurn(() => this.#become('real'));
    setTimeout(() => {
      become().catch((error: unknown) => void this.#now.application.recordIncident(error, 'place'));
    });
  }

  #open(connect: (application: Application) => Connected): Connected {
    const window = new Moving(connect, this.#now.application);
    this.#windows.add(window);
    const { invoke, ask, subscribe, lock } = window;
    const end = async () => {
      this.#windows.delete(window);
      await window.end();
    };
    return { invoke, ask, subscribe, lock, end };
  }

  application(): Application {
    return {
      ...this.#open((application) => application),
      connect: (peer: Peer) => this.#open((application) => application.connect(peer)),
      recordIncident: (error, operation) => this.#now.application.recordIncident(error, operation),
      close: async () => {
        await this.#turn;
        await this.#now.application.close();
        this.#windows.clear();
      },
    };
  }
}

type As = {
  readonly kind: Where['kind'];
  readonly join: (asked: JoinAsked) => Promise<string>;
  /** It is connected to nobody any more. */
  readonly left: () => void;
};

/** What stands in a folder: a record to keep, or the way to the computer that keeps it. Practice is of one computer alone. */
async function openFolder(
  dataFolder: string,
  options: Options & Pick<ApplicationOptions, 'place'>,
  { kind, join, left }: As,
) {
  const { lan, ...parts } = options;
  if (lan === undefined || kind === 'practice') return createApplication({ ...parts, dataFolder });
  const { clock } = parts.ports;
  settleJoin(dataFolder, instantIn(clock));
  if (await isCompanion(dataFolder)) return openCompanion(dataFolder, parts, lan, left);
  const device = parts.device ?? parts.host;
  const keeper = new Keeper({ ...lan, folder: dataFolder, device, clock, own: ownVersion });
  const joinQuietly = async (asked: JoinAsked) => {
    // Off it is already, or about to be: from here on it writes nothing into a folder that leaves.
    if (movedOf(dataFolder) !== null) await keeper.turnOff();
    return join(asked);
  };
  const application = await createApplication({ ...parts, dataFolder, keeper, join: joinQuietly });
  await keeper.serve(application);
  const endTelling = await tellFormer(dataFolder, lan, { clock, term: keeper.term });
  const close = async () => {
    endTelling?.();
    await keeper.close();
    await application.close();
  };
  return { ...application, close };
}

/** The one that kept the record before hears it from here, whenever it is switched on, and is heard where it keeps it again. */
async function tellFormer(
  dataFolder: string,
  { protector, pace, askAgainMs }: LanParts,
  own: Pick<Asking, 'clock' | 'term'>,
) {
  const identity = formerOf(dataFolder) === null ? null : await readOwnIdentity(dataFolder, protector);
  if (identity === null) return null;
  const paces = { ...(pace === undefined ? {} : { pace }), ...(askAgainMs === undefined ? {} : { askAgainMs }) };
  return tellFormerKeeper(dataFolder, { ...own, ...paces, identity, hello: ownVersion() });
}
