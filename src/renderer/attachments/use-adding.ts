import { useRef, useState } from 'react';
import { fileFactsSchema, type Attachment } from '../../shared/attachments/index.ts';
import { issuesOf, type FieldIssue } from '../../shared/platform/failures.ts';
import { useClient } from '../platform/client-context.tsx';
import { newKey } from '../platform/client.ts';
import { failureOf } from '../platform/failure-words.ts';
import { useRefreshAttachments } from './queries.ts';
import { factsOf, type FactsDraft } from './facts-fields.tsx';
import { sendFile, sendingWords, stopped } from './send-file.ts';

type State = {
  readonly issues: readonly FieldIssue[];
  readonly problem: string | null;
  /** Bytes sent of all; null while nothing is being sent. */
  readonly sent: number | null;
};

const still: State = { issues: [], problem: null, sent: null };

/** One file at a time on its way into the case: what is wrong stays beside what was typed. */
export function useAdding(
  caseId: string,
  onAdded: (attachment: Attachment, wasKnown: boolean) => Promise<void> | void,
) {
  const client = useClient();
  const refresh = useRefreshAttachments();
  const [state, setState] = useState(still);
  const running = useRef<AbortController | null>(null);
  const add = async (file: File, draft: FactsDraft) => {
    if (running.current !== null) return;
    const facts = fileFactsSchema.safeParse(factsOf(draft));
    if (!facts.success) {
      setState({ ...still, issues: issuesOf(facts.error) });
      return;
    }
    const control = new AbortController();
    running.current = control;
    setState({ ...still, sent: 0 });
    try {
      const onProgress = (sent: number) => {
        setState({ ...still, sent });
      };
      const fileId = await sendFile(client, file, { onProgress, signal: control.signal });
      const input = { caseId, fileId, fileName: file.name, facts: facts.data };
      const { attachment, wasKnown } = await client.addAttachment(input, { key: newKey() });
      await refresh();
      setState(still);
      running.current = null;
      await onAdded(attachment, wasKnown);
    } catch (error) {
      setState({ ...still, issues: failureOf(error).issues, problem: sendingWords(error) });
    } finally {
      running.current = null;
    }
  };
  const setProblem = (problem: string | null) => {
    setState({ ...still, problem });
  };
  return { ...state, add, stop: () => running.current?.abort(stopped), setProblem };
}
