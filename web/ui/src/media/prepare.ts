/** Microphone and camera with one question to the person, where one will do. */
import { captureBoth, troubleOf } from "./capture";
import type { Device } from "./device.svelte";

export async function prepareBoth(microphone: Device, camera: Device): Promise<void> {
  if (microphone.stream || camera.stream) return oneByOne(microphone, camera);
  try {
    const stream = await captureBoth(microphone.choice, camera.choice);
    if (!stream) return oneByOne(microphone, camera);
    microphone.adopt(new MediaStream(stream.getAudioTracks()));
    camera.adopt(new MediaStream(stream.getVideoTracks()));
  } catch (error) {
    for (const device of [microphone, camera]) device.fail(troubleOf(error));
  }
}

/** One after the other: browsers show one question at a time, and some forget the second. */
async function oneByOne(microphone: Device, camera: Device): Promise<void> {
  await microphone.turn(true);
  await camera.turn(true);
}
