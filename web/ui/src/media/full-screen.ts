/** A shared screen as large as the device. Phones of Apple enlarge videos only. */
export function fullScreen(): void {
  const video = document.querySelector<HTMLVideoElement & { webkitEnterFullscreen?: () => void }>("video.whole");
  if (!video) return;
  if (document.fullscreenElement) void document.exitFullscreen();
  else if ("requestFullscreen" in video) void video.requestFullscreen().catch(() => undefined);
  else (video as { webkitEnterFullscreen?: () => void }).webkitEnterFullscreen?.();
}
