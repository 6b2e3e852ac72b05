/**
 * The client of this window: its session's token with every call, a lock as soon as the application says so. What stores
 * nothing is called as it stands (`useClient`); what a person presses goes through `useAct`.
 */
import { useMutation } from '@tanstack/react-query';
import { createContext, use, useCallback, useRef, useState, type Context as ReactContext } from 'react';
import type { Contract } from '../../shared/contract.ts';
import { makeClient as makeAnyClient } from '../../shared/platform/client.ts';
import type {
  CallOptions,
  Client,
  ContractSpec,
  InputGivenOf,
  OutputOf,
  Transport,
} from '../../shared/platform/contract.ts';
import { isUncertain, type Failure, type FieldIssue } from '../../shared/platform/failures.ts';
import { tellAfter } from './aftermath.tsx';
import { announce } from './announce.ts';
import { failureOf, wordsOfError } from './failure-words.ts';
import type { LockReason, SessionStore } from './session-store.ts';
import { typingOver } from './typing.ts';
import { focusTitleFrom } from './ui/index.ts';

/** A fresh idempotency key; a form keeps one until its save is answered. */
function newKey(): string {
  return crypto.randomUUID();
}

/** Why a session that is known no more ended, as far as the answer says. */
const lockReasonOf = (reason: string | null): LockReason =>
  reason === 'pin' || reason === 'keeper-gone' ? reason : 'expired';

export function makeClient<Spec extends ContractSpec>(
  contract: Spec,
  transport: Transport,
  sessions: SessionStore,
): Client<Spec> {
  return makeAnyClient(contract, transport, {
    token: () => sessions.token(),
    newKey,
    onAfter: tellAfter,
    onFailure: (failure, token) => {
      // A late answer of a session that ended must not lock the one that follows it; a pause is no end.
      if (failure.code !== 'locked' || failure.reason === 'paused') return;
      if (token !== null && token === sessions.token()) sessions.lock(lockReasonOf(failure.reason));
    },
  });
}

/** What a procedure is asked with, and what it answers. */
export type Input<Name extends keyof Contract> = InputGivenOf<Contract[Name]>;
export type Output<Name extends keyof Contract> = OutputOf<Contract[Name]>;

// Spelled out: the inferred type would list every procedure.
export const ClientProvider: ReactContext<Client<Contract> | null> = createContext<Client<Contract> | null>(null);

/** With everything that stores: for `useAct`, which hands it out a press at a time, and `useUnpressed`. */
function useWholeClient(): Client<Contract> {
  const client = use(ClientProvider);
  if (client === null) throw new Error('ClientProvider is missing');
  return client;
}

type Reads = {
  [Name in keyof Contract as Contract[Name]['changes'] extends false ? Name : never]: Contract[Name];
};
export type ReadClient = Client<Reads>;

/** A typed function per procedure of the contract that stores nothing; what a person presses goes through `useAct`. */
export function useClient(): ReadClient {
  return useWholeClient();
}

/**
 * What is stored without being pressed: drafts as they are typed, what stands on the page when the screen locks, the
 * arrival that a page opens, the reminders of the day. Sent again, it is the same; an inquiry, which only a lock sends so,
 * is one more line, and so is an arrival without a door.
 */
type Unpressed =
  | 'openDraft'
  | 'saveDraft'
  | 'discardDraft'
  | 'keepNoteDraft'
  | 'keepPreventionDraft'
  | 'writeInterviewPart'
  | 'openArrival'
  | 'registerArrival'
  | 'changeArrival'
  | 'recordInquiry'
  | 'remindReferrals'
  | 'remindDeadlines';
export type UnpressedClient = Client<Pick<Contract, Unpressed>>;

export function useUnpressed(): UnpressedClient {
  return useWholeClient();
}

type Sent = {
  readonly of: string;
  readonly procedure: string;
  readonly key: string;
  /** What it was last sent with, as JSON. */
  input: string;
  /** The press that last used it. */
  press: number;
  state: 'new' | 'answered' | 'uncertain';
};

/**
 * The idempotency keys of one button, form or list, from a press until the act is done: pressing again after a lost answer
 * stores nothing twice.
 *
 * A call repeated as it was keeps its key: what an earlier step stored is answered again. A call changed after no answer
 * came keeps it, too: the program says that the first one was stored (`stored-before`) and never makes a second.
 */
export class ActKeys {
  #press = 0;
  #sent: Sent[] = [];

  press(): void {
    this.#press += 1;
  }

  take(of: string, procedure: string, given: unknown): Sent {
    const input = JSON.stringify(given);
    const free = this.#sent.filter((one) => one.of === of && one.procedure === procedure && one.press !== this.#press);
    const before = free.find((one) => one.input === input) ?? free.find(({ state }) => state === 'uncertain');
    if (before !== undefined) return Object.assign(before, { input, press: this.#press });
    const sent: Sent = { of, procedure, key: newKey(), input, press: this.#press, state: 'new' };
    this.#sent.push(sent);
    return sent;
  }

  /** What became of it; null when it was answered. A «no» renews the key, unless an earlier call may be stored under it. */
  settle(sent: Sent, failure: Failure | null): void {
    if (failure === null) sent.state = 'answered';
    else if (isUncertain(failure)) sent.state = 'uncertain';
    else if (sent.state === 'new' || failure.code === 'conflict') this.#sent = this.#sent.filter((one) => one !== sent);
  }

  /** The act is done: the next press is another one. */
  end(of: string): void {
    this.#sent = this.#sent.filter((one) => one.of !== of);
  }
}

type Press = {
  /** Tells the acts of a list from each other. */
  readonly of: string;
  /** Told when something was stored and what follows it failed. */
  readonly onAfter: (failure: Failure) => void;
};

/** The client of one press: each change under the key of its act. */
export function keyedClient(client: Client<Contract>, keys: ActKeys, { of, onAfter }: Press): Client<Contract> {
  keys.press();
  return new Proxy(client, {
    get: (all, procedure: keyof Contract) => async (input: unknown, options: CallOptions) => {
      let sent: Sent | null = null;
      const key = () => (sent ??= keys.take(of, procedure, input)).key;
      const settle = (failure: Failure | null) => {
        if (sent !== null) keys.settle(sent, failure);
      };
      try {
        const value = await (all[procedure] as (input: unknown, options: CallOptions) => Promise<unknown>)(input, {
          ...options,
          key,
          onAfter,
        });
        settle(null);
        return value;
      } catch (error) {
        settle(failureOf(error));
        throw error;
      }
    },
  });
}

/** What comes after the work of a press. */
export type ActEnd<Value> = {
  /** Which of several this is, where one list has a button for each (the id of the line). */
  readonly of?: string;
  /** Said aloud once it is done. */
  readonly words?: string | ((value: Value) => string);
  /** It is done, and what it changed was read again: closing, going elsewhere, where the focus goes. */
  readonly done?: (value: Value, words: string) => unknown;
  /**
   * What was pressed goes away with it: the title takes the focus, or that of the part named here, unless the person has
   * gone elsewhere meanwhile.
   */
  readonly toTitle?: true | (() => HTMLElement | null);
  /** Told of a failure besides the words of it; the act is over when it is. */
  readonly refused?: (failure: Failure) => unknown;
};

export type ActClient = Client<Contract>;

export type Act = {
  readonly busy: boolean;
  /** What went wrong, in words; null while nothing did. `ActProblem` draws it and takes the focus. */
  readonly problem: string | null;
  readonly issues: readonly FieldIssue[];
  /** Counts refusals: the focus goes to the words when it changes. */
  readonly attempt: number;
  /** Does `work` unless one is running, with a client that keeps the keys; answers whether it was done. */
  readonly run: <Value>(work: (client: ActClient) => Promise<Value>, end?: ActEnd<Value>) => Promise<boolean>;
  /** Says what stops the act before anything is sent, or with null that nothing does any more. */
  readonly say: (words: string | null, issues?: readonly FieldIssue[]) => void;
};

type Said = { readonly problem: string | null; readonly issues: readonly FieldIssue[] };

const nothing: Said = { problem: null, issues: [] };
const noRefresh = () => Promise.resolve();

/**
 * Everything a person presses: one at a time, its failure in words at its place, and one key until an answer came, so
 * that pressing again after a lost answer stores once. `refresh` reads again what the act changed.
 */
export function useAct({ refresh = noRefresh }: { readonly refresh?: () => Promise<unknown> } = {}): Act {
  const client = useWholeClient();
  const [keys] = useState(() => new ActKeys());
  const [said, setSaid] = useState(nothing);
  const [attempt, setAttempt] = useState(0);
  const running = useRef(false);
  // Nothing of it is kept once it is over: what was typed may be a password.
  const { mutateAsync, isPending } = useMutation({ mutationFn: (work: () => Promise<void>) => work(), gcTime: 0 });

  const say = useCallback((problem: string | null, issues: readonly FieldIssue[] = []) => {
    setSaid({ problem, issues });
    if (problem !== null) setAttempt((count) => count + 1);
  }, []);

  const run: Act['run'] = async (work, end = {}) => {
    if (running.current) return false;
    running.current = true;
    setSaid(nothing);
    const pressed = document.activeElement;
    const of = end.of ?? '';
    const after: { words: string | null } = { words: null };
    const onAfter = (failure: Failure) => {
      after.words = tellAfter(failure);
    };
    const kept: { value?: Awaited<ReturnType<typeof work>> } = {};
    const press = async () => {
      try {
        kept.value = await work(keyedClient(client, keys, { of, onAfter }));
      } catch (error) {
        const failure = failureOf(error);
        // What was stored before, and is not what stands on the screen, has to be seen.
        if (failure.reason === 'stored-before') await refresh();
        await end.refused?.(failure);
        throw error;
      }
      keys.end(of);
      typingOver();
      await refresh();
    };
    try {
      await mutateAsync(press);
    } catch (error) {
      say(wordsOfError(error), failureOf(error).issues);
      return false;
    } finally {
      running.current = false;
    }
    const value = kept.value as Awaited<ReturnType<typeof work>>;
    const said = typeof end.words === 'function' ? end.words(value) : (end.words ?? '');
    // What the act was to say is not true then: it is stored, and no more.
    const words = after.words ?? said;
    if (words !== '') announce(words);
    end.done?.(value, words);
    if (end.toTitle !== undefined) focusTitleFrom(pressed, end.toTitle === true ? null : end.toTitle());
    return true;
  };

  return { busy: isPending, ...said, attempt, run, say };
}
