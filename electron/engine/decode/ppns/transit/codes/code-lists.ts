/** One code list of the European scheme. */
export interface CodeList {
  /** What its codes stand for, in the plural. */
  readonly name: string;
  /** The table of `codes.tsv` that has its words: lists that overlap share one. */
  readonly table: string;
}

const list = (table: string, name: string): CodeList => ({ table, name });

/**
 * The lists that transit messages use and whose contents are public (HMRC's customs reference data of 12 February
 * 2025 and the technical lists of the schemas). Lists change daily: an unknown code is shown as it is.
 */
export const CODE_LISTS: Readonly<Record<string, CodeList>> = {
  CL008: list('country', 'countries'),
  CL019: list('incident', 'kinds of incident'),
  CL027: list('flag', 'yes or no'),
  CL030: list('xml-error', 'XML errors'),
  CL038: list('place', 'ways to name the place of an incident'),
  CL042: list('additional-type', 'additional declaration types'),
  CL048: list('currency', 'currencies'),
  CL060: list('message', 'types of message'),
  CL076: list('guarantee-type', 'types of guarantee with a reference'),
  CL094: list('representative', 'kinds of representation'),
  CL112: list('country', 'countries of the common transit convention'),
  CL116: list('transport-charges', 'ways to pay transport charges'),
  CL147: list('country', 'countries of the security area'),
  CL163: list('release-type', 'release types'),
  CL164: list('release', 'release indicators'),
  CL178: list('document', 'previous documents for Union goods'),
  CL180: list('functional-error', 'functional errors'),
  CL181: list('packages', 'kinds of packages, bulk'),
  CL182: list('packages', 'kinds of packages, unpacked'),
  CL190: list('country', 'countries whose addresses may be a postcode'),
  CL196: list('control-result', 'results of a control at departure'),
  CL198: list('country', 'countries whose addresses are a postcode alone'),
  CL211: list('no-release', 'reasons for no release'),
  CL213: list('document', 'supporting documents'),
  CL214: list('document', 'previous documents'),
  CL215: list('document', 'documents that customs may ask for'),
  CL217: list('safety', 'safety and security data'),
  CL218: list('transport-mode', 'modes of transport'),
  CL219: list('means', 'ways to identify active border transport'),
  CL226: list('rejection', 'reasons for a rejection at departure'),
  CL227: list('destination-rejection', 'reasons for a rejection at destination'),
  CL228: list('document', 'previous documents for exports'),
  CL229: list('guarantee-type', 'types of guarantee, common transit'),
  CL230: list('guarantee-type', 'types of guarantee, Union'),
  CL231: list('declaration-type', 'declaration types'),
  CL232: list('declaration-type', 'declaration types of an item'),
  CL234: list('document', 'excise documents'),
  CL235: list('document', 'authorisations at departure'),
  CL236: list('document', 'authorisations at destination'),
  CL239: list('information', 'additional information'),
  CL251: list('guarantee-type', 'types of guarantee'),
  CL252: list('guarantee-reason', 'reasons why a guarantee is not accepted'),
  CL286: list('guarantee-type', 'types of guarantee with a GRN'),
  CL296: list('circumstance', 'specific circumstances'),
  CL326: list('place', 'ways to name a place'),
  CL347: list('location', 'types of place'),
  CL380: list('document', 'additional references'),
  CL384: list('notification', 'kinds of control notice'),
  CL505: list('country', 'countries without postcodes'),
  CL560: list('departure-refusal', 'what the office of departure may reject'),
  CL570: list('destination-refusal', 'what the office of destination may reject'),
  CL704: list('actor', 'roles in the supply chain'),
  CL716: list('control', 'types of control'),
  CL750: list('means', 'ways to identify means of transport'),
  CL754: list('document', 'transport documents'),
};
