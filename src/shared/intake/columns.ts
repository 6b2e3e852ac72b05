/** Column of a question in storage: `homeDistrict` → `home_district`. */
export function columnOf(questionName: string): string {
  return questionName.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
