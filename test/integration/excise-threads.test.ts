import { describe, expect, it } from 'vitest';
import {
  ARC,
  CONSIGNEE,
  CONSIGNOR,
  exciseXml,
  fields,
  movement,
  noticeJson,
} from '../../electron/engine/decode/ppns/excise/excise.fixture.ts';
import { ppnsDecoder } from '../../electron/engine/decode/ppns/ppns-decoder.ts';
import { memberWith } from '../../electron/engine/inbox/threads/life.fixture.ts';
import { threadView } from '../../electron/engine/inbox/threads/thread-view.ts';

/** The status of the thread of these messages, which arrive a second apart. */
function statusOf(...messages: readonly string[]) {
  const members = messages.flatMap((message, place) =>
    ppnsDecoder
      .decode(new TextEncoder().encode(message))
      .map(({ facts }) =>
        memberWith({ id: String(place + 1), facts: { ...facts, messageId: `m${place + 1}` } }),
      ),
  );
  const { status } = threadView(members);
  return [status?.code, status?.attention, status?.actionId, status?.deadline];
}

const LIMIT = '2026-12-04T16:00:00.000Z';

const reminder = exciseXml(
  'IE802',
  'ReminderMessageForExciseMovement',
  `<Attributes>${fields({ LimitDateAndTime: '2026-12-04T16:00:00', ReminderMessageType: '2' })}</Attributes>${movement}`,
);

const receipt = (conclusion: string, version = '1'): string =>
  exciseXml(
    'IE818',
    'AcceptedOrRejectedReportOfReceiptExport',
    `<ExciseMovement>${fields({ AdministrativeReferenceCode: ARC, SequenceNumber: version })}</ExciseMovement><ReportOfReceiptExport>${fields({ GlobalConclusionOfReceipt: conclusion })}</ReportOfReceiptExport>`,
  );

const change = exciseXml(
  'IE813',
  'ChangeOfDestination',
  `<UpdateEadEsad>${fields({ AdministrativeReferenceCode: ARC, SequenceNumber: '2' })}</UpdateEadEsad><DestinationChanged>${fields({ DestinationTypeCode: '1' })}</DestinationChanged>`,
);

describe('the thread of messages as EMCS writes them', () => {
  it('waits for the report until it comes, and for what a refusal asks until the goods go elsewhere', () => {
    expect([
      statusOf(reminder),
      statusOf(reminder, receipt('1')),
      statusOf(reminder, receipt('3')),
      statusOf(receipt('3'), change),
      statusOf(receipt('3'), change, receipt('21', '2')),
    ]).toEqual([
      ['report-due', 'act', '1', LIMIT],
      ['ended', 'info', null, null],
      ['refused', 'act', '2', null],
      ['diverted', 'watch', null, null],
      ['exited', 'info', null, null],
    ]);
  });

  it('follows from notices alone, to the side that reads them', () => {
    expect([
      statusOf(noticeJson('IE801', CONSIGNEE), noticeJson('IE802', CONSIGNEE)),
      statusOf(
        noticeJson('IE801', CONSIGNEE),
        noticeJson('IE802', CONSIGNEE),
        noticeJson('IE818', CONSIGNEE),
      ),
      statusOf(noticeJson('IE801', CONSIGNOR), noticeJson('IE810', CONSIGNOR)),
      statusOf(noticeJson('IE801', CONSIGNEE), noticeJson('IE810', CONSIGNEE)),
      statusOf(noticeJson('IE819', CONSIGNOR)),
      statusOf(noticeJson('IE819', CONSIGNEE)),
    ]).toEqual([
      ['report-due', 'act', '2', null],
      ['unknown', 'watch', null, null],
      ['cancelled', 'info', null, null],
      ['cancelled', 'act', '2', null],
      ['discrepancies', 'act', '1', null],
      ['unknown', 'info', null, null],
    ]);
  });
});
