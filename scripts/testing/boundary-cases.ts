/** An import that must not pass, and who stops it. */
export type ForbiddenImport = {
  /** The rule of .dependency-cruiser.mjs that names it. */
  readonly rule: string;
  readonly file: string;
  readonly specifier: string;
  /** Whether oxlint's rule for the folder stops it too; packages nobody listed and cycles it cannot know. */
  readonly oxlint: boolean;
  /** Written with `import type`: such an import counts as much as any other. */
  readonly typeOnly?: true;
};

const UNLISTED = 'left-pad';

/** One unlisted package per layer. */
const unlistedPackages: readonly ForbiddenImport[] = [
  'shared/domain',
  'shared/rules',
  'shared/contract',
  'electron/planner',
  'electron/db',
  'electron/session',
  'electron/features',
  'electron/engine',
  'electron/shell',
  'renderer/ui',
  'renderer/bridge',
  'renderer/features',
  'renderer/app',
  'e2e',
].map((layer) => ({
  rule: `packages-of-${layer.replace('/', '-')}`,
  file: `${layer}/unlisted/file.ts`,
  specifier: UNLISTED,
  oxlint: false,
}));

const folders: readonly ForbiddenImport[] = [
  { rule: 'shared-domain-imports', file: 'shared/domain/rack.ts', specifier: '../rules/raid.ts', oxlint: true },
  { rule: 'shared-rules-imports', file: 'shared/rules/raid.ts', specifier: '../contract/rack.ts', oxlint: true },
  {
    rule: 'shared-contract-imports',
    file: 'shared/contract/rack.ts',
    specifier: '../../bench/fleet.ts',
    oxlint: false,
  },
  {
    rule: 'electron-planner-imports',
    file: 'electron/planner/score.ts',
    specifier: '../db/connection.ts',
    oxlint: true,
  },
  { rule: 'electron-db-imports', file: 'electron/db/undo.ts', specifier: '../features/rack/service.ts', oxlint: true },
  {
    rule: 'electron-features-imports',
    file: 'electron/features/rack/service.ts',
    specifier: '../../shell/menu.ts',
    oxlint: true,
  },
  {
    rule: 'electron-session-imports',
    file: 'electron/session/session.ts',
    specifier: '../features/rack/service.ts',
    oxlint: true,
  },
  { rule: 'electron-engine-imports', file: 'electron/engine/router.ts', specifier: '../shell/menu.ts', oxlint: true },
  { rule: 'electron-shell-imports', file: 'electron/shell/window.ts', specifier: '../db/connection.ts', oxlint: true },
  { rule: 'renderer-ui-imports', file: 'renderer/ui/Meter.tsx', specifier: '../bridge/client.ts', oxlint: true },
  { rule: 'renderer-bridge-imports', file: 'renderer/bridge/client.ts', specifier: '../app/main.tsx', oxlint: true },
  {
    rule: 'renderer-features-imports',
    file: 'renderer/features/rack/RackPage.tsx',
    specifier: '../../app/main.tsx',
    oxlint: true,
  },
  {
    rule: 'renderer-app-imports',
    file: 'renderer/app/Shell.tsx',
    specifier: '../../e2e/pages/shell.ts',
    oxlint: false,
  },
];

const sides: readonly ForbiddenImport[] = [
  { rule: 'shared-is-pure', file: 'shared/domain/site.ts', specifier: 'node:fs', oxlint: true },
  { rule: 'planner-is-pure', file: 'electron/planner/exact.ts', specifier: 'node:crypto', oxlint: true },
  { rule: 'renderer-has-no-node', file: 'renderer/features/rack/use-rack.ts', specifier: 'node:path', oxlint: true },
  {
    rule: 'renderer-never-electron',
    file: 'renderer/bridge/port.ts',
    specifier: '../../electron/engine/router.ts',
    oxlint: true,
    typeOnly: true,
  },
  { rule: 'renderer-never-electron', file: 'renderer/app/menu.ts', specifier: 'electron', oxlint: true },
  {
    rule: 'electron-never-renderer',
    file: 'electron/engine/reply.ts',
    specifier: '../../renderer/bridge/client.ts',
    oxlint: true,
    typeOnly: true,
  },
  {
    rule: 'shared-never-sides',
    file: 'shared/contract/site.ts',
    specifier: '../../electron/db/connection.ts',
    oxlint: true,
    typeOnly: true,
  },
  {
    rule: 'e2e-drives-the-window',
    file: 'e2e/specs/plan.e2e.ts',
    specifier: '../../electron/engine/router.ts',
    oxlint: true,
  },
];

const inside: readonly ForbiddenImport[] = [
  {
    rule: 'sqlite-in-db-only',
    file: 'electron/features/rack/repository.ts',
    specifier: 'better-sqlite3',
    oxlint: true,
  },
  { rule: 'sqlite-in-db-only', file: 'electron/main.ts', specifier: 'better-sqlite3', oxlint: true, typeOnly: true },
  {
    rule: 'feature-through-its-service',
    file: 'electron/features/compute/service.ts',
    specifier: '../site/repository.ts',
    oxlint: false,
  },
  {
    rule: 'planner-for-plan-only',
    file: 'electron/features/site/service.ts',
    specifier: '../../planner/fit.ts',
    oxlint: false,
  },
  { rule: 'electron-in-the-entry-only', file: 'electron/engine/publish.ts', specifier: 'electron', oxlint: true },
  { rule: 'main-has-no-data', file: 'electron/channels.ts', specifier: './db/connection.ts', oxlint: true },
  {
    rule: 'window-feature-through-its-page',
    file: 'renderer/features/fleet/FleetPage.tsx',
    specifier: '../wizard/steps.ts',
    oxlint: false,
  },
  { rule: 'test-packages-in-tests-only', file: 'shared/rules/totals.ts', specifier: 'vitest', oxlint: false },
  { rule: 'must-resolve', file: 'bench/import.ts', specifier: './nowhere.ts', oxlint: false },
  { rule: 'no-cycles', file: 'shared/domain/cycle-a.ts', specifier: './cycle-b.ts', oxlint: false },
];

export const FORBIDDEN_IMPORTS: readonly ForbiddenImport[] = [...unlistedPackages, ...folders, ...sides, ...inside];

/** Imports that must pass: a rule that forbade everything would prove nothing. */
export const ALLOWED_IMPORTS: readonly (readonly [file: string, specifier: string])[] = [
  ['shared/domain/allowed.ts', 'zod'],
  ['shared/rules/allowed.ts', '../domain/allowed.ts'],
  ['shared/rules/allowed.test.ts', 'vitest'],
  ['electron/planner/testing/allowed.ts', 'fast-check'],
  ['electron/features/allowed/session-user.ts', '../../session/context.ts'],
  ['electron/features/allowed/object-user.ts', '../object/list-repository.ts'],
  ['shared/contract/allowed.ts', '../rules/allowed.ts'],
  ['electron/planner/allowed.ts', '../../shared/rules/allowed.ts'],
  ['electron/db/allowed.ts', 'better-sqlite3'],
  ['electron/features/allowed/service.ts', '../../db/allowed.ts'],
  ['electron/features/allowed/handlers.ts', '../other/service.ts'],
  ['electron/features/plan/service.ts', '../../planner/allowed.ts'],
  ['electron/engine/main.ts', 'electron'],
  ['electron/shell/allowed.ts', 'electron'],
  ['renderer/features/allowed/AllowedPage.tsx', '../../ui/Allowed.tsx'],
  ['renderer/features/allowed/Panel.tsx', '../other/OtherPage.tsx'],
  ['renderer/app/allowed.ts', '../features/allowed/AllowedPage.tsx'],
  ['e2e/specs/allowed.e2e.ts', '../../shared/domain/allowed.ts'],
];

/** The packages that the cases name: each stands in as an empty one. */
export const STAND_IN_PACKAGES = [UNLISTED, 'electron', 'better-sqlite3', 'vitest', 'fast-check', 'zod'] as const;
