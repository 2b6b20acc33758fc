/** The text of an entry safety message, invented: `number` as in `351`, what stands in it besides as XML. */
export function entryMessage(
  number: string,
  about: {
    readonly header?: string;
    readonly rest?: string;
    readonly id?: string;
    readonly time?: string;
  } = {},
): string {
  const { header = HEADER, rest = '', id = `QS-${number}`, time = '0815' } = about;
  return (
    `<cc:CC${number}A xmlns:cc="http://ics.dgtaxud.ec/CC${number}A"><MesSenMES3>HMRC</MesSenMES3>` +
    `<DatOfPreMES9>261130</DatOfPreMES9><TimOfPreMES10>${time}</TimOfPreMES10><MesIdeMES19>${id}</MesIdeMES19>` +
    `<MesTypMES20>CC313A</MesTypMES20><CorIdeMES25>QS-COR</CorIdeMES25><HEAHEA>${header}</HEAHEA>` +
    `<PERLODSUMDEC><TINPLD1>GB204117663000</TINPLD1></PERLODSUMDEC>${rest}</cc:CC${number}A>`
  );
}

const HEADER = '<RefNumHEA4>QS-ENS-1</RefNumHEA4><DocNumHEA5>26GB08I0QUAY00001A</DocNumHEA5>';
