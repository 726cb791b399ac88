// A page's side of one RTCPeerConnection, bare: what a person sends and the slots they receive on.
// Evaluated in any browser; everything is reached through `call`.
globalThis.call = {
  shown: {},
  heard: {},

  async capture() {
    this.media = await navigator.mediaDevices.getUserMedia({ audio: true, video: { width: 960, height: 540 } });
  },

  /** Instead of a camera a colour to be told by, and beside it what no encoder can foresee; instead of a voice a tone. */
  async pretend(hue, width, height) {
    const canvas = Object.assign(document.createElement("canvas"), { width, height });
    const drawn = canvas.getContext("2d");
    const noise = new ImageData(48, 27);
    const small = Object.assign(document.createElement("canvas"), { width: 48, height: 27 });
    setInterval(() => {
      for (let at = 0; at < noise.data.length; at++) noise.data[at] = at % 4 === 3 ? 255 : Math.random() * 255;
      small.getContext("2d").putImageData(noise, 0, 0);
      drawn.drawImage(small, 0, 0, width, height);
      drawn.fillStyle = `hsl(${hue} 100% 50%)`;
      drawn.fillRect(0, 0, width / 2, height);
    }, 66);
    this.media = new MediaStream([canvas.captureStream(15).getVideoTracks()[0], await this.tone()]);
  },

  /** Firefox's own fake microphone is a steady tone. Chromium's beeps now and then. */
  async tone() {
    if (navigator.userAgent.includes("Firefox")) {
      return (await navigator.mediaDevices.getUserMedia({ audio: true })).getAudioTracks()[0];
    }
    const context = new AudioContext();
    await context.resume();
    const oscillator = new OscillatorNode(context, { frequency: 440 });
    const out = context.createMediaStreamDestination();
    oscillator.connect(out);
    oscillator.start();
    return out.stream.getAudioTracks()[0];
  },

  /** The first and only offer. `device` says how many faces there is room for. */
  async offer({ sends = true, faces = 4, voices = 4 } = {}) {
    this.pc?.close();
    const pc = (this.pc = new RTCPeerConnection({ bundlePolicy: "max-bundle" }));
    this.states = [];
    pc.onconnectionstatechange = () => this.states.push(pc.connectionState);
    const roles = [];
    const add = (role, kind, init) => roles.push([pc.addTransceiver(kind, init), role]);
    if (sends) {
      add("microphone", "audio", { direction: "sendonly" });
      add("camera", "video", {
        direction: "sendonly",
        sendEncodings: [
          { rid: "q", active: false, scaleResolutionDownBy: 4, maxBitrate: 150_000 },
          { rid: "h", active: false, scaleResolutionDownBy: 2, maxBitrate: 500_000 },
          { rid: "f", active: false, maxBitrate: 1_700_000 },
        ],
      });
      add("screen", "video", {
        direction: "sendonly",
        sendEncodings: [
          { rid: "h", active: false, scaleResolutionDownBy: 2, maxBitrate: 300_000 },
          { rid: "f", active: false, maxBitrate: 1_500_000 },
        ],
      });
    }
    for (let n = 0; n < voices; n++) add("voice", "audio", { direction: "recvonly" });
    for (let n = 0; n < faces; n++) add("face", "video", { direction: "recvonly" });
    add("shared", "video", { direction: "recvonly" });
    await pc.setLocalDescription(await pc.createOffer());
    this.lines = Object.fromEntries(roles.map(([each, role]) => [each.mid, role]));
    this.by = Object.fromEntries(roles.map(([each]) => [each.mid, each]));
    return { sdp: pc.localDescription.sdp, lines: this.lines };
  },

  async accept(sdp) {
    await this.pc.setRemoteDescription({ type: "answer", sdp });
  },

  /** One black picture: before its camera has sent any, Chromium keeps to itself how much it can receive. */
  async prime() {
    const mid = Object.keys(this.lines).find((each) => this.lines[each] === "camera");
    if (!mid) return;
    const sender = this.by[mid].sender;
    const canvas = Object.assign(document.createElement("canvas"), { width: 320, height: 180 });
    const drawn = canvas.getContext("2d");
    const track = canvas.captureStream(10).getVideoTracks()[0];
    const activate = async (active) => {
      const parameters = sender.getParameters();
      for (const encoding of parameters.encodings) encoding.active = active;
      await sender.setParameters(parameters);
    };
    await activate(true);
    await sender.replaceTrack(track);
    for (let n = 0; n < 5; n++) {
      drawn.fillRect(0, 0, 320, 180);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    await sender.replaceTrack(null);
    track.stop();
  },

  /** Put the captured tracks behind the lines that were offered empty. */
  async send() {
    for (const [mid, role] of Object.entries(this.lines)) {
      if (role === "microphone") await this.by[mid].sender.replaceTrack(this.media.getAudioTracks()[0]);
      if (role === "camera") {
        const sender = this.by[mid].sender;
        await sender.replaceTrack(this.media.getVideoTracks()[0]);
        // Only now: a line that could send and does not keeps Chromium from saying how much it can receive.
        const parameters = sender.getParameters();
        for (const encoding of parameters.encodings) encoding.active = true;
        await sender.setParameters(parameters);
      }
    }
  },

  /** Play what is received on these lines. */
  play(mids) {
    return mids.map((mid) => {
      const element = document.createElement(this.lines[mid] === "voice" ? "audio" : "video");
      element.autoplay = true;
      element.muted = this.lines[mid] !== "voice";
      element.srcObject = new MediaStream([this.by[mid].receiver.track]);
      document.body.append(element);
      void element.play().catch(() => {});
      return element;
    });
  },

  /** Note each picture shown on this line: when, how wide, of which hue. */
  watch(mid) {
    const [element] = this.play([mid]);
    const pixel = Object.assign(document.createElement("canvas"), { width: 1, height: 1 });
    const drawn = pixel.getContext("2d", { willReadFrequently: true });
    const shown = (this.shown[mid] = []);
    const note = () => {
      const at = Date.now();
      element.requestVideoFrameCallback(note);
      drawn.drawImage(element, 0, element.videoHeight / 2, 1, 1, 0, 0, 1, 1);
      shown.push([at / 1000, element.videoWidth, hue(drawn.getImageData(0, 0, 1, 1).data)]);
    };
    element.requestVideoFrameCallback(note);
  },

  /** Note each time that something was heard on this line. */
  listen(mid) {
    this.play([mid]);
    const heard = (this.heard[mid] = []);
    const { receiver } = this.by[mid];
    let before = 0;
    setInterval(() => {
      const at = receiver.getSynchronizationSources()[0]?.timestamp ?? 0;
      if (at > before) heard.push(Date.now() / 1000);
      before = Math.max(at, before);
    }, 10);
  },

  async restart() {
    this.pc.restartIce();
    await this.pc.setLocalDescription(await this.pc.createOffer());
    return this.pc.localDescription.sdp;
  },

  /** What getStats says of each line: numbers only. */
  async stats() {
    const found = { in: {}, out: [], state: this.pc.connectionState, pair: null };
    const report = await this.pc.getStats();
    const all = [...report.values()];
    for (const each of all) {
      if (each.type === "inbound-rtp") {
        const mid = each.mid ?? Object.keys(this.by).find((key) => this.by[key].receiver.track.id === each.trackIdentifier);
        found.in[mid] = { ...each };
      }
      if (each.type === "outbound-rtp") found.out.push({ ...each });
      if (each.type === "candidate-pair" && (each.nominated || each.selected) && each.state === "succeeded") {
        found.pair = {
          ...each,
          protocol: report.get(each.remoteCandidateId)?.protocol,
          local: report.get(each.localCandidateId)?.address,
          remote: report.get(each.remoteCandidateId)?.port,
        };
      }
    }
    return JSON.parse(JSON.stringify(found));
  },

  close() {
    this.pc.close();
  },
};

const hue = ([red, green, blue]) => {
  const most = Math.max(red, green, blue);
  const range = most - Math.min(red, green, blue) || 1;
  const [from, by] = most === red ? [0, green - blue] : most === green ? [120, blue - red] : [240, red - green];
  return Math.round(from + (60 * by) / range + 360) % 360;
};
