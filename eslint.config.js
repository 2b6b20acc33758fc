import importX, { createNodeResolver } from 'eslint-plugin-import-x';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** The engine's rooms from the top down: a room imports from those below it, never back up. */
const ENGINE_ROOMS = [
  'sources',
  'decode',
  'polling',
  'inbox',
  'store',
  'export',
  'keys',
  'cards',
  'http',
  'network',
  'time',
];

const border = (target, from, message, except = []) => ({ target, from, message, except });

const engineBorders = ENGINE_ROOMS.flatMap((room, index) => {
  const above = ENGINE_ROOMS.slice(0, index);
  return above.map((upper) =>
    border(
      `./electron/engine/${room}`,
      `./electron/engine/${upper}`,
      `${room}/ lies below ${upper}/: hand the value in, or move the type to shared/.`,
    ),
  );
});

const zones = [
  border('./shared', './electron', 'shared/ is pure: nothing of a process comes in here.'),
  border('./shared', './renderer', 'shared/ is pure: nothing of the window comes in here.'),
  border(
    './electron/engine',
    './electron/shell',
    'The engine needs no screen: hand the value over its port.',
  ),
  border('./electron/engine', './renderer', 'The engine needs no screen.'),
  border(
    './electron/shell',
    './electron/engine',
    'The shell speaks to the engine through shared/engine-api.ts only.',
  ),
  border('./electron/shell', './renderer', 'The shell speaks to the window through shared/bridge.ts only.'),
  border('./renderer', './electron', 'The window asks through window.quayside (shared/bridge.ts).'),
  border(['./shared', './electron', './renderer'], './test', 'Shipped code takes nothing from test/.'),
  ...engineBorders,
];

const NODE_AND_ELECTRON = ['electron', 'electron/*', 'node:*'];
const banned = (group, message) => ({ group, message });
const imports = (...patterns) => ['error', { patterns }];

const CLOCK = 'Take a Clock (electron/engine/time/clock.ts); in the window use renderer/app/clock.ts.';
const timeRules = {
  'no-restricted-globals': [
    'error',
    ...['setTimeout', 'setInterval'].map((name) => ({ name, message: CLOCK })),
    { name: 'fetch', message: 'Take an Http (electron/engine/http/http.ts).' },
  ],
  'no-restricted-properties': [
    'error',
    { object: 'Date', property: 'now', message: CLOCK },
    { object: 'URL', property: 'canParse', message: 'Electron 25 lacks it: use shared/parse-url.ts.' },
    { object: 'AbortSignal', property: 'any', message: 'Electron 25 lacks it.' },
  ],
  'no-restricted-syntax': [
    'error',
    { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: CLOCK },
    {
      selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']",
      message: 'Payload text is shown as text, never as markup.',
    },
  ],
};

export default tseslint.config(
  { ignores: ['dist/', 'release/', 'node_modules/', 'test-results/'] },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [...tseslint.configs.strictTypeChecked, importX.flatConfigs.typescript],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { 'import-x': importX },
    settings: { 'import-x/resolver-next': [createTypeScriptImportResolver(), createNodeResolver()] },
    rules: {
      'import-x/no-cycle': 'error',
      'import-x/no-default-export': 'error',
      'import-x/no-restricted-paths': ['error', { zones }],
      'max-lines': ['error', 300],
      eqeqeq: 'error',
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      // A store method is async by contract even where SQLite answers at once.
      '@typescript-eslint/require-await': 'off',
    },
  },
  { files: ['shared/**', 'electron/**', 'renderer/**'], ignores: ['**/*.test.*'], rules: timeRules },
  {
    files: ['electron/engine/time/clock.ts', 'renderer/app/clock.ts'],
    rules: {
      'no-restricted-globals': 'off',
      'no-restricted-properties': 'off',
      'no-restricted-syntax': 'off',
    },
  },
  { files: ['electron/engine/http/fetch-http.ts'], rules: { 'no-restricted-globals': 'off' } },
  {
    files: ['shared/**'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-imports': imports(
        banned(
          [...NODE_AND_ELECTRON, 'react', 'react-dom', 'react/*'],
          'shared/ is pure: no Node, no Electron, no React.',
        ),
      ),
    },
  },
  {
    files: ['electron/engine/**'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-imports': imports(
        banned(['electron', 'electron/*'], 'The engine runs without Electron.'),
      ),
    },
  },
  {
    files: ['renderer/**'],
    extends: [reactHooks.configs.flat.recommended],
    rules: {
      'no-restricted-imports': imports(
        banned(NODE_AND_ELECTRON, 'The window has no Node: ask window.quayside.'),
      ),
    },
  },
  {
    files: ['electron/main.ts', 'electron/preload.ts', 'electron/shell/**'],
    ignores: ['electron/shell/window-calls.ts', 'electron/preload.ts', '**/*.test.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: 'electron',
              importNames: ['ipcMain', 'ipcRenderer'],
              message:
                'electron/shell/window-calls.ts answers the window; electron/preload.ts is its bridge.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['**/*.test.{ts,tsx}', 'test/**/*.{ts,tsx}', '*.config.ts'],
    rules: {
      'import-x/no-default-export': 'off',
      'import-x/no-restricted-paths': ['error', { zones: zones.filter((zone) => zone.from !== './test') }],
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
    },
  },
);
