import { useEffect, useEffectEvent } from 'react';
import { keyIntent, type Intent, type KeyPlace } from '../app/key-intent.ts';
import { useServices } from '../app/services.ts';
import type { InboxActions } from './use-inbox-actions.ts';

/** Turns key presses into actions, wherever in the inbox the focus is. */
export function useInboxKeys(actions: InboxActions): void {
  const { navigator } = useServices();
  function obey(intent: Intent, target: Element): void {
    switch (intent.do) {
      case 'move':
        return actions.move(intent.by, intent.extend);
      case 'into-row':
        return focusInRow(target, 1);
      case 'out-of-row':
        return focusInRow(target, -1);
      case 'open':
        return actions.open();
      case 'back':
        return actions.back(isAway(target));
      case 'acknowledge':
        return actions.acknowledge();
      case 'undo':
        return actions.undo();
      case 'pick':
        return actions.pick();
      case 'pick-all':
        return actions.pickAll();
      case 'list-by':
        return actions.turnList();
      case 'detail-as':
        return actions.turnDetail();
      case 'search':
        return navigator.focus('search');
      case 'keys':
        return navigator.showDialog('keys');
    }
  }

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || document.querySelector('dialog[open]') !== null) return;
    const target = event.target instanceof Element ? event.target : document.body;
    const intent = keyIntent(event, keyPlaceOf(target));
    if (intent === null) return;
    event.preventDefault();
    obey(intent, target);
  });

  useEffect(() => {
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}

const TEXT_FIELD = 'input:not([type=checkbox], [type=radio], [type=button]), textarea, select';

function keyPlaceOf(target: Element): KeyPlace {
  if (target.matches(TEXT_FIELD) || target.closest('[data-keys="off"]') !== null) return 'field';
  // With the focus nowhere, the keys are the list's.
  if (target === document.body) return 'list-row';
  if (target.closest('[role="grid"]') === null) return 'elsewhere';
  return target.matches('[role="row"], [role="grid"]') ? 'list-row' : 'list-control';
}

/** True where Escape leads back to the list first. */
const isAway = (target: Element): boolean =>
  target !== document.body && target.closest('[role="grid"]') === null;

/** Steps through a row and its controls, which are no tab stops of their own. */
function focusInRow(target: Element, by: 1 | -1): void {
  const row = target.closest('[role="row"]');
  if (!(row instanceof HTMLElement)) return;
  const stops = [row, ...row.querySelectorAll<HTMLElement>('button, input')];
  const at = stops.findIndex((stop) => stop === target);
  stops[Math.min(stops.length - 1, Math.max(0, at + by))]?.focus();
}
