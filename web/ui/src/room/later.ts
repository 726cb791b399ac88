/** What a citizen opens or meets only later: fetched once the page stands. */
export { default as Groups } from "./Groups.svelte";
export { default as Help } from "./Help.svelte";
export { default as Missed } from "./Missed.svelte";
export { default as More } from "./More.svelte";
export { default as Unsent } from "./Unsent.svelte";
