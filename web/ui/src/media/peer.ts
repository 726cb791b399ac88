/** One RTCPeerConnection: every line it will ever need is in its first offer, and only the way to the server changes. */
import { randomId } from "../live/random";
import type { MediaOffer } from "../protocol";
import { sendFirstPicture } from "./first-picture";
import type { DeviceClass, Role, SourceName } from "./wire";

export const FACES: Record<DeviceClass, number> = { phone: 4, desktop: 12 };
const VOICES = 4;

const ENCODINGS: Record<SourceName, RTCRtpEncodingParameters[]> = {
  microphone: [],
  camera: [
    { rid: "q", scaleResolutionDownBy: 4, maxBitrate: 150_000 },
    { rid: "h", scaleResolutionDownBy: 2, maxBitrate: 500_000 },
    { rid: "f", maxBitrate: 1_700_000 },
  ],
  screen: [
    { rid: "h", scaleResolutionDownBy: 2, maxBitrate: 300_000 },
    { rid: "f", maxBitrate: 1_500_000 },
  ],
};

/** What the server forwards. Browsers offer dozens on every line: an offer of 80 kB, where this makes it a fifth. */
const CODECS = /\/(opus|vp8|rtx)$/i;

/** What the page would have from one connection. */
export interface Plan {
  device: DeviceClass;
  sends: boolean;
  faces: number;
  voices: number;
  shared: number;
}

/** Asks the server to answer an offer. */
export type AskForAnswer = (offer: MediaOffer) => Promise<string>;

/** The server has forgotten this connection, or is another one by now: only a new connection helps. */
export class Forgotten extends Error {}

export function planOf(device: DeviceClass, sends: boolean): Plan {
  return { device, sends, faces: FACES[device], voices: VOICES, shared: 1 };
}

/** Only to see whether anything gets through. */
export function probe(device: DeviceClass): Plan {
  return { device, sends: false, faces: 0, voices: 1, shared: 0 };
}

export class Peer {
  readonly id = randomId();
  readonly connection: RTCPeerConnection;
  /** What comes in, by mid: known once the first offer is made. */
  readonly voices = new Map<string, MediaStream>();
  readonly pictures = new Map<string, MediaStream>();
  readonly #plan: Plan;
  readonly #roles = new Map<RTCRtpTransceiver, Role>();
  readonly #senders = new Map<SourceName, RTCRtpSender>();
  /** The changes of a sender wait for each other: browsers refuse two at a time. */
  readonly #changes = new Map<SourceName, Promise<void>>();
  /** What tells one server side from another, as of the first answer. */
  #other: string | undefined;
  #hasBegun = false;

  constructor(plan: Plan, iceServers: RTCIceServer[], onState: (state: RTCPeerConnectionState) => void) {
    this.#plan = plan;
    this.connection = new RTCPeerConnection({ iceServers, bundlePolicy: "max-bundle" });
    this.connection.onconnectionstatechange = () => {
      if (this.connection.connectionState === "connected") this.#begin();
      onState(this.connection.connectionState);
    };
    if (plan.sends) this.#send("microphone", "camera", "screen");
    this.#receive("voice", "audio", plan.voices);
    this.#receive("face", "video", plan.faces);
    this.#receive("shared", "video", plan.shared);
  }

  get state(): RTCPeerConnectionState {
    return this.connection.connectionState;
  }

  /** Whether it was answered once. */
  get isNegotiated(): boolean {
    return this.#other !== undefined && this.connection.remoteDescription !== null;
  }

  /** The first time all of it; again, a new way for what there is. Throws Forgotten, or what asking throws. */
  async negotiate(ask: AskForAnswer): Promise<void> {
    await this.connection.setLocalDescription();
    const lines = this.#lines();
    const sdp = withRepeatedVoices(this.connection.localDescription?.sdp ?? "");
    const answer = await ask({ connection: this.id, sdp, lines, device: this.#plan.device });
    const other = identityIn(answer);
    if (this.#other !== undefined && this.#other !== other) throw new Forgotten();
    this.#other = other;
    await this.connection.setRemoteDescription({ type: "answer", sdp: answer });
  }

  /** To be followed by negotiate. */
  restart(iceServers: RTCIceServer[]): void {
    this.connection.setConfiguration({ ...this.connection.getConfiguration(), iceServers });
    this.connection.restartIce();
  }

  /** What is sent as this from now on; without a track nothing at all leaves. */
  carry(name: SourceName, track: MediaStreamTrack | null): void {
    this.#change(name, async (sender) => {
      if (sender.track !== track) await sender.replaceTrack(track);
    });
  }

  #begin(): void {
    if (this.#hasBegun) return;
    this.#hasBegun = true;
    this.#change("camera", async (sender) => {
      if (!sender.track) await sendFirstPicture(sender);
    });
  }

  /** Only these encodings are sent: nobody watches the others. */
  activate(name: SourceName, isWanted: (rid: string | undefined) => boolean): void {
    this.#change(name, async (sender) => {
      const parameters = sender.getParameters();
      const due = parameters.encodings.filter((encoding) => (encoding.active ?? true) !== isWanted(encoding.rid));
      if (!due.length) return;
      for (const encoding of due) encoding.active = isWanted(encoding.rid);
      await sender.setParameters(parameters);
    });
  }

  close(): void {
    this.connection.onconnectionstatechange = null;
    this.connection.close();
  }

  #send(...names: SourceName[]): void {
    for (const name of names) {
      const sendEncodings = ENCODINGS[name].map((encoding) => ({ ...encoding }));
      const init: RTCRtpTransceiverInit = { direction: "sendonly", ...(sendEncodings.length ? { sendEncodings } : {}) };
      this.#senders.set(name, this.#add(name, name === "microphone" ? "audio" : "video", init).sender);
    }
  }

  #receive(role: Role, kind: "audio" | "video", count: number): void {
    for (let made = 0; made < count; made++) this.#add(role, kind, { direction: "recvonly" });
  }

  #add(role: Role, kind: "audio" | "video", init: RTCRtpTransceiverInit): RTCRtpTransceiver {
    const line = this.connection.addTransceiver(kind, init);
    const codecs = RTCRtpReceiver.getCapabilities(kind)?.codecs.filter(({ mimeType }) => CODECS.test(mimeType));
    // Older browsers cannot choose: the answer chooses then.
    if (codecs?.length) line.setCodecPreferences?.(codecs);
    this.#roles.set(line, role);
    return line;
  }

  #lines(): Record<string, Role> {
    const lines: Record<string, Role> = {};
    for (const [line, role] of this.#roles) {
      const { mid } = line;
      if (mid === null) continue;
      lines[mid] = role;
      const streams = role === "voice" ? this.voices : this.pictures;
      if (line.direction === "recvonly" && !streams.has(mid)) streams.set(mid, new MediaStream([line.receiver.track]));
    }
    return lines;
  }

  #change(name: SourceName, change: (sender: RTCRtpSender) => Promise<void>): void {
    const sender = this.#senders.get(name);
    if (!sender) return;
    const before = this.#changes.get(name) ?? Promise.resolve();
    const done = before.then(() => change(sender)).catch((error: unknown) => this.#complain(error));
    this.#changes.set(name, done);
  }

  /** A closed connection refuses everything: that is no news. */
  #complain(error: unknown): void {
    if (this.connection.signalingState !== "closed") console.error(error);
  }
}

/** Lost packets of voices are sent again where both sides say so; browsers can, and do not offer it. */
function withRepeatedVoices(sdp: string): string {
  return sdp.replace(/^a=rtpmap:(\d+) opus\/.*$/gm, "$&\r\na=rtcp-fb:$1 nack");
}

/** Session and certificate of an answer: an ICE restart keeps both. */
function identityIn(sdp: string): string {
  const session = /^o=\S+ (\S+)/m.exec(sdp)?.[1];
  const fingerprint = /^a=fingerprint:(.+?)\s*$/m.exec(sdp)?.[1];
  return `${session} ${fingerprint}`;
}
