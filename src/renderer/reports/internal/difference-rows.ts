/** What makes a month differ from the central register, in words. */
import { fichaWords } from '../../../shared/reports/index.ts';
import { monthTitle } from '../words.ts';
import type { Reconciliation } from './queries.ts';

type Difference = Reconciliation['differences'][number];

type DifferenceRow = {
  readonly key: string;
  readonly words: string;
  readonly below: string;
  /** The ficha whose sheet opens. */
  readonly first: Difference | undefined;
  readonly label: string;
};

const said: Readonly<
  Record<Difference['cause'], { readonly one: string; readonly many: string; readonly why: string }>
> = {
  notTyped: { one: 'no está digitada', many: 'no están digitadas', why: 'Cuenta aquí y allá no.' },
  changed: { one: 'cambió aquí', many: 'cambiaron aquí', why: 'Después de digitarse. Cuenta en los dos.' },
  annulled: { one: 'se anuló aquí', many: 'se anularon aquí', why: 'Después de digitarse. Allá sigue contando.' },
  sealed: { one: 'es reservada', many: 'son reservadas', why: 'Allá cuenta; aquí sale al cierre del año.' },
  draft: { one: 'falta validar', many: 'faltan validar', why: 'Está digitada. Cuenta allá y aquí no.' },
  otherMonth: { one: 'cuenta en otro mes', many: 'cuentan en otro mes', why: '' },
};

/** One row a cause; of what changed one a ficha, since each is compared on its own sheet. */
export function differenceRows(differences: readonly Difference[]): DifferenceRow[] {
  const groups = Map.groupBy(differences, ({ cause, caseId, adds, otherMonth }) =>
    cause === 'changed' ? `${cause} ${caseId ?? ''}` : `${cause} ${adds} ${otherMonth ?? ''}`,
  );
  return [...groups].map(([key, of]) => {
    const first = of[0];
    const cause = first?.cause ?? 'notTyped';
    const words = fichaWords(of);
    if (cause === 'changed' && first?.caseId !== null) {
      const count = first?.changed ?? 0;
      const answers = count === 1 ? 'tiene 1 respuesta distinta' : `tiene ${count} respuestas distintas`;
      return { key, words: `${words} ${answers}`, below: 'Cambió aquí después de digitarla', first, label: 'Comparar' };
    }
    const below = belowOf(cause, first);
    const verb = of.length === 1 ? said[cause].one : said[cause].many;
    return {
      key,
      words: `${words} ${verb}`,
      below,
      first: of.find(({ caseId }) => caseId !== null),
      label: 'Abrir la hoja',
    };
  });
}

function belowOf(cause: Difference['cause'], first: Difference | undefined): string {
  const other = cause === 'otherMonth' ? (first?.otherMonth ?? null) : null;
  if (other === null) return said[cause].why;
  const month = monthTitle(other).toLowerCase();
  return (first?.adds ?? 0) < 0
    ? `Allá cuenta en ${month}, cuando ingresó.`
    : `Aquí cuenta en ${month}, cuando se validó.`;
}
