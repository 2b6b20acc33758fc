'use strict';
// Started by a runtime that has no app of its own: loads the app named on the command line, as the
// default app of an official build does.
const { app, dialog } = require('electron');
const fs = require('node:fs');
const Module = require('node:module');
const path = require('node:path');

const { preload, target } = readArguments(process.argv.slice(1));
if (preload.length > 0) Module._preloadModules(preload);
if (target === undefined) {
  process.stderr.write('Usage: electron [switches] <app folder or file> [arguments]\n');
  app.exit(2);
} else {
  load(path.resolve(target));
}

/** `-r FILE` may come before the app; every other switch stands alone; the first plain word is the app. */
function readArguments(args) {
  const modules = [];
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index];
    if (arg === '-r' || arg === '--require') {
      index += 1;
      modules.push(args[index]);
    } else if (!arg.startsWith('-')) {
      return { preload: modules, target: arg };
    }
  }
  return { preload: modules, target: undefined };
}

function load(target) {
  Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true });
  try {
    const manifest = path.join(target, 'package.json');
    const isPackage = fs.existsSync(manifest);
    if (isPackage) describe(JSON.parse(fs.readFileSync(manifest, 'utf8')));
    const file = Module._resolveFilename(target, null, true);
    app.setAppPath(isPackage ? target : path.dirname(file));
    Module._load(file, Module, true);
  } catch (error) {
    process.stderr.write(`The app at ${target} could not be loaded.\n${error.stack}\n`);
    if (process.env.DISPLAY !== undefined)
      dialog.showErrorBox('The app could not be loaded', String(error.stack));
    app.exit(1);
  }
}

function describe(manifest) {
  const name = manifest.productName ?? manifest.name;
  if (name !== undefined) {
    app.name = name;
    app.setDesktopName(manifest.desktopName ?? `${name}.desktop`);
  }
  if (manifest.version !== undefined) app.setVersion(manifest.version);
}
