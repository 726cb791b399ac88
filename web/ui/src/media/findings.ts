/** What is wrong as far as this page can see, in words; the gravest first. */
import type { IconName } from "../parts/icons";
import { t, type MessageId } from "../text/text.svelte";
import type { Call } from "./call.svelte";
import type { NetworkTrouble } from "./report";
import { failure } from "./standing";
import { comesToTalk } from "./switches";

export interface Finding {
  id: string;
  icon: IconName;
  words: string;
}

const ORDER: NetworkTrouble[] = [
  "nothing_in",
  "nothing_out",
  "loss_in",
  "loss_out",
  "slow_in",
  "slow_out",
  "processor",
  "late",
  "relayed",
  "tcp",
];

export function findings(call: Call): Finding[] {
  const ofCall = whereItStands(call);
  if (ofCall) return [ofCall];
  const troubles = ORDER.filter((each) => call.troubles.includes(each));
  const found = [...ofPerson(call), ...troubles.map((id): Finding => ({ id, icon: "alert", words: t(`trouble-${id}` as MessageId) }))];
  return found.length ? found : [{ id: "none", icon: "check", words: t("trouble-none") }];
}

function whereItStands(call: Call): Finding | undefined {
  switch (call.standing) {
    case "off":
      return { id: "off", icon: "sound", words: t("trouble-off") };
    case "connecting":
      return { id: "connecting", icon: "clock", words: t("standing-connecting") };
    case "interrupted":
      return { id: "interrupted", icon: "offline", words: t("standing-interrupted") };
    case "failed":
      return { id: "failed", icon: "alert", words: failure(call) };
    case "elsewhere":
      return { id: "elsewhere", icon: "leave", words: t("standing-elsewhere") };
    case "connected":
      return undefined;
  }
}

/** What they chose themselves, or may have overlooked. */
function ofPerson(call: Call): Finding[] {
  const found: Finding[] = [];
  if (call.speakers.needsGesture) found.push({ id: "gesture", icon: "sound", words: t("trouble-gesture") });
  if (comesToTalk(call) && !call.microphone.isAllowed) found.push({ id: "reserved", icon: "hand", words: t("reserved-why") });
  else if (comesToTalk(call) && !call.microphone.on) found.push({ id: "muted", icon: "microphone-off", words: t("trouble-muted") });
  if (call.audioOnly) found.push({ id: "audio-only", icon: "camera-off", words: t("trouble-audio-only") });
  return found;
}
