import type { ReactElement } from 'react';
import { DayTime } from '../ui/day-time.tsx';
import { CopiedFact, Fact } from '../ui/fact.tsx';
import { Icon } from '../ui/icon.tsx';
import { PlainText } from '../ui/plain-text.tsx';
import { attentionWords } from '../ui/words.ts';
import { DeclarationActions, type DeclarationActionsProps } from './declaration-actions.tsx';
import { MrnFlag } from './mrn-flag.tsx';
import { statusIcons, statusTone } from './status-look.ts';
import { storyNoun, storyTitle } from './story-noun.ts';
import { LIMITS, tradeWords, versionsOf } from './thread-words.ts';

/** Where the declaration stands, and what it is known by. */
export function DeclarationHead({ thread, onAcknowledge }: DeclarationActionsProps): ReactElement {
  const { status, mrn, lrn, trade, entries } = thread;
  const versions = versionsOf(entries);
  const noun = storyNoun(thread);
  return (
    <header>
      <div className="detail-top">
        {status === null ? (
          <span className="badge">Movement</span>
        ) : (
          <span className={`badge ${statusTone(status)}`}>
            <Icon name={statusIcons[status.code]} />
            {storyTitle[noun]}
            {status.attention === 'info' ? null : <span> · {attentionWords[status.attention]}</span>}
          </span>
        )}
        <DeclarationActions thread={thread} onAcknowledge={onAcknowledge} />
      </div>
      <h2 className={`detail-title ${status === null ? '' : statusTone(status)}`}>
        <PlainText limit={LIMITS.title}>{status?.title ?? 'The movement so far'}</PlainText>
        {status === null ? null : (
          <span className="since">
            {' '}
            since <DayTime at={status.since} />
          </span>
        )}
      </h2>
      <dl className="refs" aria-label="References">
        {mrn === null ? (
          <Fact name="MRN">Not known yet</Fact>
        ) : (
          <CopiedFact name="MRN" value={mrn}>
            <MrnFlag mrn={mrn} kind={noun === 'declaration' ? 'dms' : 'other'} />
          </CopiedFact>
        )}
        {lrn === null ? null : <CopiedFact name="LRN" value={lrn} />}
        {noun === 'declaration' ? <Fact name="Direction">{tradeWords(trade, mrn)}</Fact> : null}
        {versions === null ? null : (
          <Fact name="Version">
            <PlainText limit={80}>{versions}</PlainText>
          </Fact>
        )}
      </dl>
    </header>
  );
}
