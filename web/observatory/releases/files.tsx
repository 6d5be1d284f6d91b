import { releaseWords } from '#web/observatory/release-words.ts'
import { Code, Table, useLanguage, useWords } from '#web/ui/index.ts'
import type { Release } from './use-release.ts'

/** Every file with its size and fingerprint. They are nobody's to fetch before the moment. */
export function Files({ files }: { files: Release['files'] }) {
  const t = useWords(releaseWords)
  const { language } = useLanguage()
  return (
    <section aria-labelledby="release-files" className="flow">
      <h2 id="release-files">{t.files}</h2>
      <p className="quiet">{files.length === 0 ? t.filesNotYet : t.filesNote}</p>
      {files.length > 0 && (
        <Table
          caption={t.files}
          hideCaption
          rows={files}
          keyOf={({ name }) => name}
          columns={[
            { id: 'title', header: t.file, names: true, cell: (file) => (language === 'fa' ? file.titleFa : file.titleEn) },
            { id: 'size', header: t.size, figures: true, width: '120px', cell: ({ size }) => t.kilobytes({ kilobytes: Math.max(1, Math.round(size / 1024)) }) },
            { id: 'sha', header: t.sha, width: '240px', wideOnly: true, cell: ({ sha256 }) => <Code quiet>{sha256.slice(0, 16)}…</Code> },
          ]}
        />
      )}
    </section>
  )
}
