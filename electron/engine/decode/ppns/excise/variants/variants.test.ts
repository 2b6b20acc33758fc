import { describe, expect, it } from 'vitest';
import { tellTo, type Variant } from '../side-words.ts';
import { atTheEndVariants } from './at-the-end.ts';
import { byOfficialsVariants } from './by-officials.ts';
import { noticeVariants } from './notices.ts';
import { onTheWayVariants } from './on-the-way.ts';
import { refusalVariants } from './refusals.ts';
import { sentVariants } from './sent.ts';

const groups: readonly Readonly<Record<string, Readonly<Record<string, Variant>>>>[] = [
  onTheWayVariants,
  atTheEndVariants,
  byOfficialsVariants,
  sentVariants,
];

const all: readonly (readonly [string, Variant])[] = [
  ...groups.flatMap((group) =>
    Object.entries(group).flatMap(([type, variants]) =>
      Object.entries(variants).map(([code, variant]): [string, Variant] => [`${type} ${code}`, variant]),
    ),
  ),
  ...Object.entries(refusalVariants),
  ...Object.entries(noticeVariants),
];

const readings = all.flatMap(([name, variant]) =>
  (['consignor', 'consignee', null] as const).map((reader) => ({ name, reader, ...tellTo(variant, reader) })),
);

describe('the words for excise messages', () => {
  it('say what to do wherever somebody is called', () => {
    const silent = readings.filter(({ attention, nextStep }) => attention === 'act' && nextStep === null);
    expect(silent).toEqual([]);
  });

  it('say that goods left only of conclusions 21 and 22 of a report of export', () => {
    const left = all.filter(([, { outcome }]) => outcome === 'exited').map(([name]) => name);
    expect(left).toEqual(['IE818 21', 'IE818 22']);
  });

  it('are at least as urgent to an unknown reader as to either side', () => {
    const order = ['info', 'watch', 'act'];
    const tooCalm = all.filter(([, variant]) => {
      const levels = (['consignor', 'consignee'] as const).map((side) => variant[side]?.attention ?? 'info');
      const unknown = order.indexOf(tellTo(variant, null).attention);
      return levels.some((level) => order.indexOf(level) > unknown);
    });
    expect(tooCalm).toEqual([]);
  });

  it('fit into a row', () => {
    expect(readings.filter(({ title }) => title.length > 80)).toEqual([]);
  });
});
