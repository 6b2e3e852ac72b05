import { useState } from 'react';
import type { IssuedDocument } from '../../../shared/papers/index.ts';
import { Told } from '../../platform/ui/index.ts';
import { CopiesDialog } from './copies-dialog.tsx';
import { ReleasedNotice } from './released-notice.tsx';
import type { Released } from './use-copies.ts';

/** What is said of the copies that left last: the batch that still asks how it came out, or how it ended. */
type CopyNews = {
  readonly done: string | null;
  readonly batch: { readonly caseId: string; readonly released: Released } | null;
};

const noCopyNews: CopyNews = { done: null, batch: null };

/** What is said of copies, and how it changes: a batch that still asks how it came out asks on. */
export function useCopyNews() {
  const [news, setNews] = useState<CopyNews>(noCopyNews);
  return {
    news,
    say: (done: string | null) => setNews(({ batch }) => ({ done, batch })),
    ask: (caseId: string, released: Released) => setNews({ done: null, batch: { caseId, released } }),
    end: (done: string) => setNews({ done, batch: null }),
  };
}

type NoticesProps = {
  readonly news: CopyNews;
  readonly onEnd: (words: string) => void;
  /** What did not come out was sent again, as a batch of its own. */
  readonly onAgain: (caseId: string, released: Released) => void;
};

export function CopyNotices({ news: { done, batch }, onEnd, onAgain }: NoticesProps) {
  return (
    <>
      <Told tone="done">{done}</Told>
      {batch !== null && (
        <ReleasedNotice
          key={batch.released.batchId}
          {...batch}
          onEnd={onEnd}
          onAgain={(released) => onAgain(batch.caseId, released)}
        />
      )}
    </>
  );
}

/** Copies of papers of one case: the dialog while `documents` is not null, and what became of the last batch. */
export function useCopying(caseId: string, first: readonly IssuedDocument[] | null = null) {
  const [documents, setDocuments] = useState(first);
  const news = useCopyNews();
  const close = () => setDocuments(null);
  const done = (released: Released) => {
    close();
    news.ask(caseId, released);
  };
  return { ...news, start: setDocuments, dialog: { caseId, documents, onDone: done, onCancel: close } };
}

export function CopyingDialog({ documents, ...rest }: ReturnType<typeof useCopying>['dialog']) {
  return documents === null ? null : <CopiesDialog {...rest} documents={documents} />;
}
