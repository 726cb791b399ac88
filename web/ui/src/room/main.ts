import { mount } from "svelte";
import "../style/live.css";
import { languageOfPage, speak } from "../text/text.svelte";
import App from "./App.svelte";

await speak(languageOfPage(), ["common", "activities", "conclusion", "polls", "reporting", "media", "order", "room", "floor"]);
mount(App, { target: document.getElementById("app") ?? document.body });
