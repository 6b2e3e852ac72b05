import type { Notice } from '../../shared/access/index.ts';
import { useAct } from '../platform/forms/index.ts';
import { inLima } from '../platform/times.ts';
import { useMyNotices, useRefreshAccess } from './queries.ts';
import { Problem, PlainButton, look } from '../platform/ui/index.ts';

/** What the reader is told on every screen, until «Entendido». */
export function OwnNotices() {
  const { data } = useMyNotices();
  return data?.map((notice) => <OneNotice key={notice.id} notice={notice} />);
}

function OneNotice({ notice }: { readonly notice: Notice }) {
  const act = useAct({ refresh: useRefreshAccess() });
  const acknowledge = () => act.run((client) => client.acknowledgeNotice({ noticeId: notice.id }), { toTitle: true });
  return (
    <div className={look.row}>
      <span>
        {notice.words} <span className={look.secondary}>{inLima(notice.raisedAt)}</span>
      </span>
      <PlainButton small onClick={() => void acknowledge()}>
        Entendido
      </PlainButton>
      <Problem inline words={act.problem} />
    </div>
  );
}
