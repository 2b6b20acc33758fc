import type { ReactElement } from 'react';
import { referenceWord } from '../../shared/catalogue/reference-words.ts';
import type { NotificationDetail } from '../../shared/notification.ts';
import { useStatus } from '../app/queries.ts';
import { MrnFlag } from '../thread/mrn-flag.tsx';
import { DayTime } from '../ui/day-time.tsx';
import { CopiedFact, Fact } from '../ui/fact.tsx';
import { PlainText } from '../ui/plain-text.tsx';
import { distinctReferences, headReferences, machineReferences } from '../ui/references.ts';
import { sourceSubjects } from '../ui/source-subject.ts';
import { deliveryWords, sourceWords, upstreamWords } from '../ui/words.ts';

interface DetailPart {
  readonly detail: NotificationDetail;
}

/** What a broker knows the declaration by, each to copy, then when and where. */
export function DetailFacts({ detail }: DetailPart): ReactElement {
  const { facts } = detail;
  const account = useStatus().data?.accounts.find(({ id }) => id === detail.account);
  return (
    <dl className="refs" aria-label="References">
      {headReferences(detail).map((reference) => (
        <CopiedFact
          key={`${reference.kind} ${reference.value}`}
          name={referenceWord(reference.kind)}
          value={reference.value}
        >
          {reference.kind === 'mrn' ? (
            <MrnFlag mrn={reference.value} kind={detail.kind === 'dms' ? 'dms' : 'other'} />
          ) : undefined}
        </CopiedFact>
      ))}
      {facts.version === null ? null : <Fact name="Version">{text(facts.version)}</Fact>}
      {facts.issuedAt === null ? null : <Fact name="Issued">{<DayTime at={facts.issuedAt} />}</Fact>}
      <Fact name="Received">
        <DayTime at={detail.receivedAt} />
      </Fact>
      <Fact name="Account">{text(account?.name ?? detail.account)}</Fact>
      {facts.trader === null ? null : <Fact name="Trader">{text(facts.trader)}</Fact>}
      {detail.upstream === null ? null : <UpstreamFact source={detail.source} upstream={detail.upstream} />}
    </dl>
  );
}

/** A payment network's status is that of the message on its way to its subscriber, and says nothing of the money. */
function UpstreamFact(props: {
  readonly source: NotificationDetail['source'];
  readonly upstream: NonNullable<NotificationDetail['upstream']>;
}): ReactElement {
  const { source, upstream } = props;
  return sourceSubjects[source] === 'payment' ? (
    <Fact name="The message itself">{deliveryWords[upstream]}</Fact>
  ) : (
    <Fact name="Status at the source">{upstreamWords[upstream]}</Fact>
  );
}

/** What support asks for. */
export function DetailIds({ detail }: DetailPart): ReactElement {
  const { facts, remoteId } = detail;
  const codes = [facts.type, facts.functionCode, facts.statusCode].filter((code) => code !== null);
  const ids = [
    { kind: 'Message at the source', value: remoteId },
    { kind: 'Message', value: facts.messageId },
    { kind: 'Conversation', value: facts.conversationId },
    ...machineReferences(detail).map(({ kind, value }) => ({ kind: referenceWord(kind), value })),
  ];
  return (
    <section aria-labelledby="ids">
      <h3 id="ids">Type and ids</h3>
      <dl className="refs">
        <Fact name="Type">
          <span className="mono">
            <PlainText limit={80}>{codes.join(' ')}</PlainText>
          </span>
        </Fact>
        <Fact name="Source">{sourceWords[detail.source]}</Fact>
        {distinctReferences(ids).map(({ kind, value }) => (
          <CopiedFact key={value} name={kind} value={value} />
        ))}
      </dl>
    </section>
  );
}

const text = (value: string): ReactElement => <PlainText limit={120}>{value}</PlainText>;
