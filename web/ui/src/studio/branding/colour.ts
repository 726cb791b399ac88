/** A city's colour: what is derived from it, whether it can be read, and the nearest one that can. Pure, in OKLCH. */

export interface Lch {
  lightness: number;
  chroma: number;
  hue: number;
}

const WHITE = "#ffffff";
const INK = "#15221c";
const READABLE = 4.5;

export const isColour = (text: string): boolean => /^#[0-9a-f]{6}$/i.test(text);

export function ratio(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

/** White or ink, whichever reads better. */
export function inkOn(colour: string): string {
  return ratio(WHITE, colour) >= ratio(INK, colour) ? WHITE : INK;
}

/** Hues that have a meaning already: attention and danger. */
const MEANINGS = ["#f3b23c", "#a8321f"];
const NEAR = (25 / 180) * Math.PI;
const GREY = 0.04;
const STEP = 0.005;

/**
 * What buttons are made of: the colour where white reads on it, else the nearest darker step where it does; ink where it
 * would be taken for a warning.
 */
export function actionOf(colour: string): string {
  const { chroma, hue, lightness } = lchOf(colour);
  if (chroma > GREY && MEANINGS.some((other) => apart(hue, lchOf(other).hue) < NEAR)) return INK;
  let step = colour;
  for (let darker = lightness; ratio(WHITE, step) < READABLE && darker > 0; ) {
    darker -= STEP;
    step = hexOf({ lightness: darker, chroma, hue });
  }
  return step;
}

function apart(one: number, other: number): number {
  const turned = Math.abs(one - other) % (2 * Math.PI);
  return Math.min(turned, 2 * Math.PI - turned);
}

export interface Judgement {
  ink: string;
  contrast: number;
  isReadable: boolean;
  /** The nearest colour that works: the same where it already does. */
  nearest: string;
  action: string;
}

/** Bars bear their words on the colour and on its darker twin: both must read. */
export function judge(colour: string): Judgement {
  const contrast = contrastOf(colour);
  return { ink: inkOn(colour), contrast, isReadable: contrast >= READABLE, nearest: nearestOf(colour), action: actionOf(colour) };
}

export function strongOf(colour: string): string {
  const { lightness, chroma, hue } = lchOf(colour);
  return hexOf({ lightness: Math.max(0, lightness - 0.09), chroma, hue });
}

function contrastOf(colour: string): number {
  const ink = inkOn(colour);
  return Math.min(ratio(ink, colour), ratio(ink, strongOf(colour)));
}

/** Lighter and darker by turns, so that the first that works is the nearest. */
function nearestOf(colour: string): string {
  const { lightness, chroma, hue } = lchOf(colour);
  for (let step = 0; step <= 1; step += STEP) {
    for (const towards of [lightness - step, lightness + step]) {
      const found = step === 0 ? colour : hexOf({ lightness: Math.min(1, Math.max(0, towards)), chroma, hue });
      if (contrastOf(found) >= READABLE) return found;
    }
  }
  return INK;
}

export function lchOf(hex: string): Lch {
  const [r = 0, g = 0, b = 0] = linear(hex);
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const lightness = 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s;
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const c = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  return { lightness, chroma: Math.hypot(a, c), hue: Math.atan2(c, a) };
}

/** Where sRGB has no such colour, the nearest of the same lightness and hue: with less chroma. */
export function hexOf({ lightness, chroma, hue }: Lch): string {
  let colour = rgbOf({ lightness, chroma, hue });
  for (let less = chroma; less > 0 && !colour.every(isShown); less -= 0.005) {
    colour = rgbOf({ lightness, chroma: Math.max(0, less), hue });
  }
  const digits = colour.map((part) => Math.round(encoded(Math.min(1, Math.max(0, part))) * 255));
  return `#${digits.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}

const isShown = (part: number): boolean => part >= -0.0005 && part <= 1.0005;

function rgbOf({ lightness, chroma, hue }: Lch): number[] {
  const a = chroma * Math.cos(hue);
  const b = chroma * Math.sin(hue);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = linear(hex);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function linear(hex: string): number[] {
  return [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
}

function encoded(part: number): number {
  return part <= 0.0031308 ? part * 12.92 : 1.055 * part ** (1 / 2.4) - 0.055;
}
