import { useRef, useState } from 'react';
import { useController } from 'react-hook-form';
import {
  articleSetTable,
  type filingsContract,
  type KindDefinition,
  type OfferedArticle,
} from '../../../shared/filings/index.ts';
import type { OutputOf } from '../../../shared/platform/contract.ts';
import type { Fields } from '../../../shared/record/index.ts';
import { formatCivilDate } from '../../../shared/platform/typed-date.ts';
import type { SectionForm } from '../../platform/forms/index.ts';
import { useMay } from '../../platform/session.tsx';
import { PlainButton, look, ConfirmMark } from '../../platform/ui/index.ts';
import { FormDialog } from '../../record/index.ts';
import css from '../filings.module.css';
import type { FilingDraft } from './filing-draft.ts';

type ConfirmedArticles = OutputOf<typeof filingsContract.startFiling>['confirmed'];

type Props = {
  readonly form: SectionForm<FilingDraft>;
  readonly definition: KindDefinition;
  readonly today: string;
  readonly articles: readonly OfferedArticle[];
  readonly confirmed: ConfirmedArticles;
};

/** Articles offered; ticked beforehand where they were confirmed. Each says whether its text is. */
export function ArticleFields({ form, definition, today, articles, confirmed }: Props) {
  const { field } = useController({ name: 'articles', control: form.control });
  const toggle = (id: string, ticked: boolean) => {
    const kept = new Set(ticked ? [...field.value, id] : field.value.filter((other) => other !== id));
    field.onChange(articles.map((row) => row.id).filter((row) => kept.has(row)));
  };
  return (
    <>
      <ul className={css.list} id={form.fieldId('articles')} tabIndex={-1} aria-label="Fundamentos de derecho">
        {articles.map((row) => (
          <li key={row.id}>
            <label className={css.tick}>
              <input
                type="checkbox"
                id={form.fieldId(`articles.${row.id}`)}
                checked={field.value.includes(row.id)}
                onChange={(event) => toggle(row.id, event.target.checked)}
                onBlur={field.onBlur}
              />
              <span>
                {row.citation}: {row.subject} {!row.isConfirmed && <ConfirmMark />}
              </span>
            </label>
          </li>
        ))}
      </ul>
      <Confirmed definition={definition} today={today} confirmed={confirmed} ticked={field.value} />
    </>
  );
}

type ConfirmedProps = Pick<Props, 'definition' | 'today' | 'confirmed'> & { readonly ticked: readonly string[] };

/** Since when the set of the kind is confirmed, and the way to confirm what is ticked now for the writs to come (D39). */
function Confirmed({ definition, today, confirmed, ticked }: ConfirmedProps) {
  const may = useMay('settings.datedTables');
  const [kept, setKept] = useState(confirmed);
  const [isAsking, setAsking] = useState(false);
  return (
    <div className={look.row}>
      <span>
        {kept.since === null
          ? 'Nadie confirmó todavía los artículos de este escrito.'
          : `Artículos de este escrito confirmados desde el ${formatCivilDate(kept.since)}: salen marcados.`}
      </span>
      {may && ticked.length > 0 && (
        <PlainButton onClick={() => setAsking(true)}>Confirmar los marcados para los próximos</PlainButton>
      )}
      {isAsking && (
        <ConfirmDialog
          {...{ definition, today, ticked, kept }}
          onClose={(rowId) => {
            setAsking(false);
            if (rowId === null) return;
            const since = today as ConfirmedArticles['since'];
            setKept({ rowId, seenVersions: kept.seenVersions + 1, since });
          }}
        />
      )}
    </div>
  );
}

type DialogProps = Pick<ConfirmedProps, 'definition' | 'today' | 'ticked'> & {
  readonly kept: ConfirmedArticles;
  /** With the row that holds the set; null when nothing was confirmed. */
  readonly onClose: (rowId: string | null) => void;
};

const fields = {
  source: {
    ...{ kind: 'text', label: 'Con qué los comparó', max: 300, required: true },
    ...{ hint: 'Por ejemplo: SPIJ, texto del 20/11/2026.', missing: 'Escriba con qué los comparó.' },
  },
} as const satisfies Fields;

function ConfirmDialog({ definition, today, ticked, kept, onClose }: DialogProps) {
  const confirmed = useRef<string | null>(null);
  const { kind, own, label } = definition;
  const named = own === undefined ? { model: null, name: null } : { model: own.model, name: label };
  const value = { kind, ...named, articles: ticked.join(', ') };
  const rest = { validFrom: today, validTo: null, confirmation: 'secondary' as const, note: null, replaces: null };
  const target = { tableId: articleSetTable.id, rowId: kept.rowId, seenVersions: kept.seenVersions };
  const count = ticked.length === 1 ? '1 artículo' : `${ticked.length} artículos`;
  return (
    <FormDialog
      {...{ fields, id: 'article', sentAs: 'change', isShort: true }}
      words={{
        ...{ title: `¿Confirmar ${count} para este escrito?`, send: 'Confirmar', cancel: 'Volver' },
        sent: 'Artículos confirmados: desde hoy salen marcados en este escrito.',
      }}
      send={async ({ source }, client) => {
        confirmed.current = (await client.changeRule({ ...target, change: { value, source, ...rest } })).rowId;
      }}
      refresh={() => Promise.resolve()}
      onDone={() => onClose(confirmed.current)}
    >
      <p>Saldrán marcados en los próximos escritos de esta clase. Queda quién los confirmó, cuándo y con qué.</p>
    </FormDialog>
  );
}
