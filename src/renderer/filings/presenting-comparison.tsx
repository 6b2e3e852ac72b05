import { comparisonWords, type Comparison } from '../../shared/filings/index.ts';
import { readOnce, useRead } from '../platform/query.ts';
import { look, Told, QueryState, TickField } from '../platform/ui/index.ts';
import css from './presenting.module.css';

type Props = {
  readonly caseId: string;
  readonly filingId: string;
  readonly attachmentId: string;
  readonly accepts: boolean;
  readonly onAccept: (accepts: boolean) => void;
};

const tones = {
  same: 'done',
  changed: 'warning',
  'other-paper': 'error',
  'no-text': 'warning',
  unreadable: 'warning',
} as const satisfies Record<Comparison, string>;

/** The signed version against the issued one: what was taken out and what was put in, each in its place. */
export function SignedComparison({ caseId, filingId, attachmentId, accepts, onAccept }: Props) {
  const found = useRead(
    ['presenting', 'compared', caseId, filingId, attachmentId],
    (client) => client.compareSigned({ caseId, filingId, attachmentId }),
    readOnce,
  );
  return (
    <QueryState query={found}>
      {({ outcome, changes, isCut }) => (
        <div className={look.stack}>
          <Told role="status" tone={tones[outcome]}>
            {comparisonWords[outcome]}
          </Told>
          {changes.length > 0 && (
            <ol className={css.changes} aria-label="Cambios">
              {changes.map((change, at) => (
                <li key={at}>
                  {change.before !== '' && <>… {change.before} </>}
                  {change.removed !== '' && (
                    <>
                      <span className="visually-hidden">se quitó: </span>
                      <del className={css.removed}>{change.removed}</del>{' '}
                    </>
                  )}
                  {change.added !== '' && (
                    <>
                      <span className="visually-hidden">se agregó: </span>
                      <ins className={css.added}>{change.added}</ins>
                    </>
                  )}
                </li>
              ))}
            </ol>
          )}
          {isCut && <p className={look.secondary}>Hay más cambios de los que se muestran.</p>}
          {outcome !== 'same' && (
            <TickField
              words={{ label: 'Lo leí: esta es la versión que se presentó', id: 'accepts-changes' }}
              value={accepts}
              onChange={onAccept}
            />
          )}
        </div>
      )}
    </QueryState>
  );
}
