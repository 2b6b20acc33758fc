import { useEffect, useEffectEvent, useState } from 'react';
import type { KeyInfo, KeyMaterial } from '../../shared/accounts/key-material.ts';
import type { Failure } from '../../shared/failure.ts';
import { settle } from '../app/bridge.ts';
import { useServices } from '../app/services.ts';

export type KeyCheck =
  | { readonly kind: 'none' }
  | { readonly kind: 'busy' }
  | { readonly kind: 'opened'; readonly info: KeyInfo }
  | { readonly kind: 'refused'; readonly failure: Failure };

const NONE: KeyCheck = { kind: 'none' };

/** A password is typed in one go: it is tried when the hand rests. */
const REST_MS = 300;

/**
 * Has the engine open a key as soon as its files and password rest. `material` must be the same value while nothing
 * changes; null while no file is chosen. `onChecked` hears the outcome of the last one only.
 */
export function useKeyCheck(
  material: KeyMaterial | null,
  onChecked: (material: KeyMaterial, info: KeyInfo | null) => void,
): KeyCheck {
  const { bridge, clock } = useServices();
  const [checked, setChecked] = useState<{ material: KeyMaterial; check: KeyCheck } | null>(null);
  const told = useEffectEvent(onChecked);
  useEffect(() => {
    if (material === null) return undefined;
    let isLast = true;
    const cancel = clock.after(REST_MS, () => {
      void settle(bridge.checkKey(material)).then((answer) => {
        if (!isLast) return;
        setChecked({
          material,
          check: answer.ok
            ? { kind: 'opened', info: answer.value }
            : { kind: 'refused', failure: answer.failure },
        });
        told(material, answer.ok ? answer.value : null);
      });
    });
    return () => {
      isLast = false;
      cancel();
    };
  }, [material, bridge, clock]);
  if (material === null) return NONE;
  return checked?.material === material ? checked.check : { kind: 'busy' };
}
