import { useCallback, useState } from 'react';
import type { ConsentGiven } from '../../../shared/care/index.ts';
import type { IssuedDocument } from '../../../shared/papers/index.ts';
import type { Failure } from '../../../shared/platform/failures.ts';
import type { ReferralKind, ReferralOptions } from '../../../shared/referrals/index.ts';
import type { ConsentDraft } from '../../care/index.ts';
import { useRefreshConsents } from '../../care/index.ts';
import { useRefreshDocuments, type Beside } from '../../papers/index.ts';
import type { Input } from '../../platform/client.ts';
import { type ActClient, useAct } from '../../platform/forms/index.ts';
import type { SummaryItem } from '../../platform/ui/index.ts';
import { useRefreshReferrals } from '../queries.ts';
import type { LetterHandle } from './letter-form.tsx';

type BatchId = Input<'issueReferrals'>['batchId'];

function useByKind<Told>() {
  const [all, setAll] = useState<ReadonlyMap<ReferralKind, Told>>(new Map());
  const tell = useCallback(
    (kind: ReferralKind, told: Told | null) =>
      setAll((before) => {
        const after = new Map(before);
        if (told === null) after.delete(kind);
        else after.set(kind, told);
        return after;
      }),
    [],
  );
  return [all, tell] as const;
}

/** To an institution of the same building: its name, and the act in place of issuing. */
export type Handing = {
  readonly establishment: string;
  /** Her consent names it. */
  readonly isConsented: boolean;
  readonly send: (
    client: ActClient,
    asked: { readonly options: ReferralOptions; readonly consent: ConsentGiven | null; readonly isTold: boolean },
  ) => Promise<{ readonly documents: readonly IssuedDocument[] }>;
};

export function useLetters() {
  const [letters, register] = useByKind<LetterHandle>();
  const [papers, show] = useByKind<Beside>();
  return { letters, register, papers, show };
}

const noItems = { of: '', items: [] } as const;

const ofLetter = /^letters\.(\d+)\.(.+)$/;

/** One act on the page: letters and consent are checked together, sent together, and refused at their fields. */
export function useLettersAct(options: {
  readonly caseId: string;
  readonly kinds: readonly ReferralKind[];
  readonly letters: ReadonlyMap<ReferralKind, LetterHandle>;
  readonly consent: ConsentDraft;
  /** A recorded consent holds for every letter, and no other is given. */
  readonly isCovered: boolean;
  readonly handing?: Handing | undefined;
}) {
  const { caseId, kinds, letters, consent, isCovered, handing } = options;
  const refreshes = [useRefreshDocuments(), useRefreshReferrals(), useRefreshConsents()];
  const [shown, setShown] = useState<{ readonly of: string; readonly items: readonly SummaryItem[] }>(noItems);
  const [attempt, setAttempt] = useState(0);
  const act = useAct({
    refresh: async () => {
      for (const refresh of refreshes) await refresh();
    },
  });
  // The same until they are issued: what is sent again after no answer is the same batch.
  const [batchId, setBatchId] = useState(() => crypto.randomUUID() as BatchId);
  const [issued, setIssued] = useState<readonly IssuedDocument[] | null>(null);
  // Of other letters nothing is said: they are not on the page any more.
  const about = kinds.join(' ');
  const setItems = (items: readonly SummaryItem[]) => setShown({ of: about, items });
  const items = shown.of === about ? shown.items : [];

  const [told, setTold] = useState<readonly string[] | null>(null);
  const refuse = (failure: Failure) => {
    if (failure.reason === 'paper-tells-less') {
      setTold(failure.issues.map(({ message }) => message));
      return;
    }
    const found = failure.issues.flatMap((issue): readonly SummaryItem[] => {
      if (issue.path.startsWith('consent.')) return [];
      const part = ofLetter.exec(issue.path);
      const kind = kinds[Number(part?.[1] ?? 0)];
      const handle = kind === undefined ? undefined : letters.get(kind);
      return handle?.refuse([{ path: part?.[2] ?? issue.path, message: issue.message }]) ?? [];
    });
    if (failure.issues.some(({ path }) => path.startsWith('consent.'))) consent.refuse(failure);
    setItems(found);
    setAttempt((count) => count + 1);
  };

  const collect = (): {
    letters: { kind: ReferralKind; options: ReferralOptions }[];
    given: ConsentGiven | null;
  } | null => {
    if (kinds.some((kind) => !letters.has(kind))) {
      act.say('Un momento: todavía se abre una de las cartas.');
      return null;
    }
    const found = kinds.map((kind) => ({ kind, ...(letters.get(kind)?.collect() ?? { options: null, items: [] }) }));
    const receivers = found.map((one) => one.options?.receiver?.establishment ?? '');
    const given = isCovered ? null : consent.check({ purposes: kinds, receivers: [...new Set(receivers)] });
    setItems(found.flatMap((one) => one.items));
    act.say(null);
    const complete = found.flatMap((one) => (one.options === null ? [] : [{ kind: one.kind, options: one.options }]));
    if (complete.length === kinds.length && (isCovered || given !== null)) return { letters: complete, given };
    setAttempt((count) => count + 1);
    return null;
  };

  const issue = (isTold: boolean) => {
    setTold(null);
    if (act.busy || kinds.length === 0) return;
    const ready = collect();
    if (ready === null) return;
    const input = { caseId, batchId, consent: ready.given, letters: ready.letters, isTold };
    const send = async (client: ActClient) => {
      const [first] = input.letters;
      const made =
        handing === undefined || first === undefined
          ? await client.issueReferrals(input)
          : await handing.send(client, { ...first, consent: ready.given, isTold });
      for (const letter of letters.values()) letter.forget();
      return made;
    };
    void act.run(send, {
      words: ({ documents }) =>
        handing !== undefined
          ? `Entregado a ${handing.establishment}.`
          : documents.length === 1
            ? 'Derivación emitida.'
            : `Derivaciones emitidas: ${documents.length}.`,
      done: ({ documents }) => {
        setBatchId(crypto.randomUUID());
        setIssued(documents);
      },
      refused: refuse,
    });
  };
  return {
    items: [...items, ...consent.items.map((item) => ({ ...item, message: `Consentimiento: ${item.message}` }))],
    attempt,
    problem: act.problem,
    busy: act.busy,
    batchId,
    issued,
    told,
    takeBack: () => {
      act.say(null);
      setTold(null);
    },
    issue,
  };
}
