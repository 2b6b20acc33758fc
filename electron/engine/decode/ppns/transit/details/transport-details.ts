import type { DecodedDetail } from '../../../../../../shared/notification.ts';
import type { XmlElement } from '../../../xml/read-xml.ts';
import { codeText } from '../codes/code-words.ts';
import { together, valueOf } from './coded.ts';
import { detail } from './details.ts';

/** A means of transport: how it is identified, by what, and its nationality. */
export function transportMeans(means: XmlElement, list: 'CL750' | 'CL219'): string | null {
  const nationality = means.text('nationality');
  const number = means.text('identificationNumber');
  const identified = [number, nationality === null ? null : codeText('CL008', nationality)].filter(
    (part) => part !== null,
  );
  return together([
    valueOf(means, 'typeOfIdentification', list),
    identified.length === 0 ? null : identified.join(', '),
  ]);
}

/** A container or trailer with its seals and the goods in it. */
export function equipmentDetails(equipment: XmlElement): readonly DecodedDetail[] {
  const seals = equipment.children('Seal').flatMap((seal) => seal.text('identifier') ?? []);
  const goods = equipment
    .children('GoodsReference')
    .flatMap((each) => each.text('declarationGoodsItemNumber') ?? []);
  return [
    ...detail('Container', equipment.text('containerIdentificationNumber')),
    ...detail('Seals', seals.length > 0 ? seals.join(', ') : equipment.text('numberOfSeals')),
    ...detail('Goods items in it', goods.length === 0 ? null : goods.join(', ')),
  ];
}
