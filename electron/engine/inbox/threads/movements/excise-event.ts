import type { Attention } from '../../../../../shared/notification.ts';
import { versionOf } from '../thread-member.ts';
import type { ThreadStep } from '../thread-order.ts';

/** One message of an excise movement, as far as its life depends on it. */
export interface ExciseEvent {
  /** Place among the steps. */
  readonly at: number;
  /** `IE818/3`: the type and the code that decides; `IE818/` where only the notice is here. */
  readonly name: string;
  /** `IE818`. */
  readonly type: string;
  readonly title: string;
  readonly attention: Attention;
  /** Sequence number of the movement that it speaks of: every change of destination makes a new one. */
  readonly version: number | null;
}

export const exciseEvents = (steps: readonly ThreadStep[]): readonly ExciseEvent[] =>
  steps.map(({ member }, at) => {
    const { type, statusCode, title, attention } = member.facts;
    return { at, type, name: `${type}/${statusCode ?? ''}`, title, attention, version: versionOf(member) };
  });

/** Whether an event is one of these: `IE813` names every one of the type, `IE818/1` one with that code. */
export const isOneOf = ({ type, name }: ExciseEvent, names: readonly string[]): boolean =>
  names.includes(type) || names.includes(name);

/** Whether one event says more of the movement than another: of a later version or, where versions do not tell, later. */
export function outweighs(one: ExciseEvent, other: ExciseEvent): boolean {
  if (one.version === null || other.version === null || one.version === other.version)
    return one.at > other.at;
  return one.version > other.version;
}

/** Ends of a movement, after which nothing that was open before is: goods were taken or left, or there is no movement. */
export const RECEIVED = ['IE818/1', 'IE818/2', 'IE818/21', 'IE818/22'] as const;
export const OVER = ['IE810', 'IE881/1'] as const;
export const SPLIT = 'IE803/2';
