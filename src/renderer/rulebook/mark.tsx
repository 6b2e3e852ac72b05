import { confirmationLabels } from '../../shared/record/index.ts';
import type { RuleVersion } from '../../shared/rulebook/index.ts';
import { ConfirmMark, StateBadge } from '../platform/ui/index.ts';

type Marked = Pick<RuleVersion, 'confirmation' | 'isWaiting' | 'isSound'>;

/** What a version rests on, in the same words everywhere. */
export function RuleMark({ confirmation, isWaiting, isSound }: Marked) {
  if (!isSound) return <StateBadge tone="warning">No pasa la revisión</StateBadge>;
  if (confirmation !== 'toConfirm') {
    return (
      <StateBadge tone={confirmation === 'official' ? 'done' : 'neutral'}>
        {confirmationLabels[confirmation]}
      </StateBadge>
    );
  }
  return (
    <>
      <ConfirmMark /> {isWaiting && 'en Aprobaciones'}
    </>
  );
}
