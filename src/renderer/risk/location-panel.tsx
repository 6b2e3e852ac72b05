import { useState } from 'react';
import { locationWords, partnerLocation2019, type LocationRecord } from '../../shared/risk/index.ts';
import { Drafted } from '../intake/index.ts';
import { useMay } from '../platform/session.tsx';
import { inLima } from '../platform/times.ts';
import { Facts, type Fact, look, Notice, Panel, QueryState, ButtonRow } from '../platform/ui/index.ts';
import { LocationForm } from './forms/location-form.tsx';
import { LocationSheet } from './forms/location-sheet.tsx';
import { useLocations } from './queries.ts';

/** Annex B: offered with the form, kept by versions, printed apart. `begins`: she answers it now. */
export function LocationPanel({ caseId, begins }: { readonly caseId: string; readonly begins: boolean }) {
  const query = useLocations(caseId);
  const [isWriting, setWriting] = useState(begins);
  const mayPrint = useMay('print.reservedSheet');
  return (
    <Panel title="Anexo B. Localización, actividades y características físicas">
      <Notice>
        Va aparte, solo a la Policía, la fiscalía o el juzgado. No entra en ningún escrito que se notifique a la persona
        denunciada.
      </Notice>
      <QueryState query={query}>
        {({ records }) => {
          const [newest, ...earlier] = records;
          if (isWriting) {
            return (
              <Drafted of="location" caseId={caseId}>
                {(opened) => (
                  <LocationForm
                    {...{ caseId, opened, newest: newest?.form ?? null }}
                    onDone={() => setWriting(false)}
                  />
                )}
              </Drafted>
            );
          }
          return (
            <>
              {newest === undefined ? <p>Todavía no se llenó.</p> : <Version record={newest} />}
              <ButtonRow
                plain
                label={newest === undefined ? 'Llenar el anexo B' : 'Corregir o completar el anexo B'}
                onClick={() => setWriting(true)}
              />
              {newest !== undefined && mayPrint && <LocationSheet caseId={caseId} />}
              {earlier.length > 0 && (
                <details>
                  <summary>{`Versiones anteriores (${earlier.length})`}</summary>
                  {earlier.map((record) => (
                    <Version key={record.id} record={record} />
                  ))}
                </details>
              )}
            </>
          );
        }}
      </QueryState>
    </Panel>
  );
}

function Version({ record }: { readonly record: LocationRecord }) {
  return (
    <>
      <p className={look.secondary}>{`Guardado el ${inLima(record.recordedAt)} por ${record.recordedBy}.`}</p>
      <Facts
        of={[
          ...partnerLocation2019.map(({ id, number, question }): Fact => [
            `B.${number} ${question}`,
            <span className={look.written}>{locationWords(record.form, id)}</span>,
          ]),
          ['Fotografía actual', record.form.hasPhotograph ? 'Se entrega con la hoja' : 'No hay'],
        ]}
      />
    </>
  );
}
