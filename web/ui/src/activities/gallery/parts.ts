/** A gallery, and the remarks it leaves beside what was visited: fetched as one. */
export { default } from "./Gallery.svelte";
export { default as Remarks } from "./Remarks.svelte";
