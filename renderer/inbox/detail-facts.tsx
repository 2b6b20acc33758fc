import type { ReactElement, ReactNode } from 'react';
import type { NotificationDetail, Reference } from '../../shared/notification.ts';
import { useStatus } from '../app/queries.ts';
import { useServices } from '../app/services.ts';
import { useStore } from '../app/store.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { dayTime } from '../ui/format.ts';
import { Moment } from '../ui/moment.tsx';
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
        <Copied key={`${reference.kind} ${reference.value}`} {...reference} />
      ))}
      {facts.version === null ? null : <Fact name="Version">{text(facts.version)}</Fact>}
      {facts.issuedAt === null ? null : <Fact name="Issued">{<At at={facts.issuedAt} />}</Fact>}
      <Fact name="Received">
        <At at={detail.receivedAt} />
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
        {distinct(ids).map((id) => (
          <Copied key={id.value} {...id} />
        ))}
      </dl>
    </section>
  );
}

function Copied({ kind, value }: Reference): ReactElement {
  return (
    <div>
      <dt>{referenceWord(kind)}</dt>
      <dd className="mono">
        <PlainText limit={120}>{value}</PlainText>
        <CopyButton text={value} what={referenceWord(kind)} />
      </dd>
    </div>
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

function At({ at }: { readonly at: string }): ReactElement {
  const { seconds } = useServices();
  const today = useStore(seconds, (now) => new Date(now).setHours(0, 0, 0, 0));
  return <Moment at={at}>{dayTime(at, today)}</Moment>;
}

/** MRN and LRN first, then what else ties it to others. */
const referencesOf = ({ facts }: NotificationDetail): readonly Reference[] =>
  distinct([{ kind: 'mrn', value: facts.mrn }, { kind: 'lrn', value: facts.lrn }, ...facts.references]);

/** Each value once, by the first name it has. */
function distinct(all: readonly { kind: string; value: string | null }[]): readonly Reference[] {
  const seen = new Set<string>();
  return all.flatMap(({ kind, value }) => {
    if (value === null || seen.has(value)) return [];
    seen.add(value);
    return [{ kind, value }];
  });
}
