import { useQuery } from '@tanstack/react-query';
import type { draftForms } from '../../../shared/intake/index.ts';
import type { z } from '../../../shared/platform/zod.ts';
import { useUnpressed } from '../../platform/client.ts';

export type PaperFormName =
  | Extract<(typeof draftForms)[number], 'filing' | 'custody' | `filing-${string}` | `referral-${string}`>
  | `filing-own-${string}`;

/** What was typed; null where nothing was, or where an older program wrote it otherwise. */
function recovered<Values>(schema: z.ZodType<Values>, body: string | null): Values | null {
  if (body === null) return null;
  try {
    const parsed = schema.safeParse(JSON.parse(body));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** Opens the own draft of a paper together with what the form starts from. Read once: later readings would be other drafts. */
export function usePaperStart<Start, Values>(options: {
  readonly form: PaperFormName;
  readonly caseId: string;
  /** Shape of what is typed, complete or not. */
  readonly shape: z.ZodType<Values>;
  readonly start: () => Promise<Start>;
}) {
  const client = useUnpressed();
  const { form, caseId, shape, start } = options;
  return useQuery({
    queryKey: ['papers', 'start', form, caseId],
    queryFn: async () => {
      const [begun, draft] = await Promise.all([start(), client.openDraft({ form, caseId })]);
      return { start: begun, draftId: draft.draftId, typed: recovered(shape, draft.body), savedAt: draft.savedAt };
    },
    staleTime: Infinity,
    gcTime: 0,
  });
}

export function useSaveDraft(draftId: string): (values: unknown) => Promise<void> {
  const client = useUnpressed();
  return async (values) => {
    await client.saveDraft({ draftId, body: JSON.stringify(values) });
  };
}
