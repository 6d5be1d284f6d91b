// Runs before the first paint: the stored theme, or the system's.
(function () {
  var root = document.documentElement
  var dark = matchMedia('(prefers-color-scheme: dark)')
  function paint() {
    var chosen = null
    try { chosen = localStorage.getItem('theme') } catch { /* storage may be forbidden */ }
    root.dataset.theme = chosen || (dark.matches ? 'dark' : 'light')
  }
  paint()
  dark.addEventListener('change', paint)
})()
