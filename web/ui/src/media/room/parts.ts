/** Everything of voice and video that the room page shows, fetched once the workshop has any. */
export { Call } from "../call.svelte";
export { default as Balance } from "../Balance.svelte";
export { default as PersonMarks } from "../PersonMarks.svelte";
export { default as Bar } from "./Bar.svelte";
export { default as CallNotices } from "./CallNotices.svelte";
export { default as Column } from "./Column.svelte";
export { default as MoreMedia } from "./MoreMedia.svelte";
export { default as RoomCall } from "./RoomCall.svelte";
export { default as Stage } from "./Stage.svelte";
export { default as Strip } from "./Strip.svelte";
export { default as ThumbSwitches } from "./ThumbSwitches.svelte";
