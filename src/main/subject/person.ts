/** Who she is and where she is found, as the reader may see her. */
import {
  documentKindLabels,
  isSafeToCall,
  legalName,
  streetKindLabels,
  type PlaceIndex,
} from '../../shared/people/index.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { formatPartialDate } from '../../shared/platform/typed-date.ts';
import type { CopyEntry } from '../../shared/subject/index.ts';
import { recordFor, type Reader } from '../intake/index.ts';
import { getPerson } from '../people/index.ts';
import { isHers, isMailSafe } from './others.ts';
import { day, entry, typed } from './parts.ts';
import type { Trx } from './tables.ts';

type Seen = Awaited<ReturnType<typeof recordFor>>;

/** A line where the datum is known. */
const told = <Value>(value: Value | null, line: (value: Value) => CopyEntry): CopyEntry[] =>
  value === null ? [] : [line(value)];

function identityOf({ record }: Seen): CopyEntry[] {
  return [
    entry('Nombre', legalName(record) ?? 'No consta'),
    ...told(record.preferredName, (name) => entry('Quiere que la llamen', name)),
    ...record.aliases.map((alias) => entry('También', alias)),
    ...told(record.birth, (birth) => entry('Nacimiento', formatPartialDate(birth))),
    ...told(record.toldAge, ({ years, on }) => entry('Edad que dijo', `${years} años, el ${day(on)}`)),
    ...record.documents.flatMap(({ kind, number }) =>
      kind === null || number === null ? [] : [entry(documentKindLabels[kind], number)],
    ),
  ];
}

function streetOf({ streetKind, text, settlement, reference }: Seen['address']): string {
  const kind = streetKind === null || streetKind === 'other' ? null : streetKindLabels[streetKind];
  return [kind, text, settlement, reference].filter((part) => part !== null).join(' ');
}

/** The copy may be read by whoever looks through her things: what she did not say is safe is read to her. */
const notPrinted = 'Por seguridad no se imprime: se le lee en el centro.';

function contactOf({ record, address }: Seen, places: PlaceIndex): CopyEntry[] {
  const place = places.byCode.get(address.districtCode ?? '');
  return [
    ...record.contacts
      .filter(isHers)
      .flatMap((one): CopyEntry[] =>
        isSafeToCall(one)
          ? [
              entry('Teléfono', one.phone),
              ...typed('Horas para llamarla', one.hours),
              ...typed('Qué decir al llamarla', one.whatToSay),
            ]
          : [entry('Teléfono', notPrinted)],
      ),
    ...told(record.email, (mail) => entry('Correo', isMailSafe(record) ? mail : notPrinted)),
    ...(address.isReserved || address.text === null ? [] : typed('Domicilio', streetOf(address))),
    ...(place === undefined ? [] : [entry('Distrito', `${place.district}, ${place.province}, ${place.department}`)]),
  ];
}

/** What was told in a ficha closed to the reader is not here either. */
export async function personEntries(
  trx: Trx,
  reader: Reader,
  of: { readonly caseId: CaseId; readonly personId: string },
  places: PlaceIndex,
) {
  const { record, address: shown, isWhole } = await recordFor(trx, reader, of);
  // A reserve that was told elsewhere holds for the address that was told here.
  const address = { ...shown, isReserved: (await getPerson(trx, of.personId)).address.isReserved };
  const seen = { record, address, isWhole };
  return {
    name: legalName(record) ?? 'Persona usuaria',
    ...{ identity: identityOf(seen), contact: contactOf(seen, places), isReserved: address.isReserved },
    unsafe:
      record.contacts.filter((one) => isHers(one) && !isSafeToCall(one)).length +
      (record.email !== null && !isMailSafe(record) ? 1 : 0),
    otherPhones: record.contacts.filter((one) => !isHers(one)).length,
  };
}
