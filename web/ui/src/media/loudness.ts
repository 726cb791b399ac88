/** How loud a sound is, and when sounds are speech. */

/** From silence to loud speech, near the microphone. */
const FLOOR_DB = -60;
const CEILING_DB = -10;
/** A quiet room is below, a voice well above. */
const VOICE = 0.45;
/** A cough is no speech: of the last second so many tenths must be loud. */
const TENTHS = 10;
const LOUD_TENTHS = 4;

/** Of a moment of sound, 0 to 1. */
export function loudness(samples: Float32Array): number {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  const decibels = 10 * Math.log10(sum / samples.length || 1e-12);
  return Math.min(1, Math.max(0, (decibels - FLOOR_DB) / (CEILING_DB - FLOOR_DB)));
}

/** Somebody talks into a microphone that is off: said for some seconds after they did. Hears ten levels a second. */
export class MutedTalk {
  static readonly SHOWN_MS = 4_000;
  #recent: boolean[] = [];
  #until = 0;

  hear(level: number, now: number): boolean {
    this.#recent = [...this.#recent, level > VOICE].slice(-TENTHS);
    if (this.#recent.filter(Boolean).length >= LOUD_TENTHS) this.#until = now + MutedTalk.SHOWN_MS;
    return now < this.#until;
  }

  forget(): void {
    this.#recent = [];
    this.#until = 0;
  }
}
