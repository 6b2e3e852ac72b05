/** The door of the people domain in the window. */
export { nameApart } from './candidate-words.ts';
export { CandidateCard } from './candidate-card.tsx';
export { AddressFields } from './forms/address-fields.tsx';
export { BirthField } from './forms/birth-field.tsx';
export { ContactFields } from './forms/contact-fields.tsx';
export { DocumentFields } from './forms/document-fields.tsx';
export { personFieldNames } from './forms/fields.ts';
export { AggressorNameFields, NameFields, NameStateField, PreferredNameField } from './forms/name-fields.tsx';
export { LikelyPersons } from './likely-persons.tsx';
export { CompareLink, MergeLink } from './merge/merge-link.tsx';
export { OpenFichas, OpenFichasAtDoor } from './open-fichas.tsx';
export { usePersonHits } from './palette-persons.ts';
export { PersonLine } from './person-line.tsx';
export { PersonChoice, type PersonLink } from './person-choice.tsx';
export { ReasonList } from './reason-list.tsx';
export { peopleRoutes } from './routes.tsx';
export { SearchBox } from './search-box.tsx';
export { unsoughtAct } from './unsought.ts';
