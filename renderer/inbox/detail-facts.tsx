import type { ReactElement } from 'react';
import type { NotificationDetail, Reference } from '../../shared/notification.ts';
import { useStatus } from '../app/queries.ts';
import { MrnFlag } from '../thread/mrn-flag.tsx';
import { DayTime } from '../ui/day-time.tsx';
import { CopiedFact, Fact } from '../ui/fact.tsx';
import { PlainText } from '../ui/plain-text.tsx';
import { referenceWord, sourceWords, upstreamWords } from '../ui/words.ts';

interface DetailPart {
  readonly detail: NotificationDetail;
}

/** What a broker knows the declaration by, each to copy, then when and where. */
export function DetailFacts({ detail }: DetailPart): ReactElement {
  const { facts } = detail;
  const account = useStatus().data?.accounts.find(({ id }) => id === detail.account);
  return (
    <dl className="refs" aria-label="References">
      {referencesOf(detail).map((reference) => (
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
      {detail.upstream === null ? null : (
        <Fact name="Status at the source">{upstreamWords[detail.upstream]}</Fact>
      )}
    </dl>
  );
}

/** What support asks for. */
export function DetailIds({ detail }: DetailPart): ReactElement {
  const { facts, remoteId } = detail;
  const codes = [facts.type, facts.functionCode, facts.statusCode].filter((code) => code !== null);
  const ids: readonly { kind: string; value: string | null }[] = [
    { kind: 'Message at the source', value: remoteId },
    { kind: 'Message', value: facts.messageId },
    { kind: 'Conversation', value: facts.conversationId },
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
        {distinct(ids).map(({ kind, value }) => (
          <CopiedFact key={value} name={kind} value={value} />
        ))}
      </dl>
    </section>
  );
}

const text = (value: string): ReactElement => <PlainText limit={120}>{value}</PlainText>;

/** MRN and LRN first, then what else ties it to others; the conversation is among the ids below. */
const referencesOf = ({ facts }: NotificationDetail): readonly Reference[] =>
  distinct([
    { kind: 'mrn', value: facts.mrn },
    { kind: 'lrn', value: facts.lrn },
    ...facts.references.filter(({ value }) => value !== facts.conversationId),
  ]);

/** Each value once, by the first name it has. */
function distinct(all: readonly { kind: string; value: string | null }[]): readonly Reference[] {
  const seen = new Set<string>();
  return all.flatMap(({ kind, value }) => {
    if (value === null || seen.has(value)) return [];
    seen.add(value);
    return [{ kind, value }];
  });
}
