/**
 * The application over the two places of this computer, one at a time: for the other one it is made anew over the other
 * folder, with nothing of the first in memory. Whoever holds it, a window or a test, notices no change of object.
 */
import type { HostEvent } from '../shared/platform/contract.ts';
import type { PlaceKind } from '../shared/platform/places.ts';
import { createApplication, type Application, type ApplicationOptions } from './application.ts';
import type { Reached } from './connections.ts';
import type { PreparedPlace } from './platform/places/prepare-place.ts';

type Options = Omit<ApplicationOptions, 'dataFolder' | 'place'>;
/** One that notices no change: moved, it hears from the application of the other place. */
class Moving implements Reached {
  readonly #connect: (application: Application) => Reached;
  readonly #listeners = new Set<(event: HostEvent) => void>();
  #now: Reached;
  #leave: () => void;

  constructor(connect: (application: Application) => Reached, application: Application) {
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

  readonly invoke: Reached['invoke'] = (call) => this.#now.invoke(call);
  readonly ask: Reached['ask'] = (question) => this.#now.ask(question);
  readonly lock: Reached['lock'] = (why) => this.#now.lock(why);
  readonly line: Reached['line'] = (isUp) => this.#now.line(isUp);

  readonly subscribe: Reached['subscribe'] = (listener) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  readonly end: Reached['end'] = async () => {
    this.#listeners.clear();
    await this.#now.end();
  };
}

type Open = { readonly kind: PlaceKind; readonly application: Application };

/** Over the folder that was named, or over the two places where none was. */
export function createOn(
  folder: string | undefined,
  options: Options,
  prepare: (kind: PlaceKind) => Promise<PreparedPlace>,
): Promise<Application> {
  return folder === undefined
    ? createForPlaces(options, prepare)
    : createApplication({ ...options, dataFolder: folder });
}

/** @param prepare makes a place ready; asked again at each change */
export async function createForPlaces(
  options: Options,
  prepare: (kind: PlaceKind) => Promise<PreparedPlace>,
): Promise<Application> {
  const windows = new Set<Moving>();
  let turn: Promise<void> = Promise.resolve();

  const openPlace = async (kind: PlaceKind): Promise<Open> => {
    const { folder, rules, notices } = await prepare(kind);
    const place = { kind, rules, notices, choose };
    return { kind, application: await createApplication({ ...options, dataFolder: folder, place }) };
  };

  let current = await openPlace('real');

  const change = async (kind: PlaceKind): Promise<void> => {
    if (kind === current.kind) return;
    const left = current;
    // What fails here leaves the first place as it is.
    current = await openPlace(kind);
    for (const window of windows) window.move(current.application);
    try {
      await left.application.close();
    } finally {
      for (const window of windows) window.tell({ kind: 'changed', topic: 'place' });
    }
  };

  /** One after the other: two windows may ask at once. */
  function choose(kind: PlaceKind): Promise<void> {
    const next = turn.then(() => change(kind));
    turn = next.catch(() => undefined);
    return next;
  }

  const open = (connect: (application: Application) => Reached): Reached => {
    const window = new Moving(connect, current.application);
    windows.add(window);
    const { invoke, ask, subscribe, lock, line } = window;
    const end = async () => {
      windows.delete(window);
      await window.end();
    };
    return { invoke, ask, subscribe, lock, line, end };
  };
  return {
    ...open((application) => application),
    connect: (peer) => open((application) => application.connect(peer)),
    recordIncident: (error, operation) => current.application.recordIncident(error, operation),
    close: async () => {
      await turn;
      await current.application.close();
      windows.clear();
    },
  };
}
