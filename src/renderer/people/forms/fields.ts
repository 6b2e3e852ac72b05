import type { AnyForm } from '../../platform/forms/index.ts';

/** A form of any shape and the name under which the person stands in it (`user`). */
export type PersonFieldsProps = { readonly form: AnyForm; readonly at: string };

/** Names of the fields of a person in the order of the page, for the error summary. */
export function personFieldNames(at: string): string[] {
  return [
    ...['nameState', 'firstSurname', 'secondSurname', 'givenNames', 'preferredName', 'aliases'],
    ...['document.kind', 'document.state', 'document.number', 'birth'],
    ...['contact.phone', 'contact.whose', 'contact.mayCall', 'contact.hours', 'contact.whatToSay'],
    ...['contact.email', 'contact.emailIsSafe', 'address.districtCode', 'address.streetKind', 'address.text'],
    ...['address.settlement', 'address.reference', 'address.isReserved', 'address.reservedReason'],
  ].map((name) => `${at}.${name}`);
}
