import { mount } from "svelte";
import "../style/live.css";
import "./studio.css";
import { STAFF, staffTexts } from "../text/staff";
import { languageOfPage, speak } from "../text/text.svelte";
import App from "./App.svelte";

const own = import.meta.glob<string>("../../../locales/*/{studio,studio-doors,studio-refusals,tallies}.ftl", { query: "?url&no-inline", import: "default", eager: true });

await speak(languageOfPage(), [...STAFF, "studio", "studio-doors", "studio-refusals", "tallies"], { ...staffTexts, ...own });
mount(App, { target: document.getElementById("app") ?? document.body });
