import { dmsTypes } from '../../shared/catalogue/dms.ts';
import { benchMessage } from '../bench/messages.ts';
import { cdsMessage } from '../simulators/cds/messages.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Messages of our own of every type, and of the other kinds that share the queue. */
export function ownMessages(): readonly Uint8Array[] {
  const types = dmsTypes.map(({ code }) => bytes(cdsMessage({ functionCode: code })));
  const lives = Array.from({ length: 20 }, (_, index) => benchMessage(index));
  const several = bytes(cdsMessage([{ functionCode: '01' }, { functionCode: '13' }, { functionCode: '09' }]));
  return [...types, ...lives, several, bytes(MOVEMENT), bytes(UPLOAD)];
}

const MOVEMENT = `<?xml version="1.0" encoding="UTF-8"?>
<m:inventoryLinkingMovementResponse xmlns:m="http://gov.uk/customs/inventoryLinking/v1">
  <m:messageCode>EAL</m:messageCode><m:movementReference>QS-MOVE-1</m:movementReference>
  <m:entry><m:ucrBlock><m:ucr>6GB000000000000-QS1</m:ucr><m:ucrType>D</m:ucrType></m:ucrBlock></m:entry>
</m:inventoryLinkingMovementResponse>`;

const UPLOAD = `<Root xmlns="hmrc:fileupload"><FileReference>qs-file-1</FileReference><BatchId>qs-batch-1</BatchId>
  <FileName>packing-list.pdf</FileName><Outcome>REJECTED</Outcome><Details>Zu groß: 12 MB</Details></Root>`;
