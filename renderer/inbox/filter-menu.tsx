import { useId, useRef, useState, type FocusEvent, type KeyboardEvent, type ReactElement } from 'react';
import { count } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';
import { PlainText } from '../ui/plain-text.tsx';

export interface FilterOption {
  readonly value: string;
  readonly label: string;
  /** How many notifications have it, whatever else is filtered. */
  readonly count: number | null;
}

interface FilterMenuProps {
  readonly label: string;
  readonly options: readonly FilterOption[];
  readonly chosen: readonly string[];
  readonly onToggle: (value: string) => void;
}

/** One dimension of the filter: a button that opens a group of check boxes. */
export function FilterMenu({ label, options, chosen, onToggle }: FilterMenuProps): ReactElement {
  const [open, setOpen] = useState(false);
  const panel = useId();
  const button = useRef<HTMLButtonElement>(null);

  function onBlur(event: FocusEvent<HTMLDivElement>) {
    if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false);
  }
  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    if (event.key === 'Escape' && open) {
      event.preventDefault();
      setOpen(false);
      button.current?.focus();
    }
    if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && open) {
      event.preventDefault();
      stepFocus(event.currentTarget, event.key === 'ArrowDown' ? 1 : -1);
    }
  }

  return (
    <div className="menu" onBlur={onBlur} onKeyDown={onKeyDown}>
      <button
        ref={button}
        type="button"
        className={chosen.length > 0 ? 'quiet chosen' : 'quiet'}
        aria-expanded={open}
        aria-controls={panel}
        onClick={() => setOpen(!open)}
      >
        {label}
        <Icon name={open ? 'up' : 'down'} />
      </button>
      {/* Focusable by pointer, so that a click between two options does not count as leaving. */}
      <div
        id={panel}
        className="menu-panel"
        role="group"
        tabIndex={-1}
        aria-label={label}
        data-keys="off"
        hidden={!open}
      >
        {options.length === 0 ? <p className="dim">Nothing to choose from yet</p> : null}
        {options.map((option) => (
          <label key={option.value} className="menu-option">
            <input
              type="checkbox"
              checked={chosen.includes(option.value)}
              onChange={() => onToggle(option.value)}
            />
            <PlainText limit={60} expandable={false}>
              {option.label}
            </PlainText>
            {option.count === null ? null : <span className="dim">{count(option.count)}</span>}
          </label>
        ))}
      </div>
    </div>
  );
}

function stepFocus(menu: HTMLElement, by: 1 | -1): void {
  const boxes = [...menu.querySelectorAll<HTMLElement>('input')];
  const at = boxes.findIndex((box) => box === document.activeElement);
  boxes[Math.min(boxes.length - 1, Math.max(0, at + by))]?.focus();
}
