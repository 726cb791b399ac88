/** Trying one's devices: whatever comes of it, one can go back to how one was. */
import type { Call } from "../call.svelte";

export interface Trial {
  /** Not like this: as before. */
  end(): void;
}

export function begin(call: Call): Trial {
  const { way, microphone, camera, standing } = call;
  const before = { microphone: microphone.on, camera: camera.on };
  return {
    end() {
      if (standing === "off" || way === undefined) return call.release();
      call.way = way;
      for (const device of [microphone, camera]) {
        void device.preview(false);
        void device.turn(before[device.kind as "microphone" | "camera"]);
      }
    },
  };
}
