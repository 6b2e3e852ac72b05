/**
 * The program at this computer: over one of its two places at a time, keeping the record there or connected to the computer
 * that does. For another of these it is made anew, with nothing of the first in memory. Whoever holds it, a window or a test,
 * notices no change of object.
 */
import type { HostEvent } from '../shared/platform/contract.ts';
import type { PlaceKind } from '../shared/platform/places.ts';
import { createApplication, type Application, type ApplicationOptions } from './application.ts';
import { openCompanion } from './companion-here.ts';
import { isCompanion, pairHere, type LanParts } from './pairing-here.ts';
import type { Connected } from './connections.ts';
import type { JoinAsked } from './companions/index.ts';
import { Keeper } from './keeper.ts';
import { ownVersion } from './own-version.ts';
import type { Peer } from './platform/connection.ts';
import type { PreparedPlace } from './platform/places/prepare-place.ts';

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

  constructor(connect: (application: Application) => Connected, application: Application) {
    this.#connect = connect;
    this.#now = connect(application);
    this.#leave = this.#now.subscribe(this.tell);
  }

  move(application: Application): void {
    this.#leave();
    this.#now = this.#connect(application);
    this.#leave = this.#now.subscribe(this.tell);
  }

  readonly tell = (event: HostEvent): void => {
    for (const listener of this.#listeners) listener(event);
  };

  readonly invoke: Connected['invoke'] = (call) => this.#now.invoke(call);
  readonly ask: Connected['ask'] = (question) => this.#now.ask(question);
  readonly lock: Connected['lock'] = (why) => this.#now.lock(why);

  readonly subscribe: Connected['subscribe'] = (listener) => {
    this.#listeners.add(listener);
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

async function createHere(options: Options, find: (kind: PlaceKind) => Promise<Where>): Promise<Application> {
  const windows = new Set<Moving>();
  let turn: Promise<void> = Promise.resolve();

  const openAt = async ({ kind, place }: Where): Promise<Open> => {
    const join = (asked: JoinAsked) => joinFrom(place.folder, asked);
    const chosen = 'rules' in place ? { place: { ...place, choose } } : {};
    return { kind, application: await openFolder(place.folder, { ...options, ...chosen }, { kind, join }) };
  };

  let current = await openAt(await find('real'));

  const become = async (next: () => Promise<Open>): Promise<void> => {
    const left = current;
    // What fails here leaves the first one as it is.
    current = await next();
    for (const window of windows) window.move(current.application);
    try {
      await left.application.close();
    } finally {
      for (const window of windows) window.tell({ kind: 'changed', topic: 'place' });
    }
  };

  /** One after the other: two windows may ask at once. */
  function inTurn(work: () => Promise<void>): Promise<void> {
    const next = turn.then(work);
    turn = next.catch(() => undefined);
    return next;
  }

  function choose(kind: PlaceKind): Promise<void> {
    return inTurn(async () => {
      if (kind !== current.kind) await become(async () => openAt(await find(kind)));
    });
  }

  /** Becomes a companion: nothing of the empty application here is needed any more. */
  async function joinFrom(folder: string, asked: JoinAsked): Promise<string> {
    const centreName = await pairHere(folder, asked, options.lan as LanParts);
    // After the answer: the call came over the application that closes.
    const { kind } = current;
    setTimeout(() => void inTurn(() => become(async () => openAt(await find(kind === 'practice' ? kind : 'real')))));
    return centreName;
  }

  const open = (connect: (application: Application) => Connected): Connected => {
    const window = new Moving(connect, current.application);
    windows.add(window);
    const { invoke, ask, subscribe, lock } = window;
    const end = async () => {
      windows.delete(window);
      await window.end();
    };
    return { invoke, ask, subscribe, lock, end };
  };
  return {
    ...open((application) => application),
    connect: (peer: Peer) => open((application) => application.connect(peer)),
    recordIncident: (error, operation) => current.application.recordIncident(error, operation),
    close: async () => {
      await turn;
      await current.application.close();
      windows.clear();
    },
  };
}

type As = { readonly kind: Where['kind']; readonly join: (asked: JoinAsked) => Promise<string> };

/** What stands in a folder: a record to keep, or the way to the computer that keeps it. Practice is of one computer alone. */
async function openFolder(
  dataFolder: string,
  options: Options & Pick<ApplicationOptions, 'place'>,
  { kind, join }: As,
) {
  const { lan, ...parts } = options;
  if (lan === undefined || kind === 'practice') return createApplication({ ...parts, dataFolder });
  if (await isCompanion(dataFolder)) return openCompanion(dataFolder, parts, lan);
  const device = parts.device ?? parts.host;
  const { clock } = parts.ports;
  const keeper = new Keeper({ ...lan, folder: dataFolder, device, clock, own: ownVersion });
  const application = await createApplication({ ...parts, dataFolder, keeper, join });
  await keeper.serve(application);
  const close = async () => {
    await keeper.close();
    await application.close();
  };
  return { ...application, close };
}
