import type { Output } from '../../platform/client.ts';
/** What goes from the window of the desk to the one that visitors see: numbers, services, the name of the centre. */

export type PublicNumbers = Output<'readPublicBoard'>;

export type PublicMessage =
  /** Of a window that opened: is anybody at the desk? */
  | { readonly kind: 'asked' }
  | { readonly kind: 'numbers'; readonly centre: string; readonly numbers: PublicNumbers }
  /** Nobody is signed in any more. */
  | { readonly kind: 'ended' };

export const publicChannel = () => new BroadcastChannel('registro-orden-de-llegada');

/** The desk says again what it knows at this pace, in milliseconds; who has not heard it for three of them shows no number. */
export const saidEvery = 20_000;

export const publicPage = 'public-board.html';
