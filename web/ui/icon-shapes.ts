/** Inner shapes on a 24 grid, drawn right to left: those in `mirrored` turn round in a left-to-right page. */
export const shapes = {
  exit: '<path d="M10 4h9v16h-9M14 12H3M7 8l-4 4 4 4"/>',
  back: '<path d="M4 12h16M14 6l6 6-6 6"/>',
  go: '<path d="M20 12H4M10 6l-6 6 6 6"/>',
  forward: '<path d="M14.5 5.5 8 12l6.5 6.5"/>',
  down: '<path d="M6 9l6 6 6-6"/>',
  check: '<path d="M4.5 12.5 10 18 20 6.5"/>',
  close: '<path d="M6 6l12 12M18 6 6 18"/>',
  phone:
    '<path d="M6.5 3.5 9.5 4l1.2 4.2-2 1.8c1 2.2 2.9 4.2 5.2 5.3l1.9-2 4.2 1.2.5 3c0 1.8-1.3 3-3' +
    ' 3C10.5 20.5 3.5 13.5 3.5 6.5c0-1.7 1.3-3 3-3z"/>',
  web:
    '<circle cx="12" cy="12" r="8.5"/><path d="M3.5 12h17M12 3.5c5 5 5 12 0 17M12 3.5c-5 5-5 12 0' +
    ' 17"/>',
  desk:
    '<circle cx="12" cy="7" r="3"/><path d="M6 15v-1a4 4 0 0 1 4-4h4a4 4 0 0 1 4 4v1M3 15h18M5' +
    ' 15v6M19 15v6"/>',
  kiosk: '<rect x="6.5" y="3" width="11" height="12" rx="1"/><path d="M12 15v6M8 21h8M9.5 7h5"/>',
  person: '<circle cx="12" cy="8" r="4"/><path d="M4.5 20.5a7.5 7.5 0 0 1 15 0"/>',
  people:
    '<circle cx="9" cy="8.5" r="3.5"/><path d="M2.5 20a6.5 6.5 0 0 1 13 0M15.5 5.4a3.5 3.5 0 0 1 0' +
    ' 6.2M18 14.6a6.5 6.5 0 0 1 3.5 5.4"/>',
  search: '<circle cx="10.5" cy="10.5" r="6.5"/><path d="M15.5 15.5 21 21"/>',
  eye:
    '<path d="M2.5 12C5.5 7 9 5 12 5s6.5 2 9.5 7c-3 5-6.5 7-9.5 7s-6.5-2-9.5-7z"/><circle cx="12"' +
    ' cy="12" r="3"/>',
  stop: '<path d="M8.2 3h7.6L21 8.2v7.6L15.8 21H8.2L3 15.8V8.2z"/><path d="M8.5 12h7"/>',
  flag: '<path d="M5 21V4c4-2 7 2 14 0v9c-7 2-10-2-14 0"/>',
  edit: '<path d="M4 20l1-4.5L16.5 4l3.5 3.5L8.5 19z M14 6.5 17.5 10"/>',
  bookmark: '<path d="M6 3.5h12V21l-6-4.5L6 21z"/>',
  sound:
    '<path d="M4 9.5h3.5L12 5.5v13l-4.5-4H4z"/><path d="M15.5 9a4.5 4.5 0 0 1 0 6M18 6.5a8 8 0 0 1 0' +
    ' 11"/>',
  place:
    '<path d="M12 21.5c-5-5.5-7-8.5-7-12a7 7 0 0 1 14 0c0 3.5-2 6.5-7 12z"/><circle cx="12" cy="9.5"' +
    ' r="2.5"/>',
  calendar: '<path d="M4 6h16v14.5H4zM4 10.5h16M8 3.5V7M16 3.5V7"/>',
  offline:
    '<path d="M3 4l17 17M5 11a11 11 0 0 1 4-2.3M12.5 8a11 11 0 0 1 6.5 3M8.5 14.5a6 6 0 0 1' +
    ' 4-1.4"/><circle cx="12" cy="18" r="1" fill="currentColor"/>',
  undo: '<path d="M9 5 4.5 9.5 9 14M5 9.5h9a5 5 0 0 1 0 10h-4"/>',
  download: '<path d="M12 4v11M7 10.5l5 5 5-5M4 20h16"/>',
  info: '<circle cx="12" cy="12" r="8.5"/><path d="M12 11v5.5M12 7.5v.1"/>',
  alert: '<path d="M12 3.5 21.5 20h-19zM12 10v4.5M12 17v.1"/>',
  lock: '<path d="M5 11h14v9.5H5zM8 11V8a4 4 0 0 1 8 0v3"/>',
  link:
    '<path d="M10 14a4 4 0 0 0 6 0l3-3a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6 0l-3 3a4 4 0 0 0 6' +
    ' 6l1-1"/>',
  walk:
    '<circle cx="13" cy="4.5" r="2"/><path d="M12 9l-1.5 6 4 2.5 1 4M10.5 15 7.5 21M12 9l-4 2-1 3M12' +
    ' 9l2.5 3 3 1"/>',
  list: '<path d="M9 6h12M9 12h12M9 18h12M4 6h.1M4 12h.1M4 18h.1"/>',
  clock: '<circle cx="12" cy="12" r="8.5"/><path d="M12 7v5l3.5 2"/>',
  document: '<path d="M6 3.5h8l4.5 4.5v12.5H6zM14 3.5V8h4.5M9 12.5h6M9 16h6"/>',
  home: '<path d="M3.5 11.5 12 4l8.5 7.5M6 9.5v11h12v-11"/>',
  plus: '<path d="M12 5v14M5 12h14"/>',
  minus: '<path d="M5 12h14"/>',
  globe: '<circle cx="12" cy="12" r="8.5"/><path d="M3.5 12h17"/>',
  shield:
    '<path d="M12 3 4.5 6v6c0 4.5 3 7.5 7.5 9 4.5-1.5 7.5-4.5 7.5-9V6z"/><path d="M8.5 12l2.5 2.5' +
    ' 4.5-5"/>',
  hand:
    '<path d="M4 13l4-1 5 1.5a1.5 1.5 0 0 1-.5 3L9.5 16M12.5 16l6-2.5a1.5 1.5 0 0 1 1.5 2.5L13 20.5 8' +
    ' 19H4"/><path d="M14 5.5a2.2 2.2 0 0 1 4 1.2c0 2-2.5 3-4 4.3-1.5-1.3-4-2.3-4-4.3a2.2 2.2 0 0 1' +
    ' 4-1.2z"/>',
  swap: '<path d="M4 8h14l-4-4M20 16H6l4 4"/>',
  chart: '<path d="M4 4v16h16M8 15l4-5 3 3 5-7"/>',
  sent: '<path d="M2.5 13 7 17.5 15.5 7M11 15.5l2 2L21.5 7"/>',
  menu: '<path d="M4 7h16M4 12h16M4 17h16"/>',
  sort: '<path d="M8 4v16M4.5 16.5 8 20l3.5-3.5M16 20V4M12.5 7.5 16 4l3.5 3.5"/>',
  key: '<circle cx="8" cy="15.5" r="4.5"/><path d="M11.2 12.3 20 3.5M15.5 8l3 3M18 5.5l2 2"/>',
  sun:
    '<circle cx="12" cy="12" r="4.5"/><path d="M12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4' +
    ' 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4"/>',
  moon: '<path d="M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5z"/>',
} as const

export const mirrored: ReadonlySet<string> = new Set(['exit', 'back', 'go', 'forward'])
