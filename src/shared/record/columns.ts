/** Column of a question in storage: `homeDistrict` → `home_district`. */
export function columnOf(questionName: string): string {
  const column = known.get(questionName) ?? questionName.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  known.set(questionName, column);
  return column;
}

/** One entry for each question of the catalogue: lists read the sections of many cases. */
const known = new Map<string, string>();

/** Column of a field, which may have one of its own. */
export const columnOfField = (name: string, field: { readonly column?: string } | undefined): string =>
  field?.column ?? columnOf(name);
