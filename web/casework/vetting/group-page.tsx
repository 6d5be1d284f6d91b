import { BackToList, StaffPage } from '#web/parts/staff.ts'
import { PageTitle, useLanguage, useWords } from '#web/ui/index.ts'
import { People, useGroup, type UnitId } from './group.tsx'
import { vettingWords } from './words.ts'

/** On a phone: the people of one group, and the way back to the others. */
export function GroupPage({ unit }: { unit: UnitId }) {
  const t = useWords(vettingWords)
  const { language } = useLanguage()
  const { data } = useGroup(unit)
  const name = language === 'fa' ? data?.nameFa : data?.nameEn
  return (
    <StaffPage
      head={
        <>
          <BackToList to="/staff/vetting">{t.toGroups}</BackToList>
          <PageTitle tab={t.tab}>{name ?? t.tab}</PageTitle>
        </>
      }
    >
      <People unit={unit} isPage />
    </StaffPage>
  )
}
