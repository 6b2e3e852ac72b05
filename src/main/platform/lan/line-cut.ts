/** Why a call over the network brought no value. */
import type { Refusal } from './wire.ts';

/** No answer came. What was asked for may have been done all the same, unless it was never sent. */
export class LineCut extends Error {
  /** False: the keeper cannot have seen it. */
  readonly wasSent: boolean;

  constructor(wasSent: boolean) {
    super('the line is cut');
    this.name = 'LineCut';
    this.wasSent = wasSent;
  }
}

/** The keeper answered, and it was no value: nothing was done, except with `fault`, which does not say. */
export class CallRefused extends Error {
  readonly why: Refusal | 'not-found' | 'fault';

  constructor(why: Refusal | 'not-found' | 'fault') {
    super(why);
    this.name = 'CallRefused';
    this.why = why;
  }
}
