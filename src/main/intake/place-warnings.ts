/** What is odd about the district codes of a section; they are kept as they are. */
import { sectionA, type SectionAForm } from '../../shared/intake/index.ts';
import { placeDoubt, type PlaceIndex, type Warning } from '../../shared/people/index.ts';

/** District codes that the table does not know; they are kept and told. */
export function placeWarnings(places: PlaceIndex, answers: SectionAForm['answers']): Warning[] {
  return Object.entries(sectionA.questions).flatMap(([name, { kind }]) => {
    const code = kind === 'place' ? answers[name as keyof typeof answers] : null;
    const message = typeof code === 'string' ? placeDoubt(places, code) : null;
    return message === null ? [] : [{ path: `form.answers.${name}`, message }];
  });
}
