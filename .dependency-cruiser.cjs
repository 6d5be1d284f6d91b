/**
 * Who may import whom. Each rule is seen to bite on a planted violation in tools/house/walls.test.ts, and a
 * rule without one fails there.
 */

/**
 * Domains in the order in which they lean on each other: each may use those before it, so no circle can
 * form. The other direction is an event and a job. A new domain takes its place in this list.
 */
const domains = [
  'about',
  'places',
  'messages',
  'network',
  'accounts',
  'duty',
  'people',
  'casework',
  'consents',
  'referrals',
  'matching',
  'visits',
  'watch',
  'desk',
  'danger',
  'observatory',
]

const audiences = 'public|volunteer|casework|coordination|programmes|observatory|admin'
const test = '[.](test|fixture)[.]tsx?$|^apps/testing/'
/** Files of web/ that run in Node. */
const webInNode = '^web/(dev|doors|vite[.]config)[.]ts$'
const houses = 'apps|bench|countries|db|demonstration|domains|e2e|engines|platform|tools|web'
const packages = (...names) => `(^|/)node_modules/(${names.join('|')})(/|$)`

/** What makes a page heavy, and the staff door's own parts that may use it. */
const heavyPackages = packages('react-aria[^/]*', 'react-stately', '@react-aria', '@internationalized', '@tanstack', 'zod')
const staffParts = '^web/(staff/|ui/aria/|parts/staff|api/query[.]tsx$)'

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

module.exports = {
  forbidden: [
    rule('resolves', 'An import leads to a file or a package that is there.', {}, { couldNotResolve: true }),
    rule('no-circle', 'Two files that need each other are one thought, or three.', {}, { circular: true }),
    rule(
      'no-orphan',
      'A file that nobody imports and that imports nothing is not part of the house.',
      { orphan: true, pathNot: `${test}|[.]d[.]ts$|^web/(static/|vite[.]config|ui/aria/persian[.]ts$)|^(bench|tools)/` },
      {},
    ),
    rule(
      'listed-package',
      'A package that is not in package.json is there by chance.',
      {},
      { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    ),
    rule(
      'no-tools-in-the-product',
      'Packages for building and testing are not installed where Hamyar runs.',
      { path: '^(apps|countries|demonstration|domains|engines|platform|web)/', pathNot: `${test}|${webInNode}` },
      { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    ),
    rule(
      'no-tests-in-the-product',
      'The product does not lean on what tests are made of.',
      { pathNot: `${test}|^(e2e|bench|tools)/` },
      { path: test },
    ),

    rule(
      'engines-alone',
      'Pure mathematics: no clock, database, network, package or builtin of Node.',
      { path: '^engines/', pathNot: test },
      { pathNot: '^engines/' },
    ),
    rule(
      'auditor-apart',
      'Whoever attacks a release shares nothing with whoever protected it, but how a programme is put to a solver.',
      { path: '^engines/disclosure/audit/', pathNot: test },
      { pathNot: '^engines/disclosure/(audit/|solver[.]ts$)' },
    ),
    rule(
      'protector-apart',
      'Nor the other way round: an error in the one is not an error in both.',
      { path: '^engines/disclosure/(protect|proof)/', pathNot: test },
      { path: '^engines/disclosure/audit/' },
    ),
    rule(
      'checker-alone',
      'The checker of a proof is one file that needs to trust no other.',
      { path: '^engines/disclosure/proof/check[.]ts$' },
      { pathNot: '^engines/disclosure/proof/check[.]ts$' },
    ),
    rule(
      'platform-below',
      'What every domain stands on knows none of them, no door and no country.',
      { path: '^platform/', pathNot: test },
      { path: '^(apps|bench|countries|demonstration|domains|e2e|tools|web)/' },
    ),
    rule(
      'countries-know-little',
      'A country pack is data and its own rules: engines and words, nothing of the house.',
      { path: '^countries/', pathNot: test },
      { path: `^(${houses})/`, pathNot: '^(countries|engines|platform/words)/' },
    ),
    rule(
      'country-in-its-pack',
      'Nothing outside a pack knows a country: only countries/index.ts opens packs.',
      { pathNot: '^countries/' },
      { path: '^countries/[^/]+/' },
    ),
    rule(
      'packs-apart',
      'One country does not know another.',
      { path: '^countries/([^/]+)/' },
      { path: '^countries/[^/]+/', pathNot: '^countries/$1/' },
    ),
    rule(
      'demonstration-aside',
      'The demonstration fills the house; no door and no page is in it.',
      { path: '^demonstration/', pathNot: test },
      { path: '^(apps|bench|e2e|tools|web)/' },
    ),

    rule(
      'domain-in-order',
      'A domain takes its place in the list above.',
      { path: `^domains/(?!(${domains.join('|')})/)` },
      {},
    ),
    ...domains.slice(0, -1).map((domain, index) =>
      rule(
        'domains-form-no-circle',
        `The other direction is an event and a job: ${domain} comes before what it imports.`,
        { path: `^domains/${domain}/`, pathNot: test },
        { path: `^domains/(${domains.slice(index + 1).join('|')})/` },
      ),
    ),
    rule(
      'domains-by-the-front-door',
      'Of another domain: its index.ts, or a shape of its contract.ts.',
      { path: '^domains/([^/]+)/', pathNot: test },
      { path: '^domains/', pathNot: '^domains/$1/|^domains/[^/]+/(index|contract)[.]ts$' },
    ),
    rule(
      'domains-know-no-door',
      'Domains do not know who calls them.',
      { path: '^domains/', pathNot: test },
      { path: '^(apps|bench|demonstration|e2e|tools|web)/' },
    ),
    rule(
      'domains-know-no-driver',
      'HTTP, connections, queues and carriers of messages belong to the platform.',
      { path: '^domains/', pathNot: test },
      {
        path:
          packages('pg[^/]*', 'graphile-worker', 'fastify', '@fastify', 'nodemailer', 'pino', 'prom-client') +
          '|^platform/db/(?!(index|query)[.]ts$)',
      },
    ),
    rule(
      'observatory-alone',
      'The observatory reads facts and no domain: nobody can be found through it.',
      { path: '^domains/observatory/', pathNot: test },
      { path: '^domains/', pathNot: '^domains/observatory/' },
    ),
    rule(
      'only-stores-query',
      'SQL stands in store.ts (or a folder store/), and in the platform rooms that keep tables of their own.',
      {
        path: '^(apps|countries|demonstration|domains|engines|platform|web)/',
        pathNot: `${test}|(^|/)store([.]ts$|/)|^platform/(db|auth|facts)/|^demonstration/`,
      },
      { path: `${packages('kysely')}|^platform/db/query[.]ts$|^db/types[.]ts$` },
    ),

    rule(
      'contract-is-a-promise',
      'A contract is shapes, bounds and operations: nothing that runs on the server is behind it.',
      { path: '^(domains|platform)/.*/contract([.]ts$|/)', pathNot: test },
      { pathNot: `${packages('zod')}|^platform/(actor|contract|ids|words)/|^engines/|/contract([.]ts$|/)|/lifecycle[.]ts$` },
    ),
    rule(
      'light-lifecycle-and-words',
      'Pages on a phone carry lifecycle.ts and words.ts: of a contract they take types.',
      { path: '^domains/.*/(lifecycle|words)[.]ts$' },
      { pathNot: '^platform/words/|^engines/|/(lifecycle|words)[.]ts$', dependencyTypesNot: ['type-only'] },
    ),
    rule(
      'policy-is-pure',
      'Who may is decided from the actor and the record, never by looking something up.',
      { path: '^domains/.*/policy[.]ts$' },
      { pathNot: '^platform/(actor|ids)/|^engines/|/(contract|lifecycle|policy)[.]ts$', dependencyTypesNot: ['type-only'] },
    ),
    rule(
      'routes-are-a-list',
      'routes.ts lists what stands in its own domain.',
      { path: '^domains/([^/]+)/routes[.]ts$' },
      { pathNot: '^domains/$1/', dependencyTypesNot: ['type-only'] },
    ),

    rule(
      'web-sees-three-files',
      'Of a domain a page sees contract.ts, lifecycle.ts and words.ts.',
      { path: '^web/', pathNot: test },
      { path: '^domains/', pathNot: '^domains/.*/(contract|lifecycle|words)[.]ts$' },
    ),
    rule(
      'web-takes-types-of-contracts',
      'Of a contract a page takes types: its shapes would bring zod and every rule to the phone.',
      { path: '^web/', pathNot: test },
      { path: '/contract([.]ts$|/)|^platform/(actor|ids)/', dependencyTypesNot: ['type-only'] },
    ),
    rule(
      'web-knows-little-of-the-house',
      'Pages know words, the calendar and shapes; everything else they ask for over HTTP.',
      { path: '^web/', pathNot: test },
      { path: `^(${houses})/`, pathNot: '^(web|domains)/|^platform/(actor|contract|ids|words)/|^engines/calendar/' },
    ),
    rule(
      'no-node-in-pages',
      'A browser has no builtins of Node.',
      { path: '^web/', pathNot: `${test}|${webInNode}` },
      { dependencyTypes: ['core'] },
    ),
    rule(
      'ui-knows-no-field',
      'web/ui draws: it knows no domain, no operation and no part that knows the field.',
      { path: '^web/ui/', pathNot: test },
      { path: `^(${houses})/`, pathNot: '^web/(ui/|doors[.]ts$)|^platform/words/|^engines/calendar/' },
    ),
    rule(
      'parts-below-doors',
      'What doors share does not know the doors.',
      { path: '^web/(ui|parts|api|offline)/', pathNot: test },
      { path: `^web/(${audiences}|staff)/` },
    ),
    rule(
      'audiences-apart',
      "One audience's pages do not use another's: what both need is a part.",
      { path: `^web/(${audiences})/`, pathNot: test },
      { path: `^web/(${audiences})/`, pathNot: '^web/$1/' },
    ),
    rule(
      'light-doors-stay-light',
      'The public and volunteer doors, and all they can reach, do without React Aria, TanStack and zod.',
      { path: '^web/(public|volunteer|ui|parts|api|offline)/', pathNot: `${test}|${staffParts}` },
      { path: `${heavyPackages}|${staffParts}`, dependencyTypesNot: ['type-only'] },
    ),

    rule(
      'nobody-imports-a-door',
      'apps/ puts the house together; nothing leans on it.',
      { pathNot: `^(apps|bench|e2e|tools)/|${test}` },
      { path: '^apps/' },
    ),
    rule(
      'apps-are-thin',
      'A door takes what domains hand out: their lists, their front door, their words.',
      { path: '^apps/', pathNot: test },
      { path: '^domains/', pathNot: '^domains/[^/]+/(contract|facts|index|jobs|routes|words)[.]ts$' },
    ),
  ],
  options: {
    // Types count: what is only a type today is a habit tomorrow.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types', 'require'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json', '.css', '.d.ts'],
    },
  },
}
