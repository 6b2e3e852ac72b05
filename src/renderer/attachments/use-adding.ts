import { useRef, useState } from 'react';
import { fileFactsSchema, type Attachment } from '../../shared/attachments/index.ts';
import { issuesOf } from '../../shared/platform/failures.ts';
import { useAct } from '../platform/forms/index.ts';
import { useRefreshAttachments } from './queries.ts';
import { factsOf, type FactsDraft } from './facts-fields.tsx';
import { fileIdOf, sendFile, stopped } from './send-file.ts';

/** One file at a time on its way into the case: what is wrong stays beside what was typed. */
export function useAdding(caseId: string, onAdded: (attachment: Attachment, wasKnown: boolean) => void) {
  const act = useAct({ refresh: useRefreshAttachments() });
  const [sent, setSent] = useState(0);
  const control = useRef(new AbortController());
  const add = async (file: File, draft: FactsDraft) => {
    const facts = fileFactsSchema.safeParse(factsOf(draft));
    if (!facts.success) {
      act.say(null, issuesOf(facts.error));
      return;
    }
    await act.run(
      async (client) => {
        setSent(0);
        control.current = new AbortController();
        const fileId = await sendFile(client, file, { onProgress: setSent, signal: control.current.signal });
        return client.addAttachment({ caseId, fileId, fileName: file.name, facts: facts.data });
      },
      { of: fileIdOf(file), done: ({ attachment, wasKnown }) => onAdded(attachment, wasKnown) },
    );
  };
  return {
    act,
    /** Bytes sent of all. */
    sent,
    add,
    stop: () => control.current.abort(stopped),
  };
}
