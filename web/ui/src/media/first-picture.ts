/**
 * A few black pictures, once, from a camera line that sends nothing.
 *
 * Chromium tells how much it can receive (REMB) through the first line that could send pictures, and lets that one
 * say nothing before it has sent any: who only watches would never be sent more, nor less, than at the start.
 */
const PICTURES = 4;
const EVERY_MS = 100;

export async function sendFirstPicture(sender: RTCRtpSender): Promise<void> {
  const canvas = Object.assign(document.createElement("canvas"), { width: 320, height: 180 });
  const brush = canvas.getContext("2d");
  const track = canvas.captureStream(1000 / EVERY_MS).getVideoTracks()[0];
  if (!brush || !track) return;
  const wanted = sender.getParameters().encodings.map(({ active }) => active ?? true);
  await activate(sender, () => true);
  await sender.replaceTrack(track);
  for (let sent = 0; sent < PICTURES; sent++) {
    brush.fillRect(0, 0, canvas.width, canvas.height);
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
  }
  await sender.replaceTrack(null);
  track.stop();
  await activate(sender, (at) => wanted[at] ?? true);
}

async function activate(sender: RTCRtpSender, isActive: (at: number) => boolean): Promise<void> {
  const parameters = sender.getParameters();
  parameters.encodings.forEach((encoding, at) => {
    encoding.active = isActive(at);
  });
  await sender.setParameters(parameters);
}
