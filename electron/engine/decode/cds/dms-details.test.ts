import { describe, expect, it } from 'vitest';
import { dated, element, factsOf, pointers, statement } from './response.fixture.ts';

const told = (...message: Parameters<typeof factsOf>) =>
  factsOf(...message).details.map(({ name, value }) => `${name}: ${value}`);

const error = (code: string, at = '42A') =>
  `<Error>${element('ValidationCode', code)}${pointers(at)}</Error>`;
const bank = '<Bank><ReferenceID>QUAYGB2L</ReferenceID><ID>GB00QUAY01</ID></Bank>';
const status = (code: string, inside = '') => `<Status>${inside}<NameCode>${code}</NameCode></Status>`;

describe('the details of a DMS message', () => {
  it('are how to pay', () => {
    const fee = `<DutyTaxFee><Payment><ReferenceID>qs12ab</ReferenceID>${dated('DueDateTime', '20261124170000Z')}
      <PaymentAmount currencyID="GBP">12.00</PaymentAmount>
      <ObligationGuarantee><ReferenceID>1234567</ReferenceID></ObligationGuarantee></Payment></DutyTaxFee>`;
    expect([
      told('15', { inside: bank, declaration: fee }),
      factsOf('15', { declaration: fee }).deadline,
    ]).toEqual([
      [
        'Payment reference: qs12ab',
        'Pay by: 2026-11-24 17:00 UTC',
        'Deferment account or guarantee: 1234567',
        'Bank (BIC): QUAYGB2L',
        'Bank account (IBAN): GB00QUAY01',
      ],
      '2026-11-24T17:00:00.000Z',
    ]);
  });

  it('are every reference, each with what is paid under it', () => {
    const fee = (reference: string, amount: string) =>
      `<DutyTaxFee><Payment><ReferenceID>${reference}</ReferenceID><PaymentAmount currencyID="GBP">${amount}</PaymentAmount></Payment></DutyTaxFee>`;
    expect(told('13', { declaration: fee('QS77', '10.00') + fee('QS78', '20.00') })).toEqual([
      'Payment reference: QS77: 10.00 GBP',
      'Payment reference: QS78: 20.00 GBP',
    ]);
  });

  it('are when the declaration was accepted, refused, closed or cancelled', () => {
    const at = (name: string) => dated(name, '20261122094159Z');
    expect([
      told('01', { declaration: at('AcceptanceDateTime') }),
      told('03', { inside: error('CDS10001'), declaration: at('RejectionDateTime') }),
      told('03', { declaration: at('RejectionDateTime') }),
      told('03', { inside: error('CDS12046'), declaration: at('RejectionDateTime') }),
      told('10', { declaration: at('CancellationDateTime') }),
    ]).toEqual([
      ['Accepted at: 2026-11-22 09:41 UTC'],
      ['Rejected at: 2026-11-22 09:41 UTC'],
      ['Closed at: 2026-11-22 09:41 UTC'],
      ['Closed at: 2026-11-22 09:41 UTC'],
      ['Cancelled at: 2026-11-22 09:41 UTC'],
    ]);
  });

  it('are where and when the goods left, an odd date as it came', () => {
    const exit = statement({ type: 'CEX', text: 'GB000060' });
    const on = (text: string) =>
      `<EffectiveDateTime><DateTimeString>${text}</DateTimeString></EffectiveDateTime>`;
    expect([
      told('16', { inside: exit + status('A1', on('20261122')) }),
      factsOf('16', { inside: status('B1', on('Sun Nov 22')) }).problems,
      told('16', { inside: status('B1', on('Sun Nov 22')) }),
    ]).toEqual([
      [
        'Office of exit: GB000060',
        'Exit result: A1: satisfactory (inferred from the EU’s list of control results)',
        'Left on: 2026-11-22',
      ],
      [],
      ['Exit result: B1 (Quayside does not know what it means)', 'Reported for: Sun Nov 22'],
    ]);
  });

  it('are each limit, of which the earliest is the deadline', () => {
    const inside =
      statement({ type: 'ACA', code: 'ACA', limit: '20261129170000Z' }) +
      statement({ type: 'ACA', code: 'ACA', limit: '20261125170000Z' });
    expect([told('06', { inside }), factsOf('06', { inside }).deadline]).toEqual([
      ['Time limit: 2026-11-29 17:00 UTC', 'Time limit: 2026-11-25 17:00 UTC'],
      '2026-11-25T17:00:00.000Z',
    ]);
  });

  it('are the position of customs, marked as inferred or as not known', () => {
    const position = (code: string) => statement({ type: 'AFB', code });
    expect([
      told('09', { inside: position('A2') }),
      told('10', { inside: position('3') }),
      told('11', { inside: status('41') + position('ZZ') }),
      told('08', { inside: statement({ type: 'BLF', code: 'A1' }) }),
    ]).toEqual([
      ['Customs position: A2: considered satisfactory (inferred from the EU’s list of control results)'],
      ['Reason code: 3 (HMRC has not published what it means)'],
      ['Customs position: ZZ (Quayside does not know what it means)'],
      ['Result of the control: A1: satisfactory (inferred from the EU’s list of control results)'],
    ]);
  });

  it('are the texts that explain no Error or Amendment, by what they are about', () => {
    expect([
      told('10', { inside: statement({ type: 'AFB', text: 'Sent twice' }) }),
      told('51', { inside: statement({ type: 'QRY', code: 'Q01', text: 'Please sign in' }) }),
      told('52', { inside: statement({ type: 'DET', code: 'Q01', text: 'detained' }) }),
      told('18', { inside: statement({ type: 'CEX', text: 'No proof was received' }) }),
      told('06', { inside: statement({ type: 'ACA', text: 'Invoice', at: '42A/67A/68A[2]' }) }),
      told('09', { inside: statement({ type: 'XYZ', code: '7', text: 'New' }) }),
      told('99', { inside: statement({ text: 'Bare' }) }),
    ]).toEqual([
      ['Reason given: Sent twice'],
      ['Query: Please sign in'],
      ['About the detention: detained'],
      ['About the exit: No proof was received'],
      ['Document request, goods item 2: Invoice'],
      ['Customs says: New', 'Code of type XYZ: 7 (Quayside does not know what it means)'],
      ['Customs says: Bare'],
    ]);
  });

  it('are what the code with an Error adds, and never the text that stands with the Error', () => {
    const on = (code: string) => statement({ type: '1', code, text: 'Value odd', at: '07B[1]/53A[1]' });
    expect(
      ['E70', 'smartErrorMsg', '001', 'K9'].map((code) =>
        told('03', { inside: on(code) + error('CDS20001') }),
      ),
    ).toEqual([
      ['Pre-check: E70: the port or airport system’s check before the declaration failed'],
      [],
      [],
      ['Code with error 1: K9 (Quayside does not know what it means)'],
    ]);
  });

  it('are that more errors exist than are shown', () => {
    expect(told('03', { inside: error('CDS10001') + error('CDS19999') })).toEqual([
      'More errors: CDS found more errors than this message shows',
    ]);
  });

  it('are a status that the title does not tell, with its dates and its place', () => {
    const inside =
      status('39') + status('7', dated('ReleaseDateTime', '20261122100000Z') + pointers('42A/67A/68A[1]'));
    expect(told('11', { inside })).toEqual([
      'Status: 39: granted',
      'Status, goods item 1: 7 (Quayside does not know what it means)',
      'Released at, goods item 1: 2026-11-22 10:00 UTC',
    ]);
  });

  it('are the offices to ask', () => {
    const channel = (type: string, id: string) =>
      `<Communication><ID>${id}</ID><TypeCode>${type}</TypeCode></Communication>`;
    const inside = `<AppealOffice><ID>GBAPPEAL</ID></AppealOffice>
      <ContactOffice><ID>GB000060</ID>${channel('TE', '01304 000000')}${channel('AA', 'desk 4')}</ContactOffice>
      <ContactOffice/>`;
    expect(told('05', { inside })).toEqual([
      'Appeal office: GBAPPEAL',
      'Contact office: GB000060, telephone 01304 000000, AA desk 4',
    ]);
  });
});

describe('a DMSALV', () => {
  const decision = (code: string, number: number) =>
    statement({ type: 'ALV', code, text: `words ${number}`, at: `07B[1]/53A[${number}]` });
  const held = (item: number) => error('CDS50000', `42A/67A/68A[${item}]`);

  it('gives each decision with its item, and the Error its meaning', () => {
    const facts = factsOf('50', { inside: decision('C02', 1) + decision('X00', 2) + held(1) + held(4) });
    expect({
      title: facts.title,
      attention: facts.attention,
      details: facts.details,
      errors: facts.errors.map(({ item, meaning, description }) => [item, meaning, description]),
    }).toEqual({
      title: 'Held by Defra, no match',
      attention: 'act',
      details: [
        { name: 'Defra decision, goods item 1', value: 'C02: Released: no inspection required.' },
        {
          name: 'Defra decision, goods item 4',
          value: 'X00: Defra found no pre-notification (IPAFFS) that agrees with the declaration.',
        },
      ],
      errors: [
        [1, 'Released: no inspection required.', 'words 1'],
        [4, 'Defra found no pre-notification (IPAFFS) that agrees with the declaration.', 'words 2'],
      ],
    });
  });

  it('finds the item without an Error, and shows a decision it does not know', () => {
    const inside = statement({ type: 'ALV', code: 'Z42', text: 'Ring us', at: '42A/67A/68A[3]' });
    expect(told('50', { inside })).toEqual([
      'Defra decision, goods item 3: Decision Z42, which Quayside does not know.',
      'Defra says, goods item 3: Ring us',
    ]);
  });
});
