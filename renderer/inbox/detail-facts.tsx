import type { ReactElement, ReactNode } from 'react';
import type { NotificationDetail, Reference } from '../../shared/notification.ts';
import { useStatus } from '../app/queries.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { fullTime } from '../ui/format.ts';
import { Moment } from '../ui/moment.tsx';
import { PlainText } from '../ui/plain-text.tsx';
import { referenceWord, sourceWords, upstreamWords } from '../ui/words.ts';

/** References to copy, then the plain facts. */
export function DetailFacts({ detail }: { readonly detail: NotificationDetail }): ReactElement {
  const { facts } = detail;
  const account = useStatus().data?.accounts.find(({ id }) => id === detail.account);
  const codes = [facts.functionCode, facts.statusCode].filter((code) => code !== null);
  return (
    <>
      <dl className="refs" aria-label="References">
        {referencesOf(detail).map(({ kind, value }) => (
          <div key={`${kind} ${value}`}>
            <dt>{referenceWord(kind)}</dt>
            <dd className="mono">
              <PlainText limit={120}>{value}</PlainText>
              <CopyButton text={value} what={referenceWord(kind)} />
            </dd>
          </div>
        ))}
      </dl>
      <dl className="refs plain" aria-label="Facts">
        <Fact name="Type">
          <span className="mono">
            <PlainText limit={80}>{[facts.type, ...codes].join(' ')}</PlainText>
          </span>
        </Fact>
        {facts.version === null ? null : <Fact name="Version">{text(facts.version)}</Fact>}
        {facts.issuedAt === null ? null : <Fact name="Issued">{moment(facts.issuedAt)}</Fact>}
        <Fact name="Received">{moment(detail.receivedAt)}</Fact>
        <Fact name="Account">{text(account?.name ?? detail.account)}</Fact>
        <Fact name="Source">{sourceWords[detail.source]}</Fact>
        {detail.upstream === null ? null : (
          <Fact name="Status at the source">{upstreamWords[detail.upstream]}</Fact>
        )}
        {facts.trader === null ? null : <Fact name="Trader">{text(facts.trader)}</Fact>}
      </dl>
    </>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactElement {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

const text = (value: string): ReactElement => <PlainText limit={120}>{value}</PlainText>;
const moment = (at: string): ReactElement => <Moment at={at}>{fullTime(at)}</Moment>;

/** MRN and LRN first, then what else ties it to others, each once, then the ids that support asks for. */
function referencesOf({ facts, remoteId }: NotificationDetail): readonly Reference[] {
  const all: readonly { kind: string; value: string | null }[] = [
    { kind: 'mrn', value: facts.mrn },
    { kind: 'lrn', value: facts.lrn },
    ...facts.references,
    { kind: 'conversation', value: facts.conversationId },
    { kind: 'Message', value: facts.messageId },
    { kind: 'Message at the source', value: remoteId },
  ];
  const seen = new Set<string>();
  return all.flatMap(({ kind, value }) => {
    if (value === null || seen.has(value)) return [];
    seen.add(value);
    return [{ kind, value }];
  });
}
