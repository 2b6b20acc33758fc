import { describe, expect, it } from 'vitest';
import { createNavigator } from './navigator.ts';

describe('what is open', () => {
  it('is shown as its declaration when asked', () => {
    const navigator = createNavigator();
    const before = navigator.place.get().detailView;
    navigator.showDetailAs('thread');
    expect([before, navigator.place.get().detailView]).toEqual(['notification', 'thread']);
  });

  it('is shown as itself when it was opened from an alert, whatever was shown before', () => {
    const navigator = createNavigator();
    navigator.showDetailAs('thread');
    navigator.open('7');
    const { detailView, pane, focus } = navigator.place.get();
    expect([detailView, pane, focus, navigator.selection.get().cursor]).toEqual([
      'notification',
      'detail',
      'detail',
      '7',
    ]);
  });
});
