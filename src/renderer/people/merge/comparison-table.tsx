import { useState } from 'react';
import {
  mergeFieldLabels,
  mergeFields,
  mergeRecords,
  type MergeChoices,
  type MergeComparison,
  type MergeField,
  type MergeSide,
  type MergeSideView,
} from '../../../shared/people/index.ts';
import { Icon } from '../../platform/ui/index.ts';
import css from './merge.module.css';
import {
  aliasWords,
  caseWords,
  countWords,
  holdingWords,
  none,
  sideTitle,
  sideWords,
  yearsApart,
} from './side-words.ts';

type Props = {
  readonly comparison: MergeComparison;
  readonly choices: MergeChoices;
  /** Null where nothing can be chosen any more. */
  readonly onChoose: ((field: MergeField, side: MergeSide) => void) | null;
};

const bothSides = ['kept', 'absorbed'] as const;
/** Of these the entries of both records stay. */
const lists: readonly MergeField[] = ['documents', 'contacts'];
const standing = { kept: 'se conserva', absorbed: 'se une al otro' } as const;

/** Both records, field by field: what differs, with the choice; what is the same; what would move, and what would stand. */
export function ComparisonTable({ comparison, choices, onChoose }: Props) {
  const { kept, absorbed, differs } = comparison;
  const joined: MergeSideView = {
    ...kept,
    record: mergeRecords(kept.record, absorbed.record, choices),
    address: choices.address === 'kept' ? kept.address : absorbed.address,
    hidden: mergeFields.filter((field) =>
      bothSides.some(
        (side) => (side === choices[field] || lists.includes(field)) && comparison[side].hidden.includes(field),
      ),
    ),
  };
  return (
    <div className={css.table}>
      <table className={css.compare}>
        <caption className="visually-hidden">Los dos registros, dato por dato</caption>
        <thead>
          <tr>
            <th scope="col">Dato</th>
            {bothSides.map((side) => (
              <th scope="col" key={side}>
                <strong>{sideTitle(comparison[side]).title}</strong>
                <br />
                {`${sideTitle(comparison[side]).since}, ${standing[side]}`}
              </th>
            ))}
            <th scope="col">Si se unen, quedaría</th>
          </tr>
        </thead>
        <tbody>
          <tr className={css.group}>
            <th scope="rowgroup" colSpan={4}>
              {`Distintos · ${differs.length}`}{' '}
              {onChoose !== null && differs.length > 0 && <span>← → eligen cuál se conserva</span>}
            </th>
          </tr>
          {differs.map((field) => (
            <tr key={field}>
              <th scope="row">{mergeFieldLabels[field]}</th>
              {bothSides.map((side) => (
                <td key={side}>
                  <Value
                    {...{ field, side, onChoose }}
                    words={sideWords(comparison[side], field)}
                    isChosen={choices[field] === side}
                  />
                </td>
              ))}
              <td>
                <Result field={field} comparison={comparison} joined={joined} />
              </td>
            </tr>
          ))}
        </tbody>
        <Equal comparison={comparison} joined={joined} />
        <Moving comparison={comparison} joined={joined} />
      </table>
    </div>
  );
}

type ValueProps = Pick<Props, 'onChoose'> & {
  readonly field: MergeField;
  readonly side: MergeSide;
  readonly words: string;
  readonly isChosen: boolean;
};

function Value({ field, side, words, isChosen, onChoose }: ValueProps) {
  const shown = words === none ? <span className={css.secondary}>{words}</span> : words;
  if (onChoose === null) {
    return (
      <span className={css.option} data-chosen={isChosen}>
        {isChosen && (
          <>
            <Icon name="check" size={16} />
            <span className="visually-hidden">Se conserva: </span>
          </>
        )}
        {shown}
      </span>
    );
  }
  return (
    <label className={css.option}>
      <input
        type="radio"
        name={`merge-${field}`}
        aria-label={`${mergeFieldLabels[field]}: ${words}`}
        checked={isChosen}
        onChange={() => onChoose(field, side)}
      />
      {shown}
    </label>
  );
}

type JoinedProps = { readonly comparison: MergeComparison; readonly joined: MergeSideView };

/** What becomes of the value that was not chosen, where both records have one. */
const otherWords = {
  names: 'y el otro, como alias',
  documents: null,
  contacts: null,
  preferredName: 'el otro, solo si se deshace',
  birth: 'el otro, solo si se deshace',
  email: 'el otro, solo si se deshace',
  address: 'el otro, solo si se deshace',
} as const satisfies Record<MergeField, string | null>;

function Result({ field, comparison: { kept, absorbed }, joined }: JoinedProps & { readonly field: MergeField }) {
  const both = sideWords(kept, field) !== none && sideWords(absorbed, field) !== none;
  const cannotBeBoth = field === 'birth' && yearsApart(kept, absorbed) > 1;
  return (
    <>
      {sideWords(joined, field)}
      {both && !cannotBeBoth && otherWords[field] !== null && (
        <span className={css.secondary}>
          {field === 'names' ? ' ' : '; '}
          {otherWords[field]}
        </span>
      )}
      {cannotBeBoth && (
        <span className={css.never}>
          <Icon name="warning" size={16} /> no pueden ser los dos
        </span>
      )}
    </>
  );
}

function Equal({ comparison: { differs, kept }, joined }: JoinedProps) {
  const [isOpen, setOpen] = useState(false);
  const equal = mergeFields.filter((field) => !differs.includes(field));
  const known = equal.filter((field) => sideWords(kept, field) !== none);
  const unknown = equal.filter((field) => !known.includes(field));
  const namesOf = (fields: readonly MergeField[]) =>
    fields.map((field) => mergeFieldLabels[field].toLocaleLowerCase('es')).join(', ');
  const noneWords = `sin registrar en los dos: ${namesOf(unknown)}`;
  if (equal.length === 0) return null;
  return (
    <tbody>
      <tr className={css.group}>
        <th scope="rowgroup" colSpan={4}>
          {known.length === 0 ? (
            <span>{noneWords}</span>
          ) : (
            <button type="button" className={css.fold} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
              {`Iguales · ${known.length}`}{' '}
              <span>{unknown.length === 0 ? namesOf(known) : `${namesOf(known)}; ${noneWords}`}</span>
            </button>
          )}
        </th>
      </tr>
      {isOpen &&
        known.map((field) => (
          <tr key={field}>
            <th scope="row">{mergeFieldLabels[field]}</th>
            <td>{sideWords(kept, field)}</td>
            <td>{sideWords(kept, field)}</td>
            <td>{sideWords(joined, field)}</td>
          </tr>
        ))}
    </tbody>
  );
}

function Moving({ comparison: { kept, absorbed }, joined }: JoinedProps) {
  const fichas = new Set([...kept.cases, ...absorbed.cases].map(({ number }) => number)).size;
  const arrivals = kept.arrivals + absorbed.arrivals;
  const rows = [
    ['Fichas', caseWords(kept), caseWords(absorbed), `${countWords(fichas, 'ficha', 'fichas')} de una persona`],
    arrivals > 0 && [
      'Llegadas',
      String(kept.arrivals),
      String(absorbed.arrivals),
      `${countWords(arrivals, 'llegada', 'llegadas')} de una persona`,
    ],
    kept.holds !== null && [
      'Papeles y archivos',
      holdingWords(kept),
      holdingWords(absorbed),
      'Siguen en su ficha; los emitidos no cambian',
    ],
    joined.record.aliases.length > 0 && ['Alias', aliasWords(kept), aliasWords(absorbed), aliasWords(joined)],
  ].filter((row) => row !== false);
  return (
    <tbody>
      <tr className={css.group}>
        <th scope="rowgroup" colSpan={4}>
          Lo que se movería
        </th>
      </tr>
      {rows.map(([label, ofKept, ofAbsorbed, after]) => (
        <tr key={label}>
          <th scope="row">{label}</th>
          <td>{ofKept}</td>
          <td>{ofAbsorbed}</td>
          <td>{after}</td>
        </tr>
      ))}
    </tbody>
  );
}
