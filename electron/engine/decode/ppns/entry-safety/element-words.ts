/**
 * A place in an entry summary declaration in words: `GOOITEGDS[2]/GroMasGDS46` as `goods item 2, gross mass`. How a place is
 * written is not published, so it is read only where every step is known; else it is null, and shown as it came.
 */
export function placeInWords(place: string): string | null {
  const steps = place
    .split(/[/.]/)
    .map((step) => step.trim())
    .filter((step) => step !== '' && !ROOT.test(step));
  const words = steps.map(stepInWords);
  return words.length === 0 || words.includes(null) ? null : words.join(', ');
}

const ROOT = /^(?:\w{1,20}:)?CC3\d{2}A$/;

function stepInWords(step: string): string | null {
  const [, name, index] = /^(?:\w{1,20}:)?(\w{1,40})(?:[[(](\d{1,4})[\])])?$/.exec(step) ?? [];
  const words = name === undefined ? undefined : elements().get(name);
  if (words === undefined) return null;
  return index === undefined ? words : `${words} ${index}`;
}

let known: ReadonlyMap<string, string> | null = null;

/** Taken apart at the first place that is asked for: most starts never are. */
function elements(): ReadonlyMap<string, string> {
  known ??= new Map(
    ELEMENTS.trim()
      .split('\n')
      .map((line) => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)]),
  );
  return known;
}

/** Groups and elements of the import control schemas, with a name a broker uses. */
const ELEMENTS = `
GOOITEGDS goods item
CONNR2 container
PACGS2 packages
PRODOCDC2 produced document
SPEMENMT2 special mention
IDEMEATRAGI970 means of transport at the border
COMCODGODITM commodity code
CUSOFFFENT730 office of first entry
CUSOFFLON office of lodgement
CUSOFFSENT740 office of subsequent entry
ITI itinerary
NOTPAR670 notify party
PRTNOT640 notify party of the item
PERLODSUMDEC person lodging the declaration
SEAID529 seals
TRACARENT601 carrier
TRACONCE1 consignee
TRACONCE2 consignee of the item
TRACONCO1 consignor
TRACONCO2 consignor of the item
TRAREP representative
HEAHEA header
CUSINT632 intervention
AddInfCodMT23 additional information code
AmdPlaHEA598 amendment place
CitCE124 city
CitCE224 city
CitCO124 city
CitCO224 city
CitNOTPAR674 city
CitPLD1 city
CitTRE1 city
ComNomCMD1 combined nomenclature
ComRefNumGIM1 commercial reference number
ComRefNumHEA commercial reference number
ConNumNR21 container number
ConRefNumHEA conveyance reference number
CorIdeMES25 correlation identifier
CouCE125 country code
CouCE225 country code
CouCO125 country code
CouCO225 country code
CouCodGINOT647 country code
CouCodNOTPAR675 country code
CouCodPLD1 country code
CouCodTRACARENT605 country code
CouCodTRE1 country code
CouOfRouCodITI1 country of routing code
CtyPRTNOT643 city
CtyTRACARENT603 city
CusIntCodCUSINT665 customs intervention code
CusIntTexCUSINT666 customs intervention text
DatOfPreMES9 date of preparation
DatTimAmeHEA113 declaration date and time of amendment
DecDatTimHEA114 declaration date and time
DecPlaHEA394 declaration place
DecRegDatTimHEA115 declaration registration date and time
DecSubDatTimHEA118 declaration submitted date and time
DocNumHEA5 MRN
DocRefDC23 document reference
DocTypDC21 document type
ExpDatOfArrFIRENT733 expected date and time of arrival
GooDesGDS23 goods description
GroMasGDS46 gross mass
IdeMeaTraGIMEATRA971 identity of the means of transport at the border
IdeOfMeaOfTraCroHEA85 identity of the means of transport at the border
IteNumConCUSINT668 item number concerned
IteNumGDS7 item number
KinOfPacGS23 kind of packages
MarNumOfPacGSL21 marks and numbers
MesIdeMES19 message identification
MesRecMES6 message recipient
MesSenMES3 message sender
MesTypMES20 message type
MetOfPayGDI12 transport charges or method of payment
NamCE17 name
NamCE27 name
NamCO17 name
NamCO27 name
NamNOTPAR672 name
NamPLD1 name
NamPRTNOT642 name
NamTRACARENT604 name
NamTRE1 name
NatIDEMEATRAGI973 nationality
NatOfMeaOfTraCroHEA87 nationality of the means of transport at the border
NumOfPacGS24 number of packages
NumOfPieGS25 number of pieces
PlaLoaGOOITE333 place of loading
PlaLoaGOOITE334 place of loading
PlaUnlGOOITE333 place of unloading
PlaUnlGOOITE334 place of unloading
PosCodCE123 postal code
PosCodCE223 postal code
PosCodCO123 postal code
PosCodCO223 postal code
PosCodNOTPAR676 postal code
PosCodPLD1 postal code
PosCodTRE1 postal code
PriMES15 priority
PstCodPRTNOT644 postal code
PstCodTRACARENT606 postal code
RefNumCOL1 reference number
RefNumCUSOFFFENT731 reference number
RefNumHEA4 LRN
RefNumSUBENR909 reference number
SeaIdSEAID530 seals identity
SpeCirIndHEA1 specific circumstance indicator
StrAndNumCE122 street and number
StrAndNumCE222 street and number
StrAndNumCO122 street and number
StrAndNumCO222 street and number
StrAndNumPLD1 street and number
StrAndNumTRE1 street and number
StrNumNOTPAR673 street and number
StrNumPRTNOT646 street and number
StrNumTRACARENT607 street and number
TINCE159 EORI
TINCE259 EORI
TINCO159 EORI
TINCO259 EORI
TINNOTPAR671 EORI
TINPLD1 EORI
TINPRTNOT641 EORI
TINTRACARENT602 EORI
TINTRE1 EORI
TimOfPreMES10 time of preparation
TotGroMasHEA307 total gross mass
TotNumOfIteHEA305 total number of items
TotNumOfPacHEA306 total number of packages
TraChaMetOfPayHEA1 transport charges method of payment
TraModAtBorHEA76 transport mode at border
UNDanGooCodGDI1 UN dangerous goods code
`;
