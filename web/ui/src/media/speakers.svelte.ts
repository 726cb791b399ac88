/** Where the voices come out: one audio element per voice slot, made and kept here. */

export class Speakers {
  /** Empty where the browser does not let a page choose. */
  devices = $state.raw<MediaDeviceInfo[]>([]);
  /** "" is the system's choice. */
  chosen = $state("");
  /** The browser plays nothing before the person touches the page: `Call.resumeSound` on a press. */
  needsGesture = $state(false);

  get canChoose(): boolean {
    return "setSinkId" in HTMLMediaElement.prototype;
  }

  async switchTo(_id: string): Promise<void> {}

  /** Two notes, to hear whether one hears; resolves when they are over. */
  async test(): Promise<void> {}
}
