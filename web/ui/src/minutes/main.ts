import { mount } from "svelte";
import "../style/live.css";
import "./sheet.css";
import { languageOfPage, speak } from "../text/text.svelte";
import App from "./App.svelte";

await speak(languageOfPage(), ["common", "minutes-page"]);
mount(App, { target: document.getElementById("app") ?? document.body });
