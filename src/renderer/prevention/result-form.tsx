import { Button } from '@mantine/core';
import { useWatch } from 'react-hook-form';
import { useState, type ReactNode } from 'react';
import {
  differenceOf,
  resultFields,
  resultSchema,
  withUnknown,
  type ActivityResult,
  type ActivityView,
  type Cell,
} from '../../shared/prevention/index.ts';
import type { Month } from '../../shared/platform/dates.ts';
import { blankForm } from '../../shared/record/index.ts';
import { FormHead, messageOf, useSectionForm } from '../platform/forms/index.ts';
import { Facts, Fold, Icon, Notice, QueryState, saveWords, Stores, useControlEnter } from '../platform/ui/index.ts';
import { FormFields, useValueWords } from '../record/index.ts';
import { Recovered, useKeeping, useOwnDraft, type OwnDraft } from './draft.tsx';
import { Matrix } from './matrix.tsx';
import { LinkButton } from './link-button.tsx';
import css from './prevention.module.css';
import { useRefreshPrevention } from './queries.ts';
import { elsewhereWords } from './words.ts';

const { evidencePlace, photos, photoPeople, photoConsents, photoChildren, guardianConsents, ...beside } = resultFields;
const evidence = { evidencePlace, photos, photoPeople, photoConsents, photoChildren, guardianConsents };
const { reach, ...attended } = beside;
const media = { reach, language: beside.language, materials: beside.materials, partners: beside.partners };

type Props = {
  readonly view: ActivityView;
  readonly month: Month;
  readonly acts: ReactNode;
  readonly onSettled: () => void;
};

const blank = blankForm<ActivityResult>(resultFields, { attendance: [] });

/** With what was typed and not saved; over what somebody else saved meanwhile only when asked for. */
export function ResultForm({ view, ...page }: Props) {
  const { activity, standing } = view;
  const { version } = standing;
  const query = useOwnDraft(`prevention-result-${activity.id}`, { version, blank });
  const [isChosen, setChosen] = useState<boolean | null>(null);
  return (
    <QueryState query={query}>
      {(draft) => {
        const isTaken = isChosen ?? draft?.version === version;
        return (
          <>
            {draft !== null && isChosen === null && !isTaken && (
              <Notice tone="warning" action={{ label: 'Ponerlo aquí', onClick: () => setChosen(true) }}>
                Esto es lo que se guardó. Lo que usted había escrito sigue guardado aparte.
              </Notice>
            )}
            <TypedResult
              key={String(isTaken)}
              {...{ ...page, view, draft: isTaken ? draft : null, onDiscarded: () => setChosen(false) }}
            />
          </>
        );
      }}
    </QueryState>
  );
}

type TypedProps = Props & { readonly draft: OwnDraft<ActivityResult> | null; readonly onDiscarded: () => void };

/** What was no number when it was kept is nothing any more. */
const attendanceOf = ({ attendance, ...values }: ActivityResult): ActivityResult => ({
  ...values,
  attendance: attendance.filter(({ people }) => Number.isInteger(people)),
});

/** Attendance as it is typed, the numbers beside it, and where its evidence is. */
function TypedResult({ view, month, acts, onSettled, draft, onDiscarded }: TypedProps) {
  const { activity, standing, ages, isMedia } = view;
  const refresh = useRefreshPrevention();
  const [isOld, setOld] = useState(false);
  const start = draft === null ? (standing.result ?? blank) : attendanceOf(draft.values);
  const form = useSectionForm<ActivityResult>({
    schema: resultSchema,
    defaultValues: start,
    ...{ id: 'result', sentAs: 'result', refresh },
  });
  const keeping = useKeeping({ form, kind: `prevention-result-${activity.id}`, version: standing.version });
  const [attendance, signed] = useWatch({ control: form.control, name: ['attendance', 'signedTotal'] });
  const put = (cells: Cell[]) => {
    form.setValue('attendance', cells, { shouldDirty: true });
    form.clearErrors('attendance');
  };
  const save = async () => {
    await form.send(
      async (result, client) => {
        await keeping.saveNow();
        const target = { activityId: activity.id, version: standing.version };
        const answer = await client.recordPreventionResult({ ...target, result });
        keeping.forget();
        return answer;
      },
      {
        words:
          elsewhereWords({ ...view, heldOn: activity.heldOn, month }) ??
          (standing.state === 'done' ? 'Cambios guardados.' : 'Guardada como hecha.'),
        done: onSettled,
        toTitle: true,
        refused: ({ code }) => setOld(code === 'conflict'),
      },
    );
  };
  const press = () => void save();
  useControlEnter(form.busy ? null : press, true);
  return (
    <>
      <FormHead form={form} order={['attendance', ...Object.keys(resultFields)]} labelOf={labelOf} />
      {isOld && (
        <Notice tone="warning" action={{ label: 'Ver lo que se guardó', onClick: () => void refresh() }}>
          Lo que escribió aquí queda guardado aparte.
        </Notice>
      )}
      {draft !== null && (
        <Recovered
          draft={draft}
          isOver={draft.version !== standing.version}
          onDiscard={() => void keeping.discard().then(onDiscarded)}
        />
      )}
      {isMedia ? (
        <p className={css.quiet}>La difusión en medios no tiene asistencia: se estima a cuántas personas llegó.</p>
      ) : (
        <>
          <h3 className={css.part}>
            Asistencia <span>número y Enter; en blanco es 0</span>
          </h3>
          <Matrix
            {...{ ages, cells: attendance, onChange: put }}
            id={form.fieldId('attendance')}
            error={messageOf(form.formState.errors.attendance)}
          />
        </>
      )}
      <div className={css.fields}>
        <FormFields fields={isMedia ? media : attended} form={form} />
      </div>
      {!isMedia && <Difference {...{ signed, attendance, put }} />}
      <Fold
        title="En papel o fuera del programa"
        isOpen={evidenceOf(standing.result)}
        said={evidenceOf(standing.result) ? '' : 'permisos, y dónde está'}
      >
        <div className={css.fields}>
          <FormFields fields={evidence} form={form} />
        </div>
      </Fold>
      <div className={css.acts}>
        <Stores>
          <Button aria-disabled={form.busy} aria-keyshortcuts="Control+Enter" onClick={press}>
            {standing.state === 'done' ? 'Guardar cambios' : 'Guardar como hecha'}{' '}
            <kbd aria-hidden="true">Ctrl Enter</kbd>
          </Button>
        </Stores>
        {acts}
        <span className={css.quiet}>
          {saveWords(keeping.state) || 'Fotos de menores: con permiso de su madre o padre'}
        </span>
      </div>
    </>
  );
}

const labelOf = (name: string) => (name === 'attendance' ? 'Asistencia' : null);

const evidenceOf = (result: ActivityResult | null) =>
  result !== null && (result.evidencePlace !== null || (result.photos ?? 0) > 0);

type DifferenceProps = {
  readonly signed: unknown;
  readonly attendance: readonly Cell[];
  readonly put: (cells: Cell[]) => void;
};

/** The signed list says another number: offered as «sin dato», never put there by itself. */
function Difference({ signed, attendance, put }: DifferenceProps) {
  const cells = attendance.filter(({ people }) => Number.isFinite(people));
  const more = typeof signed === 'number' ? differenceOf(signed, cells) : null;
  if (more === null) return null;
  const sum = Number(signed) - more;
  return (
    <p className={css.caution} role="status">
      <Icon name="warning" />
      <span>
        {`La lista dice ${Number(signed)} y la tabla suma ${sum}. `}
        {more > 0 ? (
          <>
            <LinkButton onClick={() => put(withUnknown(cells, more))}>{`Poner ${more} en «sin dato»`}</LinkButton> o
            corrija.
          </>
        ) : (
          'Corrija la tabla o el número de la lista; también se puede guardar así.'
        )}
      </span>
    </p>
  );
}

/** The same for whoever reads. */
export function ResultRead({ view, result }: { readonly view: ActivityView; readonly result: ActivityResult }) {
  const words = useValueWords();
  return (
    <>
      {!view.isMedia && <Matrix ages={view.ages} cells={result.attendance} id="attendance-read" />}
      <Facts
        of={Object.entries(resultFields).map(([name, field]) => {
          const value = result[name as keyof typeof resultFields];
          return value !== null && value !== false && [field.label, words(field, value)];
        })}
      />
    </>
  );
}
