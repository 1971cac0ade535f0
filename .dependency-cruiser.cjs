/** The walls: who may import whom. `npm run arch` checks them; test/unit/arch.test.ts proves that each of them stands. */
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

const product = '^(src|adapters|config)/';
const compositionRoot = '^src/main(\\.ts$|/)';
const npm = ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown'];

/** A package and everything below it. */
const packages = (names) => `(^|node_modules/)(${names})(/|$)`;

/**
 * The floors of src/ from the ground up. A floor stands on those below it, and knows none above.
 */
const floors = ['domain', 'message', 'ports', 'text', 'cards', 'acting', 'grammar', 'features', 'app'];

/** What a floor may import of src/: itself and what it stands on. The ground has a stricter rule of its own. */
const floorRule = (floor, below) =>
  below.length === 0
    ? []
    : [
        forbid(
          `floor-${floor}`,
          'Arrows between floors point down.',
          { path: `^src/${floor}/` },
          { path: '^src/', pathNot: `^src/(${[...below, floor].join('|')})/` },
        ),
      ];

/** Where each SDK lives. Adding a platform adds a line here. */
const homes = {
  postgres: { sdk: packages('kysely|pg|@electric-sql/[^/]+'), where: '^adapters/postgres/' },
  slack: { sdk: packages('@slack/[^/]+'), where: '^adapters/slack/' },
  bullmq: { sdk: packages('bullmq|ioredis'), where: '^adapters/bullmq/' },
  matrix: { sdk: packages('matrix-bot-sdk|@matrix-org/[^/]+'), where: '^adapters/matrix/' },
  documents: { sdk: packages('@resvg/[^/]+'), where: '^adapters/documents/' },
  'message-format': { sdk: packages('intl-messageformat'), where: '^src/text/' },
  'date-phrases': { sdk: packages('chrono-node'), where: '^src/text/' },
  yaml: { sdk: packages('yaml'), where: '^config/' },
  zod: { sdk: packages('zod'), where: '^config/|^src/grammar/|/schema\\.ts$' },
  'date-arithmetic': { sdk: packages('@date-fns/[^/]+'), where: '^src/(domain|text)/' },
};

/** The folders that adapters/platforms.ts lists. */
const platforms = 'slack|matrix';

module.exports = {
  forbidden: [
    forbid('no-circular', 'Cycles hide who owns what.', {}, { circular: true }),
    forbid(
      'resolvable',
      'An import nobody can resolve escapes every other rule; the stand-in for encryption is tried where its library is put by hand.',
      { pathNot: '^test/support/matrix/cryptoStandIn\\.cjs$' },
      { couldNotResolve: true },
    ),
    forbid(
      'composition-root-wires',
      'Only src/main.ts and src/main/ know adapters and configuration.',
      { path: '^src/', pathNot: compositionRoot },
      { path: '^(adapters|config)/' },
    ),
    forbid(
      'nothing-needs-main',
      'The composition root is where imports end.',
      { path: product, pathNot: compositionRoot },
      { path: compositionRoot },
    ),
    forbid(
      'domain-is-pure',
      'Rules without I/O are tested in milliseconds; a hash is no I/O.',
      { path: '^src/domain/' },
      { path: '.', pathNot: `^src/domain/|^(node:)?crypto$|${packages('@date-fns/tz')}` },
    ),
    ...floors.flatMap((floor, height) => floorRule(floor, floors.slice(0, height))),
    forbid(
      'ports-need-no-package',
      'A port that needs a package has chosen its implementation.',
      { path: '^src/(ports|message)/' },
      { dependencyTypes: npm },
    ),
    forbid(
      'cards-only-show',
      'A card shows facts; it does not fetch or decide.',
      { path: '^src/features/[^/]+/cards/' },
      { path: '^src/', pathNot: '^src/(domain|message|ports|text|cards)/|^src/features/[^/]+/cards/' },
    ),
    forbid(
      'acts-before-commands',
      'An act does not know how it was called.',
      { path: '^src/features/[^/]+/(acts|read|due)/' },
      { path: '^src/grammar/|^src/features/[^/]+/commands(/|\\.ts$)' },
    ),
    forbid(
      'features-are-listed-once',
      'A feature does not know the list of all features.',
      { path: '^src/features/[^/]+/' },
      { path: '^src/features/[^/]+\\.ts$' },
    ),
    forbid(
      'adapters-see-ports',
      'Adapters translate; they do not decide.',
      { path: '^adapters/' },
      { path: '^(src|config)/', pathNot: '^src/(domain|message|ports|text)/' },
    ),
    forbid(
      'adapters-are-islands',
      'One platform can be deleted without touching another.',
      { path: '^adapters/([^/]+)/' },
      { path: '^adapters/', pathNot: '^adapters/($1|kit)/' },
    ),
    forbid(
      'platforms-by-the-list',
      'A platform is one folder and one line: nobody else names it.',
      { path: '^(src|config)/' },
      { path: `^adapters/(${platforms})/` },
    ),
    forbid(
      'kit-serves-all',
      'What adapters share knows the ports alone, and no package but the one that describes settings.',
      { path: '^adapters/kit/' },
      { path: '^src/|node_modules', pathNot: `^src/(domain|message|ports)/|${packages('zod')}` },
    ),
    forbid(
      'config-stands-alone',
      'Settings are read before anything else exists; of the product they know only which languages and platforms there are, and how far two words are from each other.',
      { path: '^config/' },
      {
        path: '^(src|adapters)/',
        pathNot: '^src/text/(catalogue|editDistance)\\.ts$|^adapters/(platforms|kit/schema)\\.ts$',
      },
    ),
    forbid(
      'core-does-no-io',
      'The core reaches files, sockets and processes through ports.',
      { path: '^src/', pathNot: compositionRoot },
      { dependencyTypes: ['core'], pathNot: '^(node:)?(crypto|async_hooks)$' },
    ),
    forbid(
      'http-at-the-edge',
      'The web server belongs to the local page and the composition root.',
      { path: product, pathNot: `^adapters/local/|${compositionRoot}` },
      { dependencyTypes: ['core'], path: '^(node:)?(http|https|http2|net|tls)$' },
    ),
    forbid(
      'nothing-needs-tests',
      'The product runs without test/ and bench/.',
      { path: product },
      { path: '^(test|bench)/' },
    ),
    forbid(
      'no-dev-packages',
      'What the product imports is installed with it.',
      { path: product },
      { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    ),
    ...Object.entries(homes).map(([home, { sdk, where }]) =>
      forbid(`home-of-${home}`, 'Each SDK has exactly one home.', { path: product, pathNot: where }, { path: sdk }),
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // TypeScript 7 has no parser that tools can call yet. swc's sees type-only imports too; the types it does not see,
    // `import('…').Name`, are refused by test/support/lint/importType.grit.
    parser: 'swc',
    enhancedResolveOptions: {
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      exportsFields: ['exports'],
      extensions: ['.ts', '.mjs', '.js', '.cjs', '.d.ts'],
    },
  },
};
