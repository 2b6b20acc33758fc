import type { DecodedDetail } from '../../../../../../shared/notification.ts';
import type { XmlElement } from '../../../xml/read-xml.ts';
import { together, valueOf } from './coded.ts';
import { detail } from './details.ts';

/** The guarantees of a movement by type and reference. Access codes are secret and are left out. */
export const guaranteeDetails = (body: XmlElement): readonly DecodedDetail[] =>
  body.children('Guarantee').flatMap((guarantee) => {
    const type = valueOf(guarantee, 'guaranteeType', 'CL251');
    const references = guarantee.children('GuaranteeReference').map(referenceOf);
    const other = guarantee.text('otherGuaranteeReference');
    const named = [...references, other].filter((reference) => reference !== null);
    return named.length === 0
      ? detail('Guarantee', type)
      : named.flatMap((reference) => detail('Guarantee', together([type, reference])));
  });

function referenceOf(reference: XmlElement): string | null {
  const covered = reference.text('amountToBeCovered');
  const currency = reference.text('currency');
  const amount =
    covered === null ? null : `for ${[covered, currency].filter((part) => part !== null).join(' ')}`;
  const parts = [reference.text('GRN'), amount].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(' ');
}

/** Who stands in for the duty, by name and number, and for which guarantee. */
export const guarantorDetails = (body: XmlElement | null): readonly DecodedDetail[] =>
  body === null
    ? []
    : ['Guarantor', 'GuaranteeReference'].flatMap((group) =>
        body
          .children(group)
          .flatMap((each) =>
            group === 'Guarantor'
              ? detail('Guarantor', together([each.text('name'), each.text('identificationNumber')]))
              : detail('Guarantee', each.text('GRN')),
          ),
      );
