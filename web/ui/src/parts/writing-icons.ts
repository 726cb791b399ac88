/** Icons of writing together, for the pages where one does. */
import type { Drawn } from "./icons";

export const BOLD: Drawn = { path: "M7.5 5H13a3.5 3.5 0 0 1 0 7H7.5ZM7.5 12H14a3.5 3.5 0 0 1 0 7H7.5Z" };
export const BULLETS: Drawn = { path: "M9.5 6.5H20M9.5 12H20M9.5 17.5H20M5 6.5v.1M5 12v.1M5 17.5v.1" };
export const ITALIC: Drawn = { path: "M10.5 5h6.5M7 19h6.5M14 5l-4 14" };
export const LOCK: Drawn = { path: "M6 11h12v9H6ZM8.5 11V8a3.5 3.5 0 0 1 7 0v3" };
export const NUMBERS: Drawn = { path: "M10.5 6.5H20M10.5 12H20M10.5 17.5H20M4 5.2l1.5-.7V9M4 15.4c.3-1.2 2.6-1.1 2.6.3 0 1.1-2.4 1.9-2.6 3.3h2.8" };
export const QUOTE: Drawn = { path: "M5 17.5c2.5-1 3.5-3 3.5-5.5H5V6.5h5.5V12c0 4-2 6.5-5.5 7.5M14 17.5c2.5-1 3.5-3 3.5-5.5H14V6.5h5.5V12c0 4-2 6.5-5.5 7.5" };
export const REDO: Drawn = { path: "M15.5 5l4 4-4 4M19.5 9H10a5.5 5.5 0 0 0 0 11h6", turns: true };
