/** The little script of the server's pages: all of them can be read without it, the way into a workshop needs it. */
import "./page.css";
import "./doors.css";
import "./public.css";
import "./mine.css";
import { goOnWithCode, keepCode } from "./code";
import { enter } from "./enter";
import { offerToContinue } from "./continue";
import { mine } from "./mine";
import { share } from "./share";
import { remember, wait } from "./waiting";

const one = (mark: string): HTMLElement | null => document.querySelector<HTMLElement>(`[data-${mark}]`);

const entered = one("entered");
if (entered) enter(entered);

const offer = one("continue");
if (offer) offerToContinue(offer);

const form = one("join");
if (form) remember(form as HTMLFormElement);

const asksWho = one("asks-who");
if (asksWho) goOnWithCode(asksWho as HTMLFormElement);

const asksCode = one("asks-code");
if (asksCode) keepCode(asksCode as HTMLFormElement);

const waiting = one("waiting");
if (waiting) wait(waiting);

const links = one("share");
if (links) void share(links);

const written = one("mine");
if (written) void mine(written);
