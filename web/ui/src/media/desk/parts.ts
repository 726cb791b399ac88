/** Everything of voice and video that the desk shows, fetched once the workshop has any. */
export { Call } from "../call.svelte";
export { default as DeskCall } from "./DeskCall.svelte";
export { default as OwnVoice } from "./OwnVoice.svelte";
export { default as Voices } from "./Voices.svelte";
