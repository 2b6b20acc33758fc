import { expect, it } from 'vitest';
import { missingPackages } from './debian-packages.mjs';

const wanted = [['libgtk-3-0', 'libgtk-3-0t64'], ['xvfb'], ['dunst'], ['dbus'], ['gnome-keyring']];

it('names what is not installed, and takes any name a package goes by', () => {
  const status = [
    'libgtk-3-0t64:amd64 ii ',
    'xvfb ii ',
    'dunst rc ',
    'gnome-keyring hi ',
    'dpkg-query: no packages found matching dbus',
  ].join('\n');
  expect(missingPackages(wanted, status)).toEqual([['dunst'], ['dbus']]);
});

it('finds everything missing where nothing is known', () => {
  expect(missingPackages(wanted, '')).toEqual(wanted);
});
