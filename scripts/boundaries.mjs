// Reads every import of the project and prints those that cross a boundary of .dependency-cruiser.mjs.
// npm run boundaries; scripts/boundaries.test.ts feeds it folders made to fail.
import configuration from '../.dependency-cruiser.mjs';
import { repositoryRoot } from './paths.mjs';
import { runInElectronNode } from './processes.mjs';

/** Fewer modules than this means that the reader was blind, not that the project is clean. */
const MINIMUM_MODULES = 100;

const FOLDERS = ['shared', 'electron', 'renderer', 'e2e', 'bench', 'scripts'];

/** @typedef {{ rule: string, from: string, to: string, comment: string }} Violation */

/**
 * @param {string} baseFolder
 * @param {string[]} folders below it
 * @returns {Promise<{ moduleCount: number, violations: Violation[] }>}
 */
export async function findViolations(baseFolder, folders) {
  const { cruise } = await import('dependency-cruiser');
  const { forbidden, options } = configuration;
  const result = await cruise(folders, { ...options, ruleSet: { forbidden }, validate: true, baseDir: baseFolder });
  if (typeof result.output === 'string')
    throw new Error('dependency-cruiser answered with text instead of its findings.');
  const { modules, summary } = result.output;
  const comments = new Map(forbidden.map(({ name, comment }) => [name, comment]));
  return {
    moduleCount: modules.filter(({ source }) => !source.startsWith('node_modules/') && /[.](ts|tsx|mjs)$/.test(source))
      .length,
    violations: summary.violations.map(({ rule, from, to }) => ({
      rule: rule.name,
      from,
      to,
      comment: String(comments.get(rule.name)),
    })),
  };
}

async function main() {
  // dependency-cruiser needs a newer Node than Debian's.
  if (process.versions['electron'] === undefined)
    return (await runInElectronNode('scripts/boundaries.mjs', [])).exitCode;
  const { moduleCount, violations } = await findViolations(repositoryRoot, FOLDERS);
  for (const { rule, from, to, comment } of violations) console.error(`${from} imports ${to}\n  ${rule}: ${comment}`);
  if (moduleCount < MINIMUM_MODULES) {
    console.error(`Only ${moduleCount} modules were read, where at least ${MINIMUM_MODULES} are expected.`);
    return 1;
  }
  console.log(`${moduleCount} modules read, ${violations.length} imports cross a boundary.`);
  return violations.length === 0 ? 0 : 1;
}

if (process.argv[1] === import.meta.filename) process.exitCode = await main();
