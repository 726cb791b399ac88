/** Strokes on a 24 px grid. Always beside a word, never alone for an unfamiliar act. */
export const ICONS = {
  alert: "M12 4 21 19.5H3ZM12 10v4.5M12 17v.1",
  back: "M19 12H5M11 6l-6 6 6 6",
  chat: "M5.5 4.5h13a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2H11l-4.5 3.75V16.5h-1a2 2 0 0 1-2-2v-8a2 2 0 0 1 2-2Z",
  check: "m5 12.5 4.5 4.5L19 7.5",
  clock: "M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17ZM12 7.5V12l3 2",
  close: "M6 6l12 12M18 6 6 18",
  copy: "M9 8.5h9.5V20H9ZM5.5 15.5V4.5H15",
  down: "m6 9 6 6 6-6",
  edit: "m4 20 1-4.5L16 4.5a2.1 2.1 0 0 1 3 0l.5.5a2.1 2.1 0 0 1 0 3L8.5 19 4 20ZM14 6.5l3.5 3.5",
  eye: "M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12ZM12 9.25a2.75 2.75 0 1 1 0 5.5 2.75 2.75 0 0 1 0-5.5Z",
  file: "M6.5 3.5H14l4.5 4.5v12.5h-12ZM13.5 3.5V8.5H18.5",
  globe: "M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17ZM3.5 12h17M12 3.5c5 5 5 12 0 17M12 3.5c-5 5-5 12 0 17",
  help: "M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17ZM9.5 9.5a2.5 2.5 0 1 1 3.6 2.2c-.7.4-1.1.9-1.1 1.8M12 16.5v.1",
  keyboard: "M3 6.5h18v11H3ZM7 10.5v.1M11 10.5v.1M15 10.5v.1M18 10.5v.1M8 14h8",
  leave: "M14 4.5H6v15h8M11 12h9.5M17 8l4 4-4 4",
  megaphone: "M4 10v4h3l9 4.5v-13L7 10ZM18.5 9.5a3.5 3.5 0 0 1 0 5M8 14.5l1.5 5",
  more: "M5.5 12v.1M12 12v.1M18.5 12v.1",
  move: "M12 3.5v17M3.5 12h17M9.5 6 12 3.5 14.5 6M9.5 18l2.5 2.5 2.5-2.5M6 9.5 3.5 12 6 14.5M18 9.5l2.5 2.5-2.5 2.5",
  offline: "M4 4l16 16M8.5 16a5 5 0 0 1 7 0M5 12.5a10 10 0 0 1 4.5-2.6M13.5 9.7A10 10 0 0 1 19 12.5M2.5 9a14 14 0 0 1 4-2.7M11 5.1A14 14 0 0 1 21.5 9M12 19.5v.1",
  people: "M9 4.5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7ZM2.5 20c0-3.6 2.9-6 6.5-6s6.5 2.4 6.5 6M16 4.8a3.5 3.5 0 0 1 0 6.4M18.5 14.8c1.9.9 3 2.7 3 5.2",
  plus: "M12 5v14M5 12h14",
  send: "M4 12 20.5 4.5 16 20l-4.5-6ZM11.5 14l9-9.5",
  stack: "M4 8.5 12 4.5l8 4-8 4ZM4 12.5l8 4 8-4M4 16.5l8 4 8-4",
  trash: "M4.5 6.5h15M9.5 6.5V4h5v2.5M6.5 6.5 7.5 20h9l1-13.5M10.5 10.5v6M13.5 10.5v6",
  undo: "M8.5 5 4.5 9l4 4M4.5 9H14a5.5 5.5 0 0 1 0 11H8",
} as const;

export type IconName = keyof typeof ICONS;

/** Arrows that mean a direction of reading turn in Arabic. */
export const TURNING: ReadonlySet<IconName> = new Set(["back", "leave", "send", "undo"]);
