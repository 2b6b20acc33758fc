import type { DecodedAmendment, DecodedError } from '../../shared/notification.ts';
import type { Thread, ThreadEntry } from '../../shared/thread.ts';
import { fullTime, money, span } from '../ui/format.ts';
import { askedOf, latestCalculation, stageWords, type AmountLine, type Calculation } from './calculation.ts';
import { entryWithAmendments } from './changes.ts';
import { otherDeadlines, type DeadlineLine } from './deadlines.ts';
import { mrnFault } from './mrn-fault.ts';
import { line, more, part, partsText } from './plain-lines.ts';
import { quietLines, type QuietLine } from './quiet-lines.ts';
import { entryWithErrors } from './standing-errors.ts';
import {
  codesOf,
  errorsCount,
  errorsTitle,
  LIMITS,
  MOST_LINES,
  NO_MEANING,
  timeOf,
  tradeWords,
  versionsOf,
  whereOf,
} from './thread-words.ts';

/**
 * The declaration's page as plain text for an e-mail: what the page says, in its order, and no payload. Times are
 * local with their zone; `now` is epoch milliseconds.
 */
export function declarationText(thread: Thread, { now }: { readonly now: number }): string {
  return partsText([
    headPart(thread),
    callPart(thread, now),
    part(
      'Also',
      (thread.status?.notes ?? []).map((note) => `- ${line(note)}`),
    ),
    part('Not come yet', quietLines(thread.quiet, now).map(quietText)),
    errorsPart(thread),
    moneyPart(thread, latestCalculation(thread.entries)),
    changesPart(thread),
    part('Deadlines', otherDeadlines(thread).map(deadlineLine)),
    part('Timeline, newest first', thread.entries.flatMap(eventLines)),
    [`Quayside, ${fullTime(new Date(now).toISOString())}`],
  ]);
}

function headPart({ status, mrn, lrn, trade, entries }: Thread): readonly string[] {
  const fault = mrn === null ? null : mrnFault(mrn, 'dms');
  const versions = versionsOf(entries);
  return [
    status === null ? 'Movement' : `Declaration: ${line(status.title)}, since ${fullTime(status.since)}`,
    mrn === null ? 'MRN: not known yet' : `MRN: ${line(mrn)}`,
    ...(fault === null ? [] : [`  ${fault}`]),
    ...(lrn === null ? [] : [`LRN: ${line(lrn)}`]),
    `Direction: ${tradeWords(trade, mrn)}`,
    ...(versions === null ? [] : [`Version: ${line(versions)}`]),
  ];
}

function callPart({ status, entries }: Thread, now: number): readonly string[] {
  const entry = entries.find(({ id }) => id === status?.actionId);
  if (entry === undefined) return [];
  const limit = entry.deadline;
  return part('What to do', [
    line(entry.title, LIMITS.title),
    ...(entry.nextStep === null ? [] : [line(entry.nextStep, LIMITS.meaning)]),
    ...(limit === null ? [] : [`Deadline: ${fullTime(limit)}, ${leftWords(limit, now)}`]),
    ...askedOf(entry).map(({ amount, currency }) => `To pay: ${money(amount, currency)}`),
    ...entry.details.slice(0, MOST_LINES).map(({ name, value }) => `${line(name)}: ${line(value)}`),
  ]);
}

const leftWords = (at: string, now: number): string =>
  Date.parse(at) < now ? `passed ${span(now - Date.parse(at))} ago` : `in ${span(Date.parse(at) - now)}`;

const quietText = ({ notice, title, nextStep }: QuietLine): string =>
  `- ${title} (${notice.rule === 'documents' ? 'limit' : 'since'} ${fullTime(notice.at)}). ${nextStep}`;

function errorsPart(thread: Thread): readonly string[] {
  const entry = entryWithErrors(thread);
  if (entry === null) return [];
  const shown = entry.errors.slice(0, MOST_LINES);
  return part(
    errorsTitle(entry.errors),
    [...shown.flatMap(errorLines), ...more(entry.errors.length)],
    `${errorsCount(entry.errors)}, ${fullTime(timeOf(entry))}`,
  );
}

function errorLines(error: DecodedError, index: number): readonly string[] {
  const { code, dataElement, item, meaning, nextStep, description, advisory } = error;
  const where = [
    line(whereOf(error), LIMITS.where),
    dataElement === null ? null : `DE ${line(dataElement, LIMITS.code)}`,
    item === null ? null : `item ${item}`,
  ];
  return [
    `${index + 1}. ${line(code, LIMITS.code)}: ${line(meaning ?? NO_MEANING, LIMITS.meaning)}`,
    `   Where: ${where.filter((known) => known !== null).join(', ')}`,
    ...(nextStep === null ? [] : [`   What to do: ${line(nextStep, LIMITS.meaning)}`]),
    ...(description === null ? [] : [`   Customs says: ${line(description, LIMITS.meaning)}`]),
    ...(advisory ? ['   For information; nothing was refused for it.'] : []),
  ];
}

function changesPart({ entries }: Thread): readonly string[] {
  const entry = entryWithAmendments(entries);
  if (entry === null) return [];
  const shown = entry.amendments.slice(0, MOST_LINES);
  const lines = [...shown.flatMap(changeLines), ...more(entry.amendments.length)];
  return part('What changed', lines, fullTime(timeOf(entry)));
}

function changeLines(change: DecodedAmendment, index: number): readonly string[] {
  const { dataElement, meaning, reason, description } = change;
  const element = dataElement === null ? '' : `, DE ${line(dataElement, LIMITS.code)}`;
  const why = meaning ?? (reason === null ? null : `reason ${reason}`);
  return [
    `${index + 1}. ${line(whereOf(change), LIMITS.where)}${element}`,
    ...(why === null ? [] : [`   Why: ${line(why, LIMITS.meaning)}`]),
    ...(description === null ? [] : [`   Customs says: ${line(description, LIMITS.meaning)}`]),
  ];
}

function moneyPart({ status }: Thread, calculation: Calculation | null): readonly string[] {
  if (calculation === null) return [];
  const { entry, stage, lines, totals } = calculation;
  // The call has them already where this is the message that calls.
  const details = entry.id === status?.actionId ? [] : entry.details.slice(0, MOST_LINES);
  const amounts = [
    ...lines.map((sum) => `${line(sum.name)}: ${amountsText(sum)}`),
    ...(lines.length > 1 ? totals.map((sum) => `In all: ${amountsText(sum)}`) : []),
    ...(lines.length === 0 ? ['The message names no amounts.'] : []),
    ...details.map(({ name, value }) => `${line(name)}: ${line(value)}`),
  ];
  return part('Duty and tax', amounts, `${stageWords[stage]}, ${fullTime(timeOf(entry))}`);
}

const amountsText = ({ assessed, payable, currency }: Omit<AmountLine, 'name' | 'kinds'>): string =>
  [
    assessed === null ? null : `assessed ${money(assessed, currency)}`,
    `to pay ${payable === null ? 'nothing now' : money(payable, currency)}`,
  ]
    .filter((text) => text !== null)
    .join(', ');

const deadlineLine = ({ entry, at, open }: DeadlineLine): string =>
  `- ${fullTime(at)}: ${line(entry.title, LIMITS.title)}${open ? '' : ' (settled since)'}`;

const eventLines = (entry: ThreadEntry): readonly string[] => [
  `- ${fullTime(timeOf(entry))}  ${line(entry.title, LIMITS.title)} (${line(codesOf(entry))})`,
  `  ${line(entry.meaning, LIMITS.meaning)}`,
];
