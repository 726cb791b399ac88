/** What a citizen opens or meets only later, or beside what the page is for: fetched once the page stands. */
export { default as Chat } from "../parts/Chat.svelte";
export { default as Drawn } from "./Drawn.svelte";
export { default as Floor } from "./Floor.svelte";
export { default as Groups } from "./Groups.svelte";
export { default as Hand } from "./Hand.svelte";
export { default as Help } from "./Help.svelte";
export { default as Lost } from "../activities/conclusion/Lost.svelte";
export { default as Missed } from "./Missed.svelte";
export { default as More } from "./More.svelte";
export { default as Notices } from "./Notices.svelte";
export { default as Quoted } from "../activities/conclusion/Quoted.svelte";
export { default as Readiness } from "./Readiness.svelte";
export { default as Ranking } from "./Ranking.svelte";
export { default as Show } from "./Show.svelte";
export { default as Unsent } from "./Unsent.svelte";
export { default as Words } from "../floor/Words.svelte";
export { wordsOf } from "../floor/words.svelte";
