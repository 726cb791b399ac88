/** What staff can do with a report out, put beside each thing at the desk; in a citizen's room there is none. */
import { getContext, setContext, type Component } from "svelte";
import type { ReportOut, Statement } from "../../protocol";
import type { Reporting, RoomTurn } from "./reporting.svelte";

export interface Tools {
  OnTurn: Component<{ activity: ReportOut; turn: RoomTurn }>;
  OnStatement: Component<{ view: Reporting; statement: Statement }>;
  OnText: Component<{ activity: ReportOut }>;
}

const KEY = Symbol("tools of a report out");

export function setTools(tools: Tools): void {
  setContext(KEY, tools);
}

export function getTools(): Tools | undefined {
  return getContext<Tools | undefined>(KEY);
}
