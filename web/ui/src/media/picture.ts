/** Shows a stream in a video element: `<video {@attach picture(face.stream)}>`. */
import type { Attachment } from "svelte/attachments";

/**
 * The element has `data-live` from the first picture of this stream on: until then it would show nothing, or the last
 * picture of somebody else. Never any sound: voices are played by the call.
 */
export function picture(stream: MediaStream | undefined): Attachment<HTMLVideoElement> {
  return (video) => {
    video.muted = true;
    video.playsInline = true;
    video.autoplay = true;
    delete video.dataset.live;
    video.srcObject = stream ?? null;
    if (!stream) return;
    const show = (): void => {
      video.dataset.live = "";
    };
    if ("requestVideoFrameCallback" in video) {
      const frame = video.requestVideoFrameCallback(show);
      return () => video.cancelVideoFrameCallback(frame);
    }
    const element = video as HTMLVideoElement;
    element.addEventListener("loadeddata", show, { once: true });
    return () => element.removeEventListener("loadeddata", show);
  };
}
