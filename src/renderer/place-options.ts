/** The districts as every place field offers them. */
import districts from '../../resources/places/districts.json';
import type { PlaceOption } from './platform/ui/index.ts';

export const placeOptions: readonly PlaceOption[] = districts.map((row) => {
  const [code = '', district = '', province = '', department = ''] = row;
  return { code, label: `${district}, ${province}, ${department}` };
});
