import { lazily, tableRows } from '../data/table-rows.ts';
import offices from '../data/offices.tsv?raw';

/** A customs office for a person: `Dover (GB000060)`; its number alone where it is not in the table. */
export function officeWords(office: string): string {
  const name = known().get(office)?.name;
  return name === undefined ? office : `${name} (${office})`;
}

/** The telephone number that the office gives, as it writes it; null where none is known. */
export const officePhone = (office: string): string | null => known().get(office)?.phone ?? null;

const known = lazily(
  () =>
    new Map(
      tableRows(offices).map(([office = '', name = '', phone = '']) => [
        office,
        { name, phone: phone === '' ? null : phone },
      ]),
    ),
);
