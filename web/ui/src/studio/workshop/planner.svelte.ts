/** One workshop as the studio plans it. */
import { Planner } from "../../plan/planner.svelte";

export type StudioForm = { name: "seed" | "duplicate" | "keep" | "remove" };

export class WorkshopPlanner extends Planner<StudioForm> {}
