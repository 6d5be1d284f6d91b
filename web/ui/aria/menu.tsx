import type { ReactNode } from 'react'
import { Button, I18nProvider, Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { Icon, type IconName } from '#web/ui/icon.tsx'
import { useLanguage } from '#web/ui/language.tsx'
import { locales } from './date-field.tsx'
import './menu.css'

export interface MenuEntry {
  readonly id: string
  readonly label: string
  readonly icon?: IconName
  readonly onPick: () => void
  /** Why it cannot be picked now. */
  readonly disabledReason?: string
}

export interface MenuProps {
  readonly label: string
  readonly icon?: IconName
  readonly entries: readonly MenuEntry[]
}

/** Deeds that are seldom wanted, behind one button. */
export function Menu({ label, icon = 'menu', entries }: MenuProps) {
  const { language } = useLanguage()
  return (
    <I18nProvider locale={locales[language]}>
      <MenuTrigger>
        <Button className="icon-button" aria-label={label}>
          <Icon name={icon} />
        </Button>
        <Popover className="menu" placement="bottom end">
          <AriaMenu
            className="menu-list"
            aria-label={label}
            disabledKeys={entries.filter((entry) => entry.disabledReason).map((entry) => entry.id)}
          >
            {entries.map((entry) => (
              <MenuItem
                key={entry.id}
                id={entry.id}
                className="menu-item"
                textValue={entry.label}
                onAction={entry.onPick}
              >
                {entry.icon && <Icon name={entry.icon} size={18} />}
                <Words entry={entry} />
              </MenuItem>
            ))}
          </AriaMenu>
        </Popover>
      </MenuTrigger>
    </I18nProvider>
  )
}

function Words({ entry }: { entry: MenuEntry }): ReactNode {
  if (!entry.disabledReason) return entry.label
  return (
    <span>
      {entry.label}
      <span className="menu-reason">{entry.disabledReason}</span>
    </span>
  )
}
