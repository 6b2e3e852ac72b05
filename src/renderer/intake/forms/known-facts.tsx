import { use } from 'react';
import { sectionOf, type FormSectionId, type KnownFact } from '../../../shared/intake/index.ts';
import type { BlockSlots } from '../../platform/forms/index.ts';
import { Facts, look, PlacesProvider } from '../../platform/ui/index.ts';
import css from '../intake.module.css';
import { fieldLabel, fieldValue } from './field-words.ts';

/** What earlier sections know, over the block that rests on it: read there, changed there. */
export function factSlots(section: FormSectionId, facts: readonly KnownFact[]): BlockSlots {
  return Object.fromEntries(
    sectionOf(section).blocks.map((block) => {
      const own = facts.filter((fact) => fact.block === block.id);
      return [block.id, own.length === 0 ? {} : { before: <KnownFacts title={block.title} facts={own} /> }];
    }),
  );
}

function KnownFacts({ title, facts }: { readonly title: string; readonly facts: readonly KnownFact[] }) {
  const places = use(PlacesProvider);
  const placeOf = (code: string) => places.find((place) => place.code === code)?.label ?? code;
  return (
    <div className={css.known} role="group" aria-label={`Ya registrado: ${title}`}>
      <p className={look.strong}>Ya registrado en la ficha</p>
      <Facts
        of={facts.map(({ question, value }) => [
          fieldLabel(`answers.${question}`),
          fieldValue(`answers.${question}`, value, placeOf),
        ])}
      />
    </div>
  );
}
