/** What goes in the sealed envelope beside a writ: full names and places that the writ itself does not say (S1, S5). */
import {
  hidesUser,
  saysAddress,
  tellsHousehold,
  witnessOf,
  type FilingOptions,
  type KindDefinition,
  type ReservedSheetFacts,
} from '../../shared/filings/index.ts';
import { initialsOf, type Change } from '../../shared/papers/index.ts';
import { paperName } from '../../shared/people/index.ts';
import { addressLine, ageOn } from '../papers/index.ts';
import {
  ageAndBirthWords,
  centreFacts,
  districtOf,
  isAddressReserved,
  type FactContext,
  type FilingRecord,
} from './facts.ts';

function childrenInFull({ children }: FilingRecord, { definition }: SealedOf): ReservedSheetFacts['children'] {
  if (!tellsHousehold(definition)) return [];
  return children.map((child) => ({
    names: child.names,
    initials: initialsOf(child.names),
    age: [ageAndBirthWords(child), child.document].filter((part) => part !== null).join(', '),
  }));
}

type SealedOf = {
  readonly number: string;
  readonly options: FilingOptions;
  readonly definition: KindDefinition;
  /** Who stands by initials in what people wrote. */
  readonly shortened: readonly Change[];
};

/** Whoever else stands by initials: the authority reads here who is meant. */
function othersInFull(shortened: readonly Change[], known: readonly string[]): ReservedSheetFacts['others'] {
  return shortened.flatMap(({ person: { who, names } }) => {
    const [own] = names;
    return own === undefined || known.includes(own) ? [] : [{ names: own, initials: initialsOf(own), who }];
  });
}

/** What of the user stands in the envelope: her name where the writ has none, where she lives where the writ says so. */
function userInEnvelope(record: FilingRecord, context: FactContext, { definition, options }: SealedOf) {
  const saysWhere = saysAddress(definition);
  const age = ageOn(record, context.today);
  const isHidden = hidesUser(definition.kind, options);
  // Every writ names a child by initials, and the envelope says the name; a report leaves that to the file.
  const namesHer = isHidden || (definition.sort === 'writ' && age !== null && age < 18);
  return { namesHer, isWhere: isHidden || (saysWhere && isAddressReserved(record)) };
}

/** What goes in the sealed envelope; null when the writ says nothing that is in reserve. */
export function reservedSheetFacts(record: FilingRecord, context: FactContext, filing: SealedOf) {
  const { namesHer, isWhere } = userInEnvelope(record, context, filing);
  const witness = witnessOf(filing.definition.kind, filing.options);
  const children = childrenInFull(record, filing);
  const names = paperName(record.user) ?? '';
  const known = [...(namesHer ? [names] : []), ...children.map((child) => child.names)];
  const others = othersInFull(filing.shortened, known);
  if (!isWhere && !namesHer && witness === null && children.length + others.length === 0) return null;
  const district = districtOf(context.places, record.user.address.districtCode ?? record.a.homeDistrict);
  return {
    number: filing.number,
    courtFileNumber: filing.options.courtFileNumber,
    user: namesHer ? names : initialsOf(names),
    ...(isWhere ? { address: addressLine(record.user, district) } : {}),
    witness,
    // Safe telephone and mail go to no paper (S3).
    contact: null,
    places: [],
    children,
    others,
    centre: centreFacts(record, context),
    practice: record.centre.isPractice,
  };
}
