import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { codeWords } from '../../electron/engine/decode/ppns/transit/codes/code-words.ts';
import { officePhone, officeWords } from '../../electron/engine/decode/ppns/transit/codes/office-words.ts';
import { ruleWords } from '../../electron/engine/decode/ppns/transit/errors/rule-words.ts';
import { describePlace } from '../../electron/engine/decode/ppns/transit/places/describe-place.ts';
import { stepWords } from '../../electron/engine/decode/ppns/transit/places/step-words.ts';
import type { Facts } from '../../shared/notification.ts';
import { ctcMessageReceived, ctcSubmissionNotification } from '../simulators/ppns/ctc-messages.ts';
import { elements, factsOf, transitFactsOf } from '../support/transit-messages.ts';

/** The tables that the project's own were made from, kept beside the checkout. */
const TABLES = join(import.meta.dirname, '../../../shared/facts/data');
const isHere = existsSync(join(TABLES, 'ncts-message-types.tsv'));
if (!isHere) console.info(`Skipped: the tables of transit are not at ${TABLES}.`);

const rows = (name: string): readonly (readonly string[])[] =>
  isHere
    ? readFileSync(join(TABLES, name), 'utf8')
        .split('\n')
        .filter((line) => line !== '' && !line.startsWith('#'))
        .slice(1)
        .map((line) => line.split('\t'))
    : [];

const ERROR = `<FunctionalError>${elements({ errorCode: '14', errorReason: 'R0007' })}</FunctionalError>`;

/** The facts of the message that a row of the table describes. */
function factsOfVariant(type: string, variant: string): Facts {
  if (type === 'SUBMISSION_NOTIFICATION') {
    return factsOf(
      ctcSubmissionNotification({
        code: /SUCCESS/.test(variant) ? 'SUCCESS' : 'BAD_REQUEST',
        message: 'said',
      }),
    );
  }
  if (variant === 'no body') return factsOf(ctcMessageReceived({ type, withBody: false }));
  const value = (name: string) => new RegExp(`${name} (\\d+)`).exec(variant)?.[1];
  const flags = ['decision', 'initiatedByCustoms'].flatMap((name) => {
    const flag = value(name);
    return flag === undefined ? [] : [[name, flag] as const];
  });
  const codes = ['releaseIndicator', 'businessRejectionType', 'notificationType'].flatMap((name) => {
    const code = value(name);
    return code === undefined ? [] : [[name, code] as const];
  });
  const content = [
    flags.length === 0 ? '' : `<Invalidation>${elements(Object.fromEntries(flags))}</Invalidation>`,
    variant.includes('continueUnloading')
      ? '<CTLControl><continueUnloading>1</continueUnloading></CTLControl>'
      : '',
    variant.includes('with RequestedDocument')
      ? '<RequestedDocument><documentType>N954</documentType></RequestedDocument>'
      : '',
    /^businessRejectionType \d+$/.test(variant) ? ERROR : '',
  ];
  return transitFactsOf(type, elements(Object.fromEntries(codes)), content.join(''));
}

describe.skipIf(!isHere)('the published tables of transit', () => {
  it('have every message and variant told in words, with the attention they ask for', () => {
    const read = rows('ncts-message-types.tsv').map(
      ([type = '', , , , , variant = '', , , attention = '']) => {
        const facts = factsOfVariant(type, variant);
        const isTold = !/^Transit message/.test(facts.title) && facts.attention === attention;
        return {
          name: `${type} ${variant}`.trim(),
          isTold,
          words: `${facts.title} ${facts.meaning} ${facts.nextStep ?? ''}`,
        };
      },
    );
    const misses = read.filter(({ isTold }) => !isTold).map(({ name }) => name);
    console.info(
      `transit: ${read.length - misses.length} of ${read.length} messages and variants told in words`,
    );
    expect([misses, new Set(read.map(({ words }) => words)).size]).toEqual([[], read.length]);
  });

  it('have every code told in words whose meaning is sure', () => {
    const lists = new Map<string, { told: number; untold: string[] }>();
    for (const [list = '', , code = ''] of rows('ncts-code-lists.tsv')) {
      const { told, untold } = lists.get(list) ?? { told: 0, untold: [] };
      const words = codeWords(list, code);
      lists.set(
        list,
        words === null ? { told, untold: [...untold, `${list} ${code}`] } : { told: told + 1, untold },
      );
    }
    const all = [...lists].sort(([a], [b]) => (a < b ? -1 : 1));
    const told = all.reduce((sum, [, list]) => sum + list.told, 0);
    const untold = all.flatMap(([, list]) => list.untold);
    const perList = all.map(
      ([list, { told: own, untold: others }]) => `${list} ${own}/${own + others.length}`,
    );
    console.info(
      `transit: ${told} of ${told + untold.length} codes of ${all.length} lists told in words\n  ${perList.join(', ')}`,
    );
    // What is derived, from memory or not found is shown as its code.
    expect(untold).toEqual([
      ...['CL163 1', 'CL163 (other)', 'CL164 1', 'CL164 2', 'CL164 3'],
      ...['CL196 A1', 'CL196 A2', 'CL196 A3', 'CL211 (all)', 'CL227 12'],
    ]);
  });

  it('have every path of an error in words, with its data element', () => {
    const paths = rows('ncts-xpath-words.tsv');
    const misses = paths.filter(([path = '', messages = '', words = '', element = '']) => {
      let count = 0;
      const numbered = path.replace(/[^/]+/g, (step) =>
        stepWords(step)?.isNumbered === true ? `${step}[${(count += 1)}]` : step,
      );
      let place = 0;
      const expected = words.replace(/\{n\}/g, () => String((place += 1)));
      const found = describePlace(`/${messages.split(',')[0] ?? ''}${numbered}`);
      return found?.words.toLowerCase() !== expected.toLowerCase() || (found.element ?? '') !== element;
    });
    console.info(
      `transit: ${paths.length - misses.length} of ${paths.length} places of errors told in words`,
    );
    expect(misses.map(([path]) => path)).toEqual([]);
  });

  it('have every single step in words', () => {
    const steps = rows('ncts-xpath-steps.tsv');
    const misses = steps.filter(([step = '', kind, words = '']) =>
      kind === 'root'
        ? describePlace(`/${step}`)?.words.toLowerCase() !== `${words.toLowerCase()} as a whole`
        : (stepWords(step)?.words ?? null) !== (words === '(say nothing)' ? '' : words),
    );
    console.info(`transit: ${steps.length - misses.length} of ${steps.length} single steps told in words`);
    expect(misses.map(([step]) => step)).toEqual([]);
  });

  it('have every rule that is known there, and every office by its name', () => {
    const rules = rows('ncts-rules.tsv').map(([rule = '']) => ruleWords(rule));
    const explained = rules.filter((rule) => rule !== null && rule.words !== null);
    const about = rules.filter((rule) => rule !== null && rule.words === null && rule.about.length > 0);
    const offices = rows('ncts-customs-offices.tsv');
    const named = offices.filter(([office = '', , name = '', phone = '']) => {
      return (
        officeWords(office) === `${name.trim()} (${office})` && (officePhone(office) ?? '') === phone.trim()
      );
    });
    console.info(
      `transit: ${explained.length} of ${rules.length} rules explained, ${about.length} more by what they are about; ` +
        `${named.length} of ${offices.length} offices by name`,
    );
    expect([rules.filter((rule) => rule === null).length, named.length]).toEqual([0, offices.length]);
  });
});
