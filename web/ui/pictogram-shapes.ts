/** Inner shapes on a 48 grid: `scene` in turquoise, `point` in brick. */
export const pictures = {
  clinic: {
    scene:
      '<circle cx="14" cy="12" r="4.5"/><path d="M14 17v13M14 30l-5 11M14 30l5 11M14 20.5l8 6"/><circle' +
      ' cx="29" cy="15" r="4"/><path d="M29 19.5V31M29 31l-4 10M29 31l5 10M29 22l-7 4.5"/>',
    point: '<path d="M40 6v10M35 11h10"/>',
  },
  house: {
    scene: '<path d="M5 23 24 7l19 16M10.5 19v22h27V19"/>',
    point: '<path d="M24 36l-7-7a4.3 4.3 0 0 1 7-4.5A4.3 4.3 0 0 1 31 29z"/>',
  },
  book: {
    scene: '<path d="M24 13C19 9 12 8 5 9v29c7-1 14 0 19 4 5-4 12-5 19-4V9c-7-1-14 0-19 4zM24 13v29"/>',
    point: '<path d="M30 20c2.5-1 5-1.5 7.5-1.6M30 28c2.5-1 5-1.5 7.5-1.6"/>',
  },
  box: {
    scene: '<path d="M6 16 24 7l18 9v17l-18 9-18-9zM6 16l18 9 18-9M24 25v17"/>',
    point: '<path d="M15 11.5l18 9v7"/>',
  },
  work: {
    scene: '<path d="M6 16h36v24H6z M17 16v-5a3 3 0 0 1 3-3h8a3 3 0 0 1 3 3v5"/>',
    point: '<path d="M6 27h14M28 27h14M20 24h8v6h-8z"/>',
  },
  talk: {
    scene: '<path d="M5 8h24v17H17l-7 6v-6H5z"/>',
    point: '<path d="M34 17h9v17h-4v6l-7-6H21v-4"/>',
  },
  call: {
    scene:
      '<path d="M11 6l6 1 2.5 8-4 3.5c2 4.5 6 9 11 11.5l3.5-4 8 2.5 1 6c0 3.5-2.5 6-6 6C19 40.5 7 27' +
      ' 5.5 12c0-3.5 2-6 5.5-6z"/>',
    point: '<path d="M29 11a5 5 0 1 1 7 4.6c-1.5.7-2 1.6-2 3.4M34 24v.2"/>',
  },
  ask: {
    scene: '<circle cx="18" cy="19" r="6.5"/><path d="M4 43v-1a14 14 0 0 1 28 0v1"/>',
    point: '<path d="M29 5h15v12h-7l-5 5v-5h-3z"/>',
  },
  give: {
    scene: '<circle cx="16" cy="15" r="5.5"/><path d="M5 41v-4a11 11 0 0 1 22 0v4"/>',
    point: '<circle cx="34" cy="17" r="4.5"/><path d="M33 27a9.5 9.5 0 0 1 10 9.5V41"/>',
  },
  count: {
    scene: '<path d="M5 41h38M11 41V29M20 41V22M29 41V26M38 41V15"/>',
    point: '<path d="M11 21 20 13l9 5 9-10"/>',
  },
} as const
