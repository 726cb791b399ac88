/** Where the call stands, in words, and what a person can do about it. */
import type { IconName } from "../parts/icons";
import { t, type MessageId } from "../text/text.svelte";
import type { Call } from "./call.svelte";
import type { Media } from "./media.svelte";

export interface Stand {
  icon: IconName;
  text: string;
  isBad?: boolean;
  acts: { label: string; perform: () => void; isFirst?: boolean }[];
}

const FAILED: Record<string, MessageId> = {
  media_off: "refused-media_off",
  busy: "failed-busy",
  viewers_full: "refused-viewers_full",
  media_lost: "refused-media_lost",
  offer_invalid: "refused-offer_invalid",
  cut: "failed-cut",
};

export function failure(call: Call): string {
  return t(FAILED[call.reason ?? ""] ?? "failed-unreachable");
}

/** Undefined while all is well: there are faces to be shown then. */
export function standOf(media: Media, call: Call): Stand | undefined {
  switch (call.standing) {
    case "off":
      return invitation(media, call);
    case "connecting":
      return { icon: "sound", text: t("standing-connecting"), acts: [] };
    case "interrupted":
      return { icon: "offline", text: t("standing-interrupted"), isBad: true, acts: [] };
    case "elsewhere":
      return { icon: "leave", text: t("standing-elsewhere"), acts: [{ label: t("standing-here"), perform: () => call.useHere(), isFirst: true }] };
    case "failed":
      return failed(media, call);
    case "connected":
      if (!call.speakers.needsGesture) return undefined;
      return { icon: "sound", text: t("standing-gesture"), acts: [{ label: t("standing-sound"), perform: () => call.resumeSound(), isFirst: true }] };
  }
}

/** Whoever has not come with a microphone may still listen. */
function invitation(media: Media, call: Call): Stand {
  const isViewer = !media.live.may("write");
  const watch = t(media.hasPictures ? "listen-viewer" : "listen-viewer-audio");
  return {
    icon: isViewer ? "sound" : "edit",
    text: isViewer ? watch : t("listen-text"),
    acts: [{ label: t(media.hasPictures ? "listen-join" : "listen-join-audio"), perform: () => void call.join("listen"), isFirst: isViewer }],
  };
}

function failed(media: Media, call: Call): Stand {
  const text = [failure(call), call.isTrying ? t("standing-retrying") : ""].filter(Boolean).join(" ");
  const help = { label: t("standing-help"), perform: () => void (media.dialog = "trouble") };
  const again = { label: t("standing-retry"), perform: () => void call.join(call.way ?? "listen"), isFirst: true };
  return { icon: "alert", text, isBad: true, acts: call.isTrying ? [help] : [again, help] };
}
