/**
 * What is wrong by the number of an error in the answer to sending an entry summary declaration: numbers from 4000 speak
 * of the schema, from 8000 of rules. Null where it is not known.
 */
export function submissionError(code: string): string | null {
  const known = errors().get(code);
  if (known !== undefined) return known;
  if (/^4\d{3}$/.test(code)) return 'The declaration has not the form that its schema asks for.';
  return /^8\d{3}$/.test(code) ? 'A rule of entry summary declarations is broken.' : null;
}

const KINDS: Readonly<Record<string, string>> = {
  '-': 'Missing',
  x: 'Not allowed here',
  v: 'Value not accepted',
  f: 'Wrong form',
};

let known: ReadonlyMap<string, string> | null = null;

/** Taken apart at the first error that is asked for: most starts never are. */
function errors(): ReadonlyMap<string, string> {
  known ??= new Map(
    ERRORS.trim()
      .split('\n')
      .map((line) => [line.slice(0, 4), `${KINDS[line.charAt(4)] ?? ''}: ${line.slice(6)}.`]),
  );
  return known;
}

/** Number, what is wrong (a letter of `KINDS`), and of what. */
const ERRORS = `
4065f message sender
8102v item number
8103- goods item, gross mass
8104- goods item, place of loading
8105- consignee, EORI
8107- identity of the means of transport at the border
8108- nationality of the means of transport at the border
8109- total number of packages
8111v specific circumstance indicator
8112v specific circumstance indicator
8113x identity of the means of transport at the border
8114v goods item, means of transport at the border, transport mode at border
8115x nationality of the means of transport at the border
8116x total number of packages
8117v total number of packages
8118v transport mode at border
8119x consignor
8120- consignor, name
8121- consignor, street and number
8122- consignor, postal code
8123- consignor, city
8124- consignor, country code
8125- consignee, name
8126- consignee, street and number
8127- consignee, postal code
8128- consignee, city
8129- consignee, country code
8130- notify party, name
8131- notify party, street and number
8132- notify party, postal code
8133- notify party, city
8134- notify party, country code
8135x goods item, method of payment of transport charges
8136x goods item, place of loading
8137- consignor of the item, name
8138- consignor of the item, street and number
8139- consignor of the item, postal code
8140- consignor of the item, city
8141- consignor of the item, country code
8142- consignee of the item, name
8143- consignee of the item, street and number
8144- consignee of the item, postal code
8145- consignee of the item, city
8146- consignee of the item, country code
8147- goods item, means of transport at the border, nationality
8149v goods item, packages
8150v goods item, packages
8151v goods item, packages
8152v goods item, packages
8153v goods item, packages
8154- notify party of the item, name
8155- notify party of the item, street and number
8156- notify party of the item, postal code
8157- notify party of the item, city
8158- notify party of the item, country code
8159- carrier, name
8160- carrier, street and number
8161- carrier, postal code
8162- carrier, city
8163- carrier, country code
8164- carrier, EORI
8170- goods item, produced documents and certificates
8171x goods item, place of unloading
8193v consignor
8195v carrier, EORI
8198x goods item, means of transport at the border, identity
8199- goods item, identity of the means of transport
8204v consignee
8206v total number of items
8207- goods item, commodity code
8208- consignee of the item, EORI
8220v consignor, name
8221v consignor, street and number
8222v consignor, postal code
8223v consignor, city
8224v consignor, country code
8225v consignee, name
8226v consignee, street and number
8227v consignee, postal code
8228v consignee, city
8229v consignee, country code
8230v notify party, name
8231v notify party, street and number
8232v notify party, postal code
8233v notify party, city
8234v notify party, country code
8237v consignor of the item, name
8238v consignor of the item, street and number
8239v consignor of the item, postal code
8240v consignor of the item, city
8241v consignor of the item, country code
8242v consignee of the item, name
8243v consignee of the item, street and number
8244v consignee of the item, postal code
8245v consignee of the item, city
8246v consignee of the item, country code
8254v notify party of the item, name
8255v notify party of the item, street and number
8256v notify party of the item, postal code
8257v notify party of the item, city
8258v notify party of the item, country code
8259v carrier, name
8260v carrier, street and number
8261v carrier, postal code
8262v carrier, city
8263v carrier, country code
8611v goods item
8612v goods item, identity of the means of transport
8616v office of lodgement, reference number
8617v seals id
8619v notify party
8620v notify party of the item, notify party
8621v notify party of the item, notify party
8622- goods item, notify party
8623v goods item, consignee
8624v consignee of the item, consignee
8625v consignee of the item, consignee
8626x consignor, name
8627x consignor, street and number
8628x consignor, postal code
8629x consignor, city
8630x consignor, country code
8631x consignee, name
8632x consignee, street and number
8633x consignee, postal code
8634x consignee, city
8635x consignee, country code
8636x notify party, name
8637x notify party, street and number
8638x notify party, postal code
8639x notify party, city
8640x notify party, country code
8641x consignor of the item, name
8642x consignor of the item, street and number
8643x consignor of the item, postal code
8644x consignor of the item, city
8645x consignor of the item, country code
8646x consignee of the item, name
8647x consignee of the item, street and number
8648x consignee of the item, postal code
8649x consignee of the item, city
8650x consignee of the item, country code
8651x notify party of the item, name
8652x notify party of the item, street and number
8653x notify party of the item, postal code
8654x notify party of the item, city
8655x notify party of the item, country code
8656v representative, name
8657v representative, street and number
8658v representative, postal code
8659v representative, city
8660v representative, country code
8661v person lodging the declaration, name
8662v person lodging the declaration, street and number
8663v person lodging the declaration, postal code
8664v person lodging the declaration, city
8665v person lodging the declaration, country code
8666x carrier, name
8667x carrier, street and number
8668x carrier, postal code
8669x carrier, city
8670x carrier, country code
8671v total number of items
8672v total number of packages
8673v total gross mass
8674v goods item, gross mass or total gross mass
8675v goods item, gross mass or total gross mass
8676v goods item, gross mass or total gross mass
8677v goods item, gross mass or total gross mass
8678v goods item, item number
8679v goods item, gross mass
8680v goods item, packages, number of packages
8681v goods item, packages, number of pieces
8684v itinerary
8685v transport mode at border
8686v total gross mass
8687- goods item, place of unloading
8688v packages
8689v transport mode at border
8690v transport mode at border
8691v specific circumstance indicator
8692v person lodging the declaration, EORI
`;
