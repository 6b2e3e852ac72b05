/**
 * The application over the two places of this computer, one at a time: for the other one it is made anew over the other
 * folder, with nothing of the first in memory. Whoever holds it, a window or a test, notices no change of object.
 */
import type { HostEvent } from '../shared/platform/contract.ts';
import type { PlaceKind } from '../shared/platform/places.ts';
import { createApplication, type Application, type ApplicationOptions } from './application.ts';
import type { PreparedPlace } from './platform/places/prepare-place.ts';

type Options = Omit<ApplicationOptions, 'dataFolder' | 'place'>;
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
  const listeners = new Set<(event: HostEvent) => void>();
  const tell = (event: HostEvent) => {
    for (const listener of listeners) listener(event);
  };
  let turn: Promise<void> = Promise.resolve();

  const openPlace = async (kind: PlaceKind): Promise<Open> => {
    const { folder, rules, notices } = await prepare(kind);
    const place = { kind, rules, notices, choose };
    const application = await createApplication({ ...options, dataFolder: folder, place });
    application.subscribe(tell);
    return { kind, application };
  };

  let current = await openPlace('real');

  const change = async (kind: PlaceKind): Promise<void> => {
    if (kind === current.kind) return;
    const left = current;
    // What fails here leaves the first place as it is.
    current = await openPlace(kind);
    try {
      await left.application.close();
    } finally {
      tell({ kind: 'changed', topic: 'place' });
    }
  };

  /** One after the other: two windows may ask at once. */
  function choose(kind: PlaceKind): Promise<void> {
    const next = turn.then(() => change(kind));
    turn = next.catch(() => undefined);
    return next;
  }

  return {
    invoke: (call) => current.application.invoke(call),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    lockAll: (why) => current.application.lockAll(why),
    recordIncident: (error, operation) => current.application.recordIncident(error, operation),
    close: async () => {
      await turn;
      await current.application.close();
      listeners.clear();
    },
  };
}
