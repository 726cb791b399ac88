/** Enough of a text to know it by. */
const START_LENGTH = 60;

export function startOf(text: string, most = START_LENGTH): string {
  return text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text;
}
