import { mount } from "svelte";
import "../style/live.css";
import { speakToStaff } from "../text/staff";
import { languageOfPage } from "../text/text.svelte";
import App from "./App.svelte";

await speakToStaff(languageOfPage());
mount(App, { target: document.getElementById("app") ?? document.body });
