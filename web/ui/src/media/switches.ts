/** What one opens and closes in a call: the same for thumb bar, bar, desk and keys. */
import { key, type Action } from "../live/action";
import type { IconName } from "../parts/icons";
import { t } from "../text/text.svelte";
import { watches } from "./allowed";
import type { Call } from "./call.svelte";
import type { Media } from "./media.svelte";
import { preferences } from "./preferences.svelte";

export interface Switch extends Action {
  readonly icon: IconName;
  readonly isOn: boolean;
  /** Why it cannot be switched now. */
  readonly shut: string | undefined;
  /** What pressing it does, for those who only hear the button's name. */
  hint: () => string;
}

export interface Switches {
  microphone: Switch;
  camera: Switch;
  screen: Switch;
}

export function switchesOf(media: Media, call: Call): Switches {
  return { microphone: microphoneOf(media, call), camera: cameraOf(media, call), screen: screenOf(media, call) };
}

/** Whether one has come with a microphone, and not only to read or listen. */
export function comesToTalk(call: Call): boolean {
  const isOut = call.standing === "off" || call.standing === "elsewhere" || (call.standing === "failed" && !call.isTrying);
  return !isOut && (call.way === "audio" || call.way === "video");
}

function microphoneOf(media: Media, call: Call): Switch {
  const { microphone } = call;
  return {
    id: "microphone",
    get icon() {
      return this.isOn || !comesToTalk(call) ? "microphone" : "microphone-off";
    },
    get isOn() {
      return comesToTalk(call) && microphone.isAllowed && (microphone.on || call.isHeld);
    },
    get shut() {
      if (watches(call.live)) return t("stream-why");
      return comesToTalk(call) && !microphone.isAllowed ? t("reserved-why") : undefined;
    },
    label() {
      if (watches(call.live)) return t("microphone-reserved");
      if (!comesToTalk(call)) return t("talk");
      if (!microphone.isAllowed) return t("microphone-reserved");
      if (this.isOn) return t("microphone-on");
      return t(preferences.holdsToTalk ? "microphone-hold" : "microphone-off");
    },
    hint() {
      if (!comesToTalk(call)) return t("talk-hint");
      if (preferences.holdsToTalk) return t("microphone-hold-hint");
      return t(this.isOn ? "microphone-on-hint" : "microphone-off-hint");
    },
    applies: () => media.isOn && media.live.may("write"),
    keyTest: key("v"),
    perform() {
      if (watches(call.live)) return;
      if (!comesToTalk(call)) come(media, call);
      else if (microphone.isAllowed) void call.toggleMicrophone().then(() => say(media, call));
    },
  };
}

/** Asks how, unless one had come already and is heard elsewhere. */
function come(media: Media, call: Call): void {
  if (call.standing === "elsewhere") call.useHere();
  else media.dialog = "lobby";
}

/** The key says nothing by itself. */
function say({ live }: Media, { microphone }: Call): void {
  live.announcer.say("microphone", () => t(microphone.on ? "news-microphone-on" : "news-microphone-off"));
}

function cameraOf(media: Media, call: Call): Switch {
  const { camera } = call;
  return {
    id: "camera",
    get icon() {
      return this.isOn || !comesToTalk(call) ? "camera" : "camera-off";
    },
    get isOn() {
      return comesToTalk(call) && camera.isAllowed && camera.on;
    },
    get shut() {
      if (watches(call.live)) return t("stream-why");
      return comesToTalk(call) && !camera.isAllowed ? t("reserved-why") : undefined;
    },
    label: () => t("camera"),
    hint() {
      if (!comesToTalk(call)) return t("talk-hint");
      if (!camera.isAllowed) return t("camera-reserved");
      return t(this.isOn ? "camera-on" : "camera-off");
    },
    applies: () => media.isOn && media.hasPictures && media.live.may("write"),
    perform() {
      if (watches(call.live)) return;
      if (!comesToTalk(call)) come(media, call);
      else if (camera.isAllowed) void call.toggleCamera();
    },
  };
}

function screenOf(media: Media, call: Call): Switch {
  const { screen } = call;
  return {
    id: "screen",
    icon: "screen",
    get isOn() {
      return screen.on;
    },
    get shut() {
      return screen.isAllowed ? undefined : t("reserved-why");
    },
    label: () => t(screen.on ? "screen-stop" : "screen-share"),
    hint: () => "",
    applies: () => media.isOn && media.hasPictures && media.live.may("write") && screen.isSupported && comesToTalk(call),
    perform: () => void call.toggleScreen(),
  };
}
