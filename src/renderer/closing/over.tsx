import { closingLineLabels, type ClosingView } from '../../shared/closing/index.ts';
import { inLima } from '../platform/times.ts';
import { Facts, StateBadge } from '../platform/ui/index.ts';

const stateWords = {
  approved: 'Aprobado',
  declined: 'Rechazado',
  withdrawn: 'Retirado',
  pending: 'Por decidir',
} as const;

/** How one ended, with what was not clear then and why it was closed all the same. */
export function Over({ closing }: { readonly closing: ClosingView }) {
  const { reason, words, summary, proposedBy, proposedAt, state, decidedBy, decidedAt, declined, lines } = closing;
  return (
    <Facts
      of={[
        [
          <StateBadge
            key="state"
            tone={state === 'approved' ? 'done' : 'neutral'}
          >{`Cierre: ${stateWords[state]}`}</StateBadge>,
          [reason, words].filter(Boolean).join(': '),
        ],
        ['Propuso', `${proposedBy}, ${inLima(proposedAt)}`],
        decidedBy !== null &&
          decidedAt !== null && [state === 'withdrawn' ? 'Retiró' : 'Decidió', `${decidedBy}, ${inLima(decidedAt)}`],
        declined !== null && ['Por qué se rechazó', declined],
        ['Resumen', summary],
        ...lines.map(
          ({ line, found, why, by }) =>
            [closingLineLabels[line], why === null ? found : `${found}. «${why}», ${by ?? ''}`] as const,
        ),
      ]}
    />
  );
}
