import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Chromium 106 and Firefox 115 as Lightning CSS spells them: major version in the third byte. */
const floor = { chrome: 106 << 16, firefox: 115 << 16 }

/**
 * Our parts do nothing by being imported except bring their own style, so a door that does not use a part
 * gets neither its script nor its style. Without this the `index.ts` of ui and parts would put everything
 * the staff door uses into what a phone downloads.
 */
const partsStandAlone: Plugin = {
  name: 'parts-stand-alone',
  transform(_, id) {
    return /\/web\/(ui|parts|api)\/[^?]*\.tsx?$/.test(id) ? { moduleSideEffects: false } : undefined
  },
}

/** Lists what the volunteer's door is made of, for `static/v-worker.js` to keep in the phone. */
const volunteerShell: Plugin = {
  name: 'volunteer-shell',
  apply: 'build',
  enforce: 'post',
  generateBundle(_, bundle) {
    const files = new Set(['first-paint.js', 'mark.svg'])
    const add = (name: string) => {
      const chunk = bundle[name]
      if (files.has(name) || chunk?.type !== 'chunk') return
      files.add(name)
      for (const file of chunk.viteMetadata?.importedCss ?? []) files.add(file)
      for (const file of chunk.viteMetadata?.importedAssets ?? []) files.add(file)
      for (const other of [...chunk.imports, ...chunk.dynamicImports]) add(other)
    }
    for (const chunk of Object.values(bundle)) {
      if (chunk.type === 'chunk' && chunk.isEntry && chunk.name === 'volunteer') add(chunk.fileName)
    }
    const source = JSON.stringify([...files].map((file) => `/${file}`))
    this.emitFile({ type: 'asset', fileName: 'v-shell.json', source })
  },
}

const isText = (file: string) => /\.(js|css|svg|json)$/.test(file)

/**
 * Beside each script and style its brotli and its gzip, as small as they get: a phone on a slow line waits for
 * bytes, and no processor of ours packs the same file twice. Documents are written anew for each language.
 */
const packed: Plugin = {
  name: 'packed',
  apply: 'build',
  enforce: 'post',
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      for (const [fileName, file] of Object.entries(bundle)) {
        if (!isText(fileName) || fileName === 'manifest.json') continue
        const bytes = Buffer.from(file.type === 'chunk' ? file.code : file.source)
        const quality = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY }
        this.emitFile({ type: 'asset', fileName: `${fileName}.br`, source: brotliCompressSync(bytes, { params: quality }) })
        this.emitFile({ type: 'asset', fileName: `${fileName}.gz`, source: gzipSync(bytes, { level: 9 }) })
      }
    },
  },
}

/** The parts of React Aria whose sentences stand in `ui/aria/persian.ts`. */
const spokenInPersian = new Set(['calendar', 'datepicker', 'spinbutton', 'overlays', 'menu'])

/**
 * React Aria brings its sentences in more than thirty languages, Persian not among them. The two that we
 * speak take their place: 30 kB less for every staff page, and screen readers hear the page's language.
 */
const ariaInOurLanguages: Plugin = {
  name: 'aria-in-our-languages',
  apply: 'build',
  transform(code, id) {
    if (!/\/react-aria\/.*\/intlStrings\.mjs$/.test(id)) return undefined
    const [path, part = ''] = /\.\.\/intl\/(\w+)\/en-US\.mjs/.exec(code) ?? []
    const english = `import en from '${path}'\n`
    if (!spokenInPersian.has(part)) return `${english}export default { 'en-US': en }`
    const persian = `import { ${part} as fa } from ${JSON.stringify(here('ui/aria/persian.ts'))}\n`
    return `${english}${persian}export default { 'en-US': en, fa }`
  },
}

/**
 * The controls that more than one page uses travel together: left alone, every badge and every icon becomes
 * a file of its own, and a phone on a slow line waits for thirty answers. What only the staff door uses
 * stays out.
 */
const controls = {
  name: 'controls',
  test: /\/web\/(ui|parts|api|offline)\/(?!aria\/|table\.|staff|nav-search\.|query\.)/,
  minShareCount: 2,
}

export default defineConfig({
  root: here('.'),
  base: '/',
  // Vite's default name for this folder is `public`, which here is a door.
  publicDir: here('static'),
  plugins: [react(), partsStandAlone, ariaInOurLanguages, volunteerShell, packed],
  css: { transformer: 'lightningcss', lightningcss: { targets: floor } },
  build: {
    outDir: here('../dist/web'),
    emptyOutDir: true,
    manifest: 'manifest.json',
    target: ['chrome106', 'firefox115'],
    // The content security policy allows no data: address, so nothing may be inlined.
    assetsInlineLimit: 0,
    // Its inline polyfill would break the same policy, and both floors know module preloading.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: {
        public: here('public/index.html'),
        volunteer: here('volunteer/index.html'),
        staff: here('staff/index.html'),
      },
      output: { codeSplitting: { groups: [controls] } },
    },
  },
})
