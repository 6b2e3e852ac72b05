import { hrefOf } from '../platform/routes.ts';
import { DraftList } from './draft-list.tsx';
import { useMyDrafts } from './queries.ts';
import { casesPath } from './words.ts';

export function OwnDrafts() {
  const drafts = useMyDrafts().data ?? [];
  return drafts.length === 0 ? null : <DraftList drafts={drafts} />;
}

/** How many, and where: whose they are is read there. For a screen that may be read from across the desk. */
export function OwnDraftCount() {
  const count = useMyDrafts().data?.length ?? 0;
  if (count === 0) return null;
  return (
    <p>
      <a href={hrefOf(casesPath)}>
        {count === 1 ? 'Tiene 1 borrador sin terminar' : `Tiene ${count} borradores sin terminar`}
      </a>
    </p>
  );
}
