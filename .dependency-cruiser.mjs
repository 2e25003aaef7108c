// Who may import what, by folder. oxlint's import rules (.oxlintrc.json) say the same of single specifiers, in the
// editor; this reads the whole graph, follows re-exports to real files, and knows which packages each layer may use.
// scripts/boundaries.test.ts proves that every rule here fires.

/** @typedef {import('dependency-cruiser').IRegularForbiddenRuleType} RegularRule */

/** Tests, and the builders and arbitraries beside them. */
const TEST = '[.]test[.]tsx?$|/testing/';
/** Tests may import the test tools and build whatever they need of their own side. */
const NOT_TEST = { pathNot: TEST };
const PACKAGE_FOLDER = 'node_modules/';
const TEST_PACKAGES = ['vitest', 'fast-check'];

/** The packages each layer may import; anything else must be added here first. */
const PACKAGES_BY_LAYER = {
  'shared/domain': ['zod'],
  'shared/rules': ['zod'],
  'shared/contract': ['zod', '@orpc/contract'],
  'electron/planner': [],
  'electron/db': ['better-sqlite3', '@types/better-sqlite3', 'uuid', 'zod'],
  'electron/session': [],
  'electron/features': ['zod', 'yaml', 'papaparse', '@types/papaparse', '@orpc/server', '@orpc/contract'],
  'electron/engine': ['zod', 'electron', '@orpc/server', '@orpc/contract', '@orpc/client'],
  'electron/shell': ['electron', 'zod'],
  'renderer/ui': [
    'react',
    '@types/react',
    'react-dom',
    '@types/react-dom',
    '@mantine/',
    '@tabler/icons-react',
    '@tanstack/react-table',
    '@tanstack/react-virtual',
    '@codemirror/',
    'codemirror',
    'marked',
    'zustand',
  ],
  'renderer/bridge': ['react', '@types/react', '@orpc/', '@tanstack/react-query', 'zod', 'zustand'],
  'renderer/features': [
    'react',
    '@types/react',
    '@mantine/',
    '@tabler/icons-react',
    '@tanstack/',
    '@codemirror/',
    'codemirror',
    'zustand',
    '@orpc/',
    'zod',
    'papaparse',
    '@types/papaparse',
    'bwip-js',
    '@zxing/library',
  ],
  'renderer/app': [
    'react',
    '@types/react',
    'react-dom',
    '@types/react-dom',
    '@mantine/',
    '@tabler/icons-react',
    '@tanstack/',
    'zustand',
    '@orpc/',
    'zod',
  ],
  e2e: [
    '@electron/fuses',
    'playwright',
    'playwright-core',
    'axe-core',
    'vitest',
    'vite',
    'fast-check',
    '@orpc/client',
    'bwip-js',
  ],
};

/** @param {string[]} packages */
function packagePattern(packages) {
  const names = packages.map((name) => `${name.replaceAll('.', '[.]')}${name.endsWith('/') ? '' : '/'}`);
  return names.length === 0 ? '$^' : `^${PACKAGE_FOLDER}(${names.join('|')})`;
}

/**
 * @param {string} name
 * @param {string} comment what is allowed, for the person who meets the error
 * @param {RegularRule['from']} from
 * @param {RegularRule['to']} to
 * @returns {RegularRule & { name: string, comment: string }}
 */
function forbidden(name, comment, from, to) {
  return { name, comment, severity: 'error', from, to };
}

const packageRules = Object.entries(PACKAGES_BY_LAYER).map(([layer, packages]) =>
  forbidden(
    `packages-of-${layer.replace('/', '-')}`,
    `${layer} may import of packages: ${packages.join(', ') || 'none'}. List a new one in .dependency-cruiser.mjs first.`,
    { path: `^${layer}/`, ...NOT_TEST },
    { path: `^${PACKAGE_FOLDER}`, pathNot: packagePattern(packages) },
  ),
);

const testPackageRule = forbidden(
  'test-packages-in-tests-only',
  `${TEST_PACKAGES.join(' and ')} belong to tests.`,
  { path: '^(shared|electron|renderer)/', pathNot: TEST },
  { path: packagePattern(TEST_PACKAGES) },
);

/** @param {string} layer @param {string[]} allowed folders */
function onlyFolders(layer, allowed) {
  return forbidden(
    `${layer.replace('/', '-')}-imports`,
    `${layer} may import ${[layer, ...allowed].join(', ')} and nothing else of ours.`,
    { path: `^${layer}/`, ...NOT_TEST },
    {
      path: '^(shared|electron|renderer|e2e|bench|scripts)/',
      pathNot: `^(${[layer, ...allowed].join('|')})(/|[.]ts$)`,
    },
  );
}

const folderRules = [
  onlyFolders('shared/domain', []),
  onlyFolders('shared/rules', ['shared/domain']),
  onlyFolders('shared/contract', ['shared/domain', 'shared/rules']),
  onlyFolders('electron/planner', ['shared']),
  onlyFolders('electron/db', ['electron/system-user', 'shared']),
  onlyFolders('electron/session', ['electron/db', 'electron/planner', 'shared']),
  onlyFolders('electron/features', ['electron/db', 'electron/planner', 'electron/session', 'shared']),
  onlyFolders('electron/engine', [
    'electron/db',
    'electron/planner',
    'electron/session',
    'electron/features',
    'electron/system-user',
    'electron/backup-folder',
    'shared',
  ]),
  onlyFolders('electron/shell', ['electron/system-user', 'electron/backup-folder', 'shared']),
  onlyFolders('renderer/ui', ['shared/domain']),
  onlyFolders('renderer/bridge', ['shared']),
  onlyFolders('renderer/features', ['renderer/bridge', 'renderer/ui', 'shared']),
  onlyFolders('renderer/app', ['renderer', 'shared']),
];

const sideRules = [
  forbidden(
    'shared-is-pure',
    'shared/ runs on both sides: no Node, Electron or window.',
    { path: '^shared/', ...NOT_TEST },
    { dependencyTypes: ['core'] },
  ),
  forbidden(
    'planner-is-pure',
    'The planner is arithmetic: what it needs is passed in.',
    { path: '^electron/planner/', ...NOT_TEST },
    { dependencyTypes: ['core'] },
  ),
  forbidden(
    'renderer-has-no-node',
    'The window has no Node.',
    { path: '^renderer/', ...NOT_TEST },
    { dependencyTypes: ['core'] },
  ),
  forbidden(
    'renderer-never-electron',
    'The window reaches the program through its bridge.',
    { path: '^renderer/' },
    { path: '^electron/|^node_modules/electron/' },
  ),
  forbidden(
    'electron-never-renderer',
    'The program knows nothing of the window.',
    { path: '^electron/' },
    { path: '^renderer/' },
  ),
  forbidden(
    'shared-never-sides',
    'shared/ knows neither side.',
    { path: '^shared/' },
    { path: '^(electron|renderer)/' },
  ),
  forbidden(
    'e2e-drives-the-window',
    'e2e may import shared/domain, scripts and its own files.',
    { path: '^e2e/' },
    { path: '^(electron|renderer|shared/(rules|contract))/' },
  ),
];

const electronRules = [
  forbidden(
    'sqlite-in-db-only',
    'Only electron/db imports better-sqlite3.',
    { pathNot: '^electron/db/' },
    { path: '^node_modules/(@types/)?better-sqlite3/' },
  ),
  forbidden(
    'feature-through-its-service',
    "A feature uses another through its service.ts; features/object serves every noun and is everybody's.",
    { path: '^electron/features/([^/]+)/', ...NOT_TEST },
    {
      path: '^electron/features/[^/]+/',
      pathNot: ['^electron/features/$1/', '^electron/features/object/', '^electron/features/[^/]+/service[.]ts$'],
    },
  ),
  forbidden(
    'planner-for-plan-only',
    'Of the features only plan calls the planner.',
    { path: '^electron/features/', pathNot: ['^electron/features/plan/', TEST] },
    { path: '^electron/planner/' },
  ),
  forbidden(
    'electron-in-the-entry-only',
    'In the engine only its entry main.ts imports Electron, so that it also runs without a window.',
    { path: '^electron/engine/', pathNot: '^electron/engine/main[.]ts$' },
    { path: '^node_modules/electron/' },
  ),
  forbidden(
    'main-has-no-data',
    'main.ts, channels.ts and preload.ts leave the data to the engine.',
    { path: '^electron/(main|channels|preload)[.]ts$' },
    { path: '^electron/(db|features|planner|engine)/' },
  ),
];

const rendererRules = [
  forbidden(
    'window-feature-through-its-page',
    "A window's feature uses another through its page (*Page.tsx) or a hook (use*.ts); features/noun serves every noun, features/elevation draws racks, features/part fits and moves parts, features/port shows and plugs the ports of any device, features/journal tells and writes what was done to anything, features/picture shows what anything looks like, features/print makes codes, papers and PDFs, features/score-shape draws and edits what counts as a good fit, features/assignment places a service on any computes, features/network, features/port-assignment and features/firewall give any compute its addresses, ports and rules: these are everybody's.",
    { path: '^renderer/features/([^/]+)/', ...NOT_TEST },
    {
      path: '^renderer/features/[^/]+/',
      pathNot: [
        '^renderer/features/$1/',
        '^renderer/features/(noun|elevation|part|port|journal|picture|print|score-shape|assignment|network|port-assignment|firewall)/',
        '^renderer/features/[^/]+/([A-Za-z]+Page[.]tsx|use-?[A-Za-z-]+[.]tsx?)$',
      ],
    },
  ),
];

const graphRules = [
  forbidden('no-cycles', 'No two files import each other, not even through others.', {}, { circular: true }),
  forbidden(
    'must-resolve',
    'Every import leads to a file.',
    { path: '^(shared|electron|renderer|e2e|bench|scripts)/' },
    { couldNotResolve: true, pathNot: '[.](css|svg|png|woff2)' },
  ),
];

/** @satisfies {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...packageRules,
    testPackageRule,
    ...folderRules,
    ...sideRules,
    ...electronRules,
    ...rendererRules,
    ...graphRules,
  ],
  options: {
    // Without swc nothing in a .ts file is read, and every rule passes: scripts/boundaries.mjs counts the modules.
    parser: /** @type {'swc'} */ ('swc'),
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(out|dist)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'browser', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
      mainFields: ['module', 'main', 'types', 'typings'],
    },
  },
};
