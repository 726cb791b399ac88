/** The forms of a report out, of which one is open at a time. */
import type { Reporting } from "../../activities/report_out/reporting.svelte";
import type { Activity, Conclusion, ReportOut, Room, Statement } from "../../protocol";

export type ReportForm =
  | { name: "turns"; activity: ReportOut }
  | { name: "statement"; activity: ReportOut; statement?: Statement }
  | { name: "pick"; activity: ReportOut; room?: Room; statement?: Statement }
  | { name: "stands"; view: Reporting; statement: Statement }
  | { name: "place"; view: Reporting; statement: Statement }
  | { name: "merge"; view: Reporting; statement: Statement }
  | { name: "vote"; activity: Activity; about: Conclusion | Statement };
