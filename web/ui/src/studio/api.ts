// Printed by `python -m web.studio.typescript` from the Python types. Do not edit.

import type { AskingDraft, CountingRule, Media, Moves, Outcome, Paper, Plan, Stage, StepTemplateDraft, Tier, Way } from "../protocol";

export interface StudioSession {
  session: string;
  label: string;
  organization: string;
}

/** `openid` is what people know the provider by, where there is one. */
export interface SignInWays {
  organization: string;
  openid: string | null;
}

/** The same for every address. `attempt` is what this browser shows with the code. */
export interface CodeAsked {
  attempt: string;
  until: number;
}

export interface ProviderAsked {
  attempt: string;
  url: string;
}

/** `url` is where one signs out of the provider too. */
export interface SessionEnded {
  url: string | null;
}

/** Who may come in, or was invited. */
export interface ColleaguesShown {
  colleagues: ColleagueShown[];
}

/** `own`: oneself. */
export interface ColleagueShown {
  id: string;
  email: string;
  name: string;
  role: StaffRole;
  invited_at: number;
  invitation_until: number | null;
  joined_at: number | null;
  own: boolean;
}

/**
 * In the order of rank. Facilitators look, and facilitate workshops; organizers write processes and workshops;
 * administrators also say who is who.
 */
export const StaffRole = ["facilitator", "organizer", "administrator"] as const;
export type StaffRole = (typeof StaffRole)[number];

/** `goes_on`: there are older ones. */
export interface LogShown {
  acts: ActShown[];
  goes_on: boolean;
  kept_days: number;
}

/** `name` is empty for who is no more, and for staff of a workshop. `about` is an id. */
export interface ActShown {
  id: string;
  at: number;
  who: string;
  name: string;
  act: string;
  about: string;
}

/** `redis` and `media` are whether they answer, null where there is none. */
export interface StatusShown {
  version: string;
  python: string;
  processes: ProcessLive[];
  database: DatabaseShown;
  redis: boolean | null;
  media: boolean | null;
  mail: MailShown;
  disk: DiskShown;
  purged_at: number | null;
}

/** `at` is when it said so. */
export interface ProcessLive {
  since: number;
  version: string;
  people: number;
  workshops: number;
  lag_ms: number;
  id: string;
  at: number;
}

export interface DatabaseShown {
  kind: string;
  answers_ms: number;
}

/**
 * `server` is null where letters are printed into the log; `failing` are those of the waiting that were tried in
 * vain; `given_up` those of the last days that nobody got.
 */
export interface MailShown {
  server: string | null;
  waiting: number;
  failing: number;
  given_up: number;
  oldest_at: number | null;
}

export interface DiskShown {
  free: number;
  total: number;
}

export interface StudioLinksShown {
  links: StudioLinkShown[];
}

/** `own`: the one this session came by. */
export interface StudioLinkShown {
  id: string;
  label: string;
  created_at: number;
  expires_at: number | null;
  revoked_at: number | null;
  url: string;
  own: boolean;
}

export interface Studio {
  organization: string;
  label: string;
  role: StaffRole;
  processes: ProcessRow[];
  workshops: WorkshopShown[];
  methods: MethodShown[];
}

/** A process among others. */
export interface ProcessRow {
  process: Process;
  phases: number;
  starts_at: number | null;
  ends_at: number | null;
}

/** `version` counts its changes and those of its phases, so that nobody overwrites what they have not seen. */
export interface Process {
  id: string;
  face: Face;
  publication: Publication;
  documents: Document[];
  version: number;
  created_at: number;
  published_at: number | null;
}

/** What an organizer writes of a process. */
export interface Face {
  title: string;
  slug: string;
  lead: string;
  language: string;
  time_zone: string;
  expectations: Expectations;
  contact: string;
}

/** What is said before anybody is asked to give their time. */
export interface Expectations {
  scope: string;
  closed: string;
  integration: Integration | null;
  promises: string[];
}

/** How far what people say goes into the decision. */
export const Integration = ["inform", "consult", "concert", "coproduce"] as const;
export type Integration = (typeof Integration)[number];

/** Who may see a process: staff only, everybody, or everybody as something of the past. */
export const Publication = ["draft", "published", "archived"] as const;
export type Publication = (typeof Publication)[number];

/** What people should have read. The bytes lie in the file store under their SHA-256. */
export interface Document {
  id: string;
  title: string;
  media_type: string;
  size: number;
  sha256: string;
  at: number;
}

/** `minutes` is how long its steps take together. `phase` is the one it is the workshop of. */
export interface WorkshopShown {
  id: string;
  title: string;
  language: string;
  time_zone: string;
  media: Media;
  created_at: number;
  closed_at: number | null;
  rehearsal: boolean;
  has_started: boolean;
  steps: number;
  minutes: number;
  people: number;
  process: string | null;
  phase: string | null;
  starts_at: number | null;
  ends_at: number | null;
}

/** `schema` is the JSON Schema of its settings, from which a form is drawn; `names` are by language. */
export interface MethodShown {
  key: string;
  names: Record<string, string>;
  schema: Record<string, unknown>;
  takes: string[];
  gives: string[];
}

/** `missing`, `undated` and `overlaps` are what stands in the way of publishing it. */
export interface ProcessShown {
  process: Process;
  phases: PhaseShown[];
  missing: string[];
  undated: string[];
  overlaps: ([string, string])[];
  url: string;
}

/** `doors` are its actions as everybody finds them now. */
export interface PhaseShown {
  phase: Phase;
  workshop: string | null;
  contributions: number;
  doors: Descriptor[];
}

export interface Phase {
  id: string;
  process: string;
  face: PhaseFace;
}

/** What an organizer writes of a phase. Phases of one track follow one another; tracks run beside each other. */
export interface PhaseFace {
  title: string;
  method: string;
  track: string;
  text: string;
  starts_at: number | null;
  ends_at: number | null;
  settings: Record<string, unknown>;
  takes_from: string[];
  outcome: string;
}

/** Whether an action is open. `fixable`: the person can do something about it, if only wait. */
export interface Descriptor {
  action: string;
  enabled: boolean;
  reason: Reason | null;
  fixable: boolean;
  opens_at: number | null;
  closes_at: number | null;
  remaining: number | null;
}

/** Why an action is not open. */
export const Reason = ["draft", "archived", "no_dates", "not_yet", "over", "closed", "full", "invited", "staff", "nothing_there"] as const;
export type Reason = (typeof Reason)[number];

export interface Gone {
  deleted: string;
}

/** `withheld` are the tallies whose numbers no page tells everybody. */
export interface ContributionsShown {
  contributions: Contribution[];
  tallies: Tally[];
  withheld: string[];
}

/** `kind` is a word of the method's: idea, conclusion, statement. `author` is shown as people gave it, or not. */
export interface Contribution {
  id: string;
  phase: string;
  kind: string;
  title: string;
  text: string;
  author: string;
  language: string;
  weight: number | null;
  sources: Source[];
  at: number;
}

/** Where a contribution came from: an entity of a workshop, or the row of a file. */
export interface Source {
  workshop: string | null;
  entity: string | null;
  field: string;
  label: string;
}

/**
 * The counted answers to one question: how they were given, by which rule counted, and what they come to.
 *
 * `counts` are votes, in a ranking points, of scores the mean with `medians` beside it; null where nobody gave one.
 * `quorum` and `required` are percentages, 0 asks for nothing. `more` words are not among the options. `group` is the
 * room it was put to, where it was not put to everybody.
 */
export interface Tally {
  id: string;
  phase: string;
  question: string;
  options: string[];
  counts: (number | null)[];
  medians: (number | null)[];
  voters: number;
  present: number | null;
  way: Way;
  rule: CountingRule;
  lowest: number;
  highest: number;
  quorum: number;
  required: number;
  outcome: Outcome | null;
  more: number;
  group: string;
  sources: Source[];
  at: number;
}

export interface Seeded {
  notes: number;
}

export interface WorkshopsShown {
  workshops: WorkshopShown[];
}

export interface LibraryShown {
  agendas: AgendaShown[];
}

/**
 * What it is for, when to use it, how few and how many people it suits, where that was said.
 *
 * `own`: the organization's, not one that comes with Palabre.
 */
export interface AgendaShown {
  key: string;
  own: boolean;
  title: string;
  purpose: string;
  when: string;
  least: number | null;
  most: number | null;
  minutes: number;
  template: Template;
}

export interface Template {
  title: string;
  language: string;
  time_zone: string;
  media: Media;
  plenary_stage: Stage;
  plenary_moderated: boolean;
  questions: Asking[];
  rooms: RoomTemplate[];
  steps: StepTemplate[];
  files: FileTemplate[];
}

/** A question as an organizer writes it. */
export interface Asking {
  title: string;
  options: string[];
  required: boolean;
  tier: Tier;
}

/** A group. `plenary` and `backstage` are always there and have no template. */
export interface RoomTemplate {
  name: string;
  theme: string;
  paper: Paper;
  capacity: number | null;
  least: number | null;
  stage: Stage;
  moderated: boolean;
}

/**
 * `cells` are those of single groups, where they differ from `groups`.
 *
 * A plan that names another step has its place among the steps instead, counted from 0.
 */
export interface StepTemplate {
  title: string;
  minutes: number;
  plenary: Plan | null;
  groups: Plan | null;
  cells: CellTemplate[];
  moves: Moves | null;
  stage: Stage | null;
}

/** `room` is the group's place among `rooms`. */
export interface CellTemplate {
  room: number;
  plan: Plan;
}

/** A file that plans show. Its bytes travel in no template: they must be here already. */
export interface FileTemplate {
  id: string;
  name: string;
  media_type: string;
  size: number;
  sha256: string;
}

/** `logo` is the address of the picture. `action` is the colour of buttons, darker where white needs it. */
export interface BrandingShown {
  name: string;
  colour: string;
  action: string;
  logo: string | null;
}

export interface OpenStudio {
  token: string;
}

export interface AskCode {
  email: string;
  language?: string;
}

export interface GiveCode {
  attempt: string;
  code: string;
}

/** `again`: as somebody else than the provider knows in this browser. */
export interface AskProvider {
  again?: boolean;
}

/** What the provider has put into the address on the way back. */
export interface ComeFromProvider {
  attempt: string;
  state: string;
  code: string;
  iss?: string | null;
}

export interface InviteColleague {
  email: string;
  name: string;
  role: StaffRole;
  language?: string;
}

export interface ChangeRole {
  role: StaffRole;
}

export interface NewStudioLink {
  label?: string;
  expires_at?: number | null;
}

export interface NewProcess {
  face: FaceDraft;
}

/** What an organizer writes of a process. */
export interface FaceDraft {
  title: string;
  slug: string;
  lead?: string;
  language?: string;
  time_zone?: string;
  expectations?: ExpectationsDraft;
  contact?: string;
}

/** What is said before anybody is asked to give their time. */
export interface ExpectationsDraft {
  scope?: string;
  closed?: string;
  integration?: Integration | null;
  promises?: string[];
}

/** `seen` is the version somebody has read: what another has changed meanwhile is not overwritten. */
export interface EditProcess {
  face: FaceDraft;
  seen: number;
}

export interface Seen {
  seen: number;
}

/** After another phase, or first where `after` is null. */
export interface NewPhase {
  face: PhaseFaceDraft;
  seen: number;
  after?: string | null;
}

/** What an organizer writes of a phase. Phases of one track follow one another; tracks run beside each other. */
export interface PhaseFaceDraft {
  title: string;
  method: string;
  track?: string;
  text?: string;
  starts_at?: number | null;
  ends_at?: number | null;
  settings?: Record<string, unknown>;
  takes_from?: string[];
  outcome?: string;
}

export interface EditPhase {
  face: PhaseFaceDraft;
  seen: number;
}

export interface MovePhase {
  seen: number;
  after?: string | null;
}

export interface GiveContributions {
  contributions: GivenDraft[];
}

/** A contribution as an organizer types it in, or reads it from a file. */
export interface GivenDraft {
  text: string;
  title?: string;
  kind?: string;
  author?: string;
  label?: string;
  weight?: number | null;
}

/** Contributions of a phase as notes of a column: those named, or all. A note that is there already stays one. */
export interface SeedBoard {
  activity: string;
  column: string;
  phase: string;
  contributions?: string[];
}

/** `template` gives it groups and an agenda; `phase` is told that this is its workshop. */
export interface NewWorkshop {
  title: string;
  language?: string;
  time_zone?: string;
  template?: TemplateDraft | null;
  phase?: string | null;
}

export interface TemplateDraft {
  title: string;
  language?: string;
  time_zone?: string;
  media?: Media;
  plenary_stage?: Stage;
  plenary_moderated?: boolean;
  questions?: AskingDraft[];
  rooms?: RoomTemplateDraft[];
  steps?: StepTemplateDraft[];
  files?: FileTemplate[];
}

/** A group. `plenary` and `backstage` are always there and have no template. */
export interface RoomTemplateDraft {
  name: string;
  theme?: string;
  paper?: Paper;
  capacity?: number | null;
  least?: number | null;
  stage?: Stage;
  moderated?: boolean;
}

export interface DuplicateWorkshop {
  title: string;
  phase?: string | null;
}

/** Under what name one is seen there. */
export interface EnterWorkshop {
  name?: string;
}

/** The rooms and steps of a workshop, kept for others. */
export interface SaveAgenda {
  workshop: string;
  title: string;
  purpose?: string;
  when?: string;
}

export interface RenameAgenda {
  title: string;
}

/** An empty name is the installation's own. */
export interface EditBranding {
  name?: string;
  colour?: string;
}
