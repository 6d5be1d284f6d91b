const flag = 'kiosk'
/** A minute without a touch, then a warning, then everything is cleared. */
export const msIdle = 60_000
export const msWarned = 20_000

let known: boolean | undefined

const read = (): boolean => {
  if (typeof location === 'undefined') return false
  try {
    if (new URLSearchParams(location.search).has(flag)) sessionStorage.setItem(flag, 'yes')
    return sessionStorage.getItem(flag) === 'yes'
  } catch {
    return new URLSearchParams(location.search).has(flag)
  }
}

/** A screen that many people use after each other: opened once with `?kiosk`, for as long as its tab lives. */
export const isKiosk = (): boolean => (known ??= read())

/** Back to the first page by a new document: nothing of the one before stays in memory, nor behind the back button. */
export const startOver = (): void => {
  document.body.replaceChildren()
  location.replace(`/?${flag}`)
}
