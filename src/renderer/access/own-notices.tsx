import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Notice } from '../../shared/access/index.ts';
import { useClient } from '../platform/client-context.tsx';
import { failureOf, wordsOf } from '../platform/failure-words.ts';
import { inLima } from '../platform/times.ts';
import css from './access.module.css';
import { useMyNotices, useRefreshAccess } from './queries.ts';

/** What the reader is told on every screen, until «Entendido». */
export function OwnNotices() {
  const { data } = useMyNotices();
  return data?.map((notice) => <OneNotice key={notice.id} notice={notice} />);
}

function OneNotice({ notice }: { readonly notice: Notice }) {
  const client = useClient();
  const refresh = useRefreshAccess();
  const [problem, setProblem] = useState<string | null>(null);
  const acknowledge = async () => {
    try {
      await client.acknowledgeNotice({ noticeId: notice.id });
      document.querySelector<HTMLElement>('h1')?.focus();
      await refresh();
    } catch (error) {
      setProblem(wordsOf(failureOf(error)));
    }
  };
  return (
    <div className={css.row}>
      <span>
        {notice.words} <span className={css.secondary}>{inLima(notice.raisedAt)}</span>
      </span>
      <Button variant="default" size="compact-sm" onClick={() => void acknowledge()}>
        Entendido
      </Button>
      {problem !== null && <span role="alert">{problem}</span>}
    </div>
  );
}
