import { confirmationLabels, type RuleVersion } from '../../shared/rulebook/index.ts';
import { ConfirmMark, StateBadge } from '../platform/ui/index.ts';

type Marked = Pick<RuleVersion, 'confirmation' | 'isWaiting'>;

/** What a version rests on, in the same words everywhere. */
export function RuleMark({ confirmation, isWaiting }: Marked) {
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
