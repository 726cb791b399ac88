// Printed by `python -m realtime.typescript` from the Python types. Do not edit.

export const PROTOCOL = 1;
export const NAME_MAX = 80;
export const LINE_MAX = 200;
export const NOTE_MAX = 500;
export const MESSAGE_MAX = 2000;
export const BODY_MAX = 20000;
export const FEWEST = 5;

export const REFUSALS = [
  "agenda_changed",
  "agenda_empty",
  "agenda_gone",
  "agenda_taken",
  "agenda_unreadable",
  "already_colleague",
  "already_founded",
  "already_joined",
  "already_moved",
  "already_open",
  "already_presenting",
  "already_reported",
  "already_speaking",
  "already_turned",
  "already_voted",
  "amending_closed",
  "amending_open",
  "amendments_undecided",
  "answers_needed",
  "apart_contradicts",
  "apart_too_many",
  "archive_refused",
  "banned",
  "board_full",
  "busy",
  "by_hands",
  "cannot_merge",
  "changed_meanwhile",
  "client_outdated",
  "code_form",
  "code_unknown",
  "colour_unreadable",
  "column_in_use",
  "common_text_full",
  "conclusion_frozen",
  "dates_missing",
  "dates_reversed",
  "document_full",
  "document_rewritten",
  "doors_locked",
  "doors_waiting",
  "draw_sent",
  "edited_meanwhile",
  "email_invalid",
  "empty",
  "empty_ballot",
  "expectations_missing",
  "facilitators_too_few",
  "file_damaged",
  "file_kind",
  "file_lost",
  "file_missing",
  "foreign_origin",
  "full_for_now",
  "groups_closed",
  "groups_open",
  "has_contents",
  "has_votes",
  "identity_erased",
  "identity_required",
  "identity_taken",
  "in_vote",
  "internal",
  "invalid",
  "last_administrator",
  "lead_changed",
  "least_too_many",
  "link_expired",
  "link_revoked",
  "link_unknown",
  "media_lost",
  "media_off",
  "message_private",
  "minutes_approved",
  "minutes_empty",
  "minutes_in_hand",
  "minutes_opened",
  "moved_meanwhile",
  "no_comments",
  "no_dots",
  "no_groups",
  "no_seat",
  "no_such_turn",
  "no_visit",
  "nobody_to_move",
  "not_a_group",
  "not_a_rehearsal",
  "not_allowed",
  "not_approved",
  "not_at_table",
  "not_attended",
  "not_by_hands",
  "not_counted",
  "not_in_conclusion",
  "not_invited",
  "not_left",
  "not_outranked",
  "not_plenary",
  "not_published",
  "not_released",
  "not_reported",
  "not_revealed",
  "not_shown",
  "not_speaking",
  "not_yours",
  "offer_invalid",
  "only_watches",
  "own_link",
  "own_role",
  "own_text",
  "people_too_few",
  "phase_gives_nothing",
  "phase_needed",
  "phase_of_rehearsal",
  "phase_without_workshop",
  "phases_missing",
  "phases_overlap",
  "pins_contradict",
  "pins_too_many",
  "plenary_too_large",
  "poll_answered",
  "poll_closed",
  "poll_not_closed",
  "poll_not_open",
  "poll_started",
  "process_published",
  "provider_unreachable",
  "rehearsal",
  "removed",
  "report_open",
  "retention_promised",
  "room_full",
  "rooms_full",
  "rotation_gone",
  "rules_too_tight",
  "same_options",
  "sensitive_required",
  "session_unknown",
  "settings_invalid",
  "sheet_unreadable",
  "sign_in_code_wrong",
  "sign_in_failed",
  "sign_in_over",
  "sign_in_weak",
  "slug_taken",
  "staff_only",
  "staff_sorts",
  "statement_frozen",
  "step_closed",
  "step_passed",
  "step_started",
  "steps_differ",
  "text_full",
  "together_too_many",
  "too_fast",
  "too_large",
  "too_late",
  "too_long",
  "too_many_agendas",
  "too_many_amendments",
  "too_many_attempts",
  "too_many_choices",
  "too_many_citations",
  "too_many_contributions",
  "too_many_documents",
  "too_many_dots",
  "too_many_phases",
  "too_many_questions",
  "too_many_rehearsals",
  "too_many_remarks",
  "too_many_reports",
  "too_many_rooms",
  "too_many_steps",
  "turned_away",
  "unknown",
  "update_forged",
  "update_invalid",
  "viewers_full",
  "vote_open",
  "voting_closed",
  "was_voted",
  "workshop_closed",
  "workshop_full",
  "written_elsewhere",
] as const;
/** Why something was refused. */
export type RefusalCode = (typeof REFUSALS)[number];

/** `step` is the one plenary is in, and the rooms with it. Times are epoch milliseconds. */
export interface Workshop {
  type: "workshop";
  id: string;
  rev: number;
  title: string;
  language: string;
  time_zone: string;
  step: string | null;
  groups: Groups;
  groups_close_at: number | null;
  can_switch: boolean;
  ranking: boolean;
  closed_at: number | null;
  media: Media;
  plenary_most: number;
  doors: Doors;
  identity: Identity;
  identity_for: Action[];
  retention: Retention;
  lead: string | null;
  lead_offered: string | null;
  rehearsal: boolean;
  pace: number;
  nudges: boolean;
  ends_at: number | null;
}

/** Whether people are together or apart. */
export const Groups = ["closed", "choosing", "open"] as const;
export type Groups = (typeof Groups)[number];

/** What the workshop has switched on. Whatever it is, everything can be done in writing. */
export const Media = ["text", "audio", "video"] as const;
export type Media = (typeof Media)[number];

/** Who may come in. Whoever is in already stays, and comes back. */
export const Doors = ["open", "waiting", "locked"] as const;
export type Doors = (typeof Doors)[number];

/** What citizens show. Each identity is one participant. */
export const Identity = ["none", "email", "openid"] as const;
export type Identity = (typeof Identity)[number];

/** What they show it for. Looking, listening and speaking are asked nothing beyond what coming in is. */
export const Action = ["enter", "write", "vote"] as const;
export type Action = (typeof Action)[number];

/** For how many days after the workshop was closed; null for what is kept with the process. */
export interface Retention {
  identity: number | null;
  answers: number | null;
  attendance: number | null;
  speech: number | null;
  votes: number | null;
  texts: number | null;
  uploads: number | null;
  drafts: number | null;
}

/**
 * `people` counts the participants seated in it, staff and viewers aside, and is what `capacity` bounds.
 *
 * `theme` is what the group works on, `least` how many it takes, `facilitators` who of staff is with it. A group that
 * is released goes at its own pace: `step` is the one it is in since `began_at`, until `ends_at`; it may go as far as
 * `last`, and `finished_at` is when it was done there. It ends at `closes_at`: its people go to plenary, or `into`
 * another group with all they wrote; `failed_end` is why it did not, until staff see to it. `merged` are the names of
 * groups that became part of it.
 *
 * `host` stays at this table when others change; `joined` is the room its people went to together, with their work.
 */
export interface Room {
  type: "room";
  id: string;
  rev: number;
  room_kind: RoomKind;
  name: string;
  theme: string;
  paper: Paper;
  order: string;
  capacity: number | null;
  least: number | null;
  people: number;
  stage: Stage;
  step: string | null;
  began_at: number | null;
  ends_at: number | null;
  last: string | null;
  finished_at: number | null;
  moderated: boolean;
  facilitators: string[];
  closes_at: number | null;
  into: string | null;
  failed_end: FailedEnd | null;
  merged: string[];
  host: string | null;
  joined: string | null;
}

export const RoomKind = ["plenary", "group", "backstage"] as const;
export type RoomKind = (typeof RoomKind)[number];

export const Paper = ["straw", "linden", "sky", "peach", "lilac", "chalk"] as const;
export type Paper = (typeof Paper)[number];

/** Who is heard and seen in a room. */
export const Stage = ["open", "speakers", "fishbowl", "stream"] as const;
export type Stage = (typeof Stage)[number];

/** An end that was announced and did not come about: at what time, into which group, and what stood against it. */
export interface FailedEnd {
  at: number;
  into: string | null;
  code: string;
  details: Record<string, unknown>;
}

/**
 * A column of the agenda. `groups` is the plan from which each group gets an activity of its own.
 *
 * `started_at` and `ended_at` are plenary's, `entered_at` is when the first released room came to it. While the step
 * is paused, since `paused_at`, its time stands still. `planned` are the minutes it had before they were changed under
 * way; one that is skipped is passed over. `moves` is how staff mean people to change tables before it, `stage` who is
 * heard, from its start, in the rooms that have something to do in it.
 */
export interface Step {
  type: "step";
  id: string;
  rev: number;
  title: string;
  order: string;
  minutes: number;
  groups: Plan | null;
  started_at: number | null;
  ends_at: number | null;
  ended_at: number | null;
  entered_at: number | null;
  paused_at: number | null;
  planned: number | null;
  skipped: boolean;
  moves: Moves | null;
  stage: Stage | null;
}

/** Where people of groups go when they change tables. */
export const Moves = ["next", "scatter", "merge"] as const;
export type Moves = (typeof Moves)[number];

/**
 * `name` and `email` stand here only: never in the journal, so erasing a person rewrites no history. Blank, they
 * were erased.
 *
 * `muted` and `interprets` go with the person from room to room; `has_floor` is of the room they are in.
 */
export interface Participant {
  type: "participant";
  id: string;
  rev: number;
  name: string;
  role: Role;
  room: string;
  group: string | null;
  joined_at: number;
  email: string;
  known_by: Identity;
  has_floor: boolean;
  muted: boolean;
  interprets: string;
  erased_at: number | null;
  removed_at: number | null;
  banned: boolean;
  removed_for: Reason | null;
  removed_words: string;
}

export const Role = ["viewer", "participant", "facilitator", "organizer"] as const;
export type Role = (typeof Role)[number];

/** Why something is reported or hidden, or somebody put out: a short list, so that it can be counted. */
export const Reason = ["insult", "hatred", "personal", "off_topic", "advertising", "disruption", "other"] as const;
export type Reason = (typeof Reason)[number];

/** One stay of a person, in epoch milliseconds; `left_at` is null while they are there. Staff only. */
export interface Attendance {
  type: "attendance";
  id: string;
  rev: number;
  participant: string;
  came_at: number;
  left_at: number | null;
}

/**
 * Somebody waits at the door, who is no participant yet; staff only. `person` is who they will be.
 *
 * `seen_at` is when their page last said that they still wait, late by a minute at most.
 */
export interface Knock {
  type: "knock";
  id: string;
  rev: number;
  person: string;
  name: string;
  role: Role;
  at: number;
  seen_at: number;
  admitted_at: number | null;
  refused_at: number | null;
  words: string;
}

/**
 * Somebody has reported a note, a comment, a message or words of a conclusion.
 *
 * `author` is who reports, known to nobody else: of two who write on an anonymous board the other would be known.
 * `text` are the words as they were reported, put in for staff when they look and kept here never; `now` what they are
 * where they were rewritten since.
 */
export interface Flag {
  type: "flag";
  id: string;
  rev: number;
  about: string;
  kind_of: string;
  room: string | null;
  author: string | null;
  reason: Reason;
  words: string;
  text: string;
  now: string;
  at: number;
  outcome: Settlement;
  settled_at: number | null;
}

/** What became of a report. */
export const Settlement = ["open", "kept", "corrected", "hidden"] as const;
export type Settlement = (typeof Settlement)[number];

/** The words of a text as they were reported, once its author has rewritten it: told by those reports alone. */
export interface Evidence {
  type: "evidence";
  id: string;
  rev: number;
  about: string;
  flags: string[];
  room: string | null;
  text: string;
  author: string | null;
  at: number;
}

/**
 * One act of keeping order. Everybody may know how many there were and for which reasons; the rest is for staff.
 *
 * `about` is the id of a text or of a person, who may be gone since.
 */
export interface Moderation {
  type: "moderation";
  id: string;
  rev: number;
  act: Act;
  about: string;
  kind_of: string;
  by: string | null;
  reason: Reason | null;
  words: string;
  at: number;
}

/** What staff did to keep order. */
export const Act = ["approved", "hidden", "restored", "kept", "corrected", "muted", "removed", "banned", "readmitted", "turned_away"] as const;
export type Act = (typeof Act)[number];

/** A person is done with the step their room is in; gone when the room goes on or they leave it. */
export interface Ready {
  type: "ready";
  id: string;
  rev: number;
  room: string;
  step: string;
  participant: string | null;
}

/** Who does what in a released room, drawn by lot for each of its steps. */
export interface Duties {
  type: "duties";
  id: string;
  rev: number;
  room: string;
  held: Record<Duty, string>;
}

export const Duty = ["reader", "timekeeper", "scribe"] as const;
export type Duty = (typeof Duty)[number];

/** One for each person, room and step; `step` is null for what was said before the first one. */
export interface Speech {
  type: "speech";
  id: string;
  rev: number;
  participant: string;
  room: string;
  step: string | null;
  ms: number;
}

/**
 * One to each room, as soon as it has something to say. `turns` are those under way: who has been interrupted comes
 * before who interrupts; in a fishbowl one to each seat taken.
 *
 * `turn_s` is how long a turn should last, 0 for as long as it takes; nothing ends by itself. `ended` turns have taken
 * `spoken_ms` together. What staff have put in order by hand, until `arranged_at`, stays in that order.
 */
export interface Floor {
  type: "floor";
  id: string;
  rev: number;
  room: string;
  policy: Policy;
  policy_at: number;
  turn_s: number;
  seats: number;
  waiting: number;
  turns: string[];
  ended: number;
  spoken_ms: number;
  arranged_at: number | null;
  alternate_by: string | null;
}

/** In which order contributions come. Points of order are before all of them, then questions, as they were asked. */
export const Policy = ["first_come", "least_spoken", "alternate", "round_table", "first_timers"] as const;
export type Policy = (typeof Policy)[number];

/**
 * A hand that is up: one to a person, in the room where they are. `order` is its place in the queue.
 *
 * `writes`: they will type what they have to say. `declined`: asked as a point of order, which staff have not granted.
 */
export interface Hand {
  type: "hand";
  id: string;
  rev: number;
  room: string;
  participant: string;
  hand_kind: HandKind;
  reason: string;
  writes: boolean;
  declined: boolean;
  order: string;
  at: number;
}

/** What somebody asks the floor for; the last two interrupt whoever speaks, and the first of them comes last. */
export const HandKind = ["contribution", "question", "point_of_order"] as const;
export type HandKind = (typeof HandKind)[number];

/**
 * One turn: the journal of who had the floor. `ms` without the time since `running_since`, which is null while the
 * turn is paused; `interrupted` by somebody's question, after which it goes on.
 */
export interface FloorTurn {
  type: "floor_turn";
  id: string;
  rev: number;
  room: string;
  participant: string;
  step: string | null;
  hand_kind: HandKind;
  writes: boolean;
  began_at: number;
  ended_at: number | null;
  running_since: number | null;
  interrupted: boolean;
  ms: number;
}

/**
 * How evenly the people of a room speak in a step: `evenness` is 100 when all speak alike, 0 when one alone does.
 *
 * There is none where it would tell of single people. It is about `people`; `unmeasured` others were not measured.
 */
export interface Balance {
  type: "balance";
  id: string;
  rev: number;
  room: string;
  step: string | null;
  evenness: number;
  spread: Spread;
  people: number;
  unmeasured: number;
}

/** A balance in a word. */
export const Spread = ["shared", "some", "few"] as const;
export type Spread = (typeof Spread)[number];

/** Somebody does not want their speech to be measured. */
export interface Unmeasured {
  type: "unmeasured";
  id: string;
  rev: number;
  participant: string;
}

/**
 * A word to one person about how much they speak, which nobody else sees, staff neither.
 *
 * They have spoken for `ms` of the `of_ms` that people spoke in their room during `step`, while `hands` others waited.
 */
export interface Nudge {
  type: "nudge";
  id: string;
  rev: number;
  participant: string;
  nudge_kind: NudgeKind;
  step: string | null;
  ms: number;
  of_ms: number;
  hands: number;
  at: number;
  dismissed: boolean;
}

export const NudgeKind = ["much", "nothing"] as const;
export type NudgeKind = (typeof NudgeKind)[number];

/** The proof that a kind of data was deleted: when, and how many records of each kind of entity it concerned. */
export interface Purge {
  type: "purge";
  id: string;
  rev: number;
  data: Data;
  at: number;
  counts: Record<string, number>;
}

/** Kinds of data, as people are told of them. */
export const Data = ["identity", "answers", "attendance", "speech", "votes", "texts", "uploads", "drafts"] as const;
export type Data = (typeof Data)[number];

/** Asked of whoever comes in to take part. */
export interface RegistrationQuestion {
  type: "registration_question";
  id: string;
  rev: number;
  title: string;
  options: Choice[];
  required: boolean;
  tier: Tier;
  order: string;
}

export interface Choice {
  id: string;
  text: string;
}

/** What kind of data an answer is, as people are told before they give it. */
export const Tier = ["ordinary", "personal", "sensitive"] as const;
export type Tier = (typeof Tier)[number];

/** One person's answers: an option by question, none where they preferred not to say. Theirs, and staff's. */
export interface Registration {
  type: "registration";
  id: string;
  rev: number;
  participant: string;
  answers: Record<string, string>;
}

/** The groups one person would like, the dearest first. Theirs, and staff's. */
export interface Preference {
  type: "preference";
  id: string;
  rev: number;
  participant: string;
  rooms: string[];
}

/**
 * Staff's until people were sent by it. Then it names nobody any more, and everybody may know how it came about.
 *
 * `number` is the how-manieth proposal it was since people were last sent, `moved` how many were placed by hand after
 * the lot, `bound` how many rules were given. `rows` are people by their number in the sum.
 */
export interface Draw {
  type: "draw";
  id: string;
  rev: number;
  plan: DrawPlan;
  number: number;
  at: number;
  title: string;
  rooms: string[];
  rows: string[];
  seating: Record<string, string>;
  moved: number;
  bound: number;
  figures: Figures;
  balance: DrawBalance[];
  sent_at: number | null;
  sheet: string;
}

/**
 * What a proposal is asked for. `different`: with others than before, as far as can be; `facilitated`: one who
 * facilitates in each group.
 */
export interface DrawPlan {
  way: DrawWay;
  seed: number;
  questions: string[];
  different: boolean;
  facilitated: boolean;
  pins: Record<string, string>;
  together: string[][];
  apart: string[][];
}

export const DrawWay = ["even", "balanced", "ranked", "file", "hand"] as const;
export type DrawWay = (typeof DrawWay)[number];

/**
 * What the groups are worth. `deviation` is, on average over every group and value, by how many hundredths of a
 * person a group has more or fewer of it than its share of all.
 */
export interface Figures {
  deviation: number;
  again: number;
  ranked: number[];
}

export interface DrawBalance {
  title: string;
  tier: Tier;
  shares: Answered[];
}

/**
 * How many people of each group gave one answer, in the order of `Draw.rooms`; null where so few did that one could
 * guess who. `text` is empty for those who did not say.
 */
export interface Answered {
  text: string;
  counts: (number | null)[];
}

/**
 * Who was together in groups until they came back or changed tables, so that they can meet others the next time.
 *
 * Staff only.
 */
export interface Round {
  type: "round";
  id: string;
  rev: number;
  at: number;
  groups: Record<string, string[]>;
}

export interface Info {
  type: "info";
  id: string;
  rev: number;
  room: string;
  step: string;
  plan: InfoPlan;
}

/** `alt` says what the image or document shows, for those who do not see it (WCAG 1.1.1). */
export interface InfoPlan {
  kind: "info";
  title: string;
  instructions: string;
  text: string;
  file: string | null;
  media_type: string;
  alt: string;
}

/** What the organizer has uploaded. The bytes lie in the file store under their SHA-256. */
export interface File {
  type: "file";
  id: string;
  rev: number;
  name: string;
  media_type: string;
  size: number;
  sha256: string;
  by: string | null;
  at: number;
}

export interface Discussion {
  type: "discussion";
  id: string;
  rev: number;
  room: string;
  step: string;
  plan: DiscussionPlan;
}

export interface DiscussionPlan {
  kind: "discussion";
  title: string;
  instructions: string;
}

/** `room` is set for what is said in a room; `to` for what is said to one person. */
export interface Message {
  type: "message";
  id: string;
  rev: number;
  text: string;
  moderation: Display;
  hidden_for: Reason | null;
  hidden_words: string;
  reach: Reach;
  room: string | null;
  step: string | null;
  author: string;
  author_is_staff: boolean;
  to: string | null;
  asked_in: string | null;
  at: number;
  for_minutes: boolean;
  settled_at: number | null;
  said_in: string | null;
}

/** Whether the words of one person are shown to those they were written for. */
export const Display = ["shown", "pending", "hidden"] as const;
export type Display = (typeof Display)[number];

export const Reach = ["room", "all", "staff", "person"] as const;
export type Reach = (typeof Reach)[number];

/** `left_behind` counts the notes of the step it goes on from for which there was no place on it any more. */
export interface Board {
  type: "board";
  id: string;
  rev: number;
  room: string;
  step: string;
  plan: BoardPlan;
  revealed: boolean;
  voting: Voting;
  left_behind: number;
}

/** `dots` is each person's number of dots, `dots_per_note` how many may go on one note. */
export interface BoardPlan {
  kind: "board";
  title: string;
  instructions: string;
  columns: Column[];
  hidden: boolean;
  anonymous: boolean;
  sorting: Sorting;
  comments: boolean;
  moderated: boolean;
  dots: number;
  dots_per_note: number;
  goes_on: string | null;
}

export interface Column {
  id: string;
  title: string;
}

/** Who may move and stack other people's notes. */
export const Sorting = ["everyone", "staff"] as const;
export type Sorting = (typeof Sorting)[number];

/** Totals are hidden while people vote: nobody follows the crowd. */
export const Voting = ["none", "open", "closed"] as const;
export type Voting = (typeof Voting)[number];

/**
 * `author` is null where the reader may not know, and for a note that was brought here from `origin`.
 *
 * `dots` is the total when voting last closed, null while it is open: were it kept up to date, the bare fact that a
 * note changes would tell who is ahead. `text_rev` is the rev in which the text was last edited.
 */
export interface Note {
  type: "note";
  id: string;
  rev: number;
  text: string;
  moderation: Display;
  hidden_for: Reason | null;
  hidden_words: string;
  room: string;
  activity: string;
  column: string;
  order: string;
  stack: string | null;
  paper: Paper;
  author: string | null;
  dots: number | null;
  at: number;
  edited_at: number | null;
  text_rev: number;
  origin: Origin | null;
  came_from: string;
  carried: Carried | null;
}

/** Where a note that nobody wrote here came from: a contribution of an earlier phase. */
export interface Origin {
  contribution: string;
  phase: string;
  label: string;
}

/** Which note of an earlier step this one was brought from, as it was; whose it is stays as little known. */
export interface Carried {
  note: string;
  step: string;
  anonymous: boolean;
}

/** Notes that say the same. It lies where its first note lies; two notes make one, fewer dissolve it. */
export interface Stack {
  type: "stack";
  id: string;
  rev: number;
  room: string;
  activity: string;
  title: string;
}

/** One person's dots on one note. Seen by nobody else. */
export interface Dot {
  type: "dot";
  id: string;
  rev: number;
  room: string;
  activity: string;
  note: string;
  author: string;
  count: number;
}

export interface Comment {
  type: "comment";
  id: string;
  rev: number;
  text: string;
  moderation: Display;
  hidden_for: Reason | null;
  hidden_words: string;
  room: string;
  activity: string;
  note: string;
  author: string | null;
  at: number;
}

/** An activity whose matter is polls. Polls can be put in any other activity too. */
export interface Polling {
  type: "poll_activity";
  id: string;
  rev: number;
  room: string;
  step: string;
  plan: PollPlan;
}

export interface PollPlan {
  kind: "poll";
  title: string;
  instructions: string;
  questions: Question[];
}

/**
 * `most` is how many options one may choose, or words one may give: 1 for a single choice.
 *
 * `quorum` is the percentage of the people present who must answer, `required` that of the votes expressed which the
 * first option must reach; 0 asks for nothing. With `abstains` the last option is an abstention, which expresses none.
 * A question asked `everywhere` goes to every room at once; `by_room` then shows its result by room too.
 */
export interface Question {
  text: string;
  options: string[];
  most: number;
  way: Way;
  kind: QuestionKind;
  lowest: number;
  highest: number;
  quorum: number;
  required: number;
  abstains: boolean;
  everywhere: boolean;
  by_room: boolean;
}

/** How answers are given. */
export const Way = ["named", "secret", "hands"] as const;
export type Way = (typeof Way)[number];

export const QuestionKind = ["choice", "ranking", "score", "words"] as const;
export type QuestionKind = (typeof QuestionKind)[number];

/**
 * `turnout` counts the people who have answered, `present` the participants seated in the room when it closed.
 *
 * Where all were led to other rooms while it was open, `present` are those who were there then, if they were more.
 * `about` is what is put to the vote, where the question is whether to adopt it. `rule` says how answers are counted,
 * `outcome` what they come to where something is required. Words become options when they are counted; `more` is how
 * many different ones are not among them. Asked `everywhere`, it is common to all rooms; `rooms` then are its results
 * by room, where they were asked for.
 */
export interface Poll {
  type: "poll";
  id: string;
  rev: number;
  room: string;
  activity: string;
  question: string;
  options: Option[];
  most: number;
  way: Way;
  question_kind: QuestionKind;
  lowest: number;
  highest: number;
  quorum: number;
  required: number;
  abstains: boolean;
  everywhere: boolean;
  by_room: boolean;
  rule: CountingRule;
  about: string | null;
  state: PollState;
  turnout: number;
  present: number | null;
  opened_at: number | null;
  closes_at: number | null;
  closed_at: number | null;
  published_at: number | null;
  outcome: Outcome | null;
  rooms: RoomResult[];
  more: number;
}

/**
 * Numbers are null until the result may be seen.
 *
 * `votes` counts those who chose it (in a ranking: put it first; in scores: gave it one). `spread` counts ranks from
 * the first to the last, or scores from the lowest to the highest.
 */
export interface Option {
  id: string;
  text: string;
  votes: number | null;
  points: number | null;
  mean: number | null;
  median: number | null;
  spread: number[] | null;
}

/** Named wherever a result is shown; `rooms/activities/tally.py` says each in words. */
export const CountingRule = ["votes", "borda", "scores", "words"] as const;
export type CountingRule = (typeof CountingRule)[number];

export const PollState = ["created", "open", "closed", "published"] as const;
export type PollState = (typeof PollState)[number];

export const Outcome = ["adopted", "rejected", "no_quorum"] as const;
export type Outcome = (typeof Outcome)[number];

/** `options` is empty where it would tell who answered what. */
export interface RoomResult {
  room: string;
  turnout: number;
  options: Option[];
}

/** One person's answer under their name. `room` is where they gave it. */
export interface Ballot {
  type: "ballot";
  id: string;
  rev: number;
  room: string;
  poll: string;
  participant: string;
  choices: string[];
  scores: Record<string, number>;
  words: string[];
  at: number;
}

/**
 * An activity whose matter is one conclusion, made with it, unless that has gone on to a later one.
 *
 * `left_behind`: people vote on what it was to go on from, whose words stay as they are.
 */
export interface Writing {
  type: "conclusion_activity";
  id: string;
  rev: number;
  room: string;
  step: string;
  plan: ConclusionPlan;
  left_behind: boolean;
}

/** `most` is how many characters all fields hold together. */
export interface ConclusionPlan {
  kind: "conclusion";
  title: string;
  instructions: string;
  fields: Field[];
  most: number;
  goes_on: string | null;
}

/** Without a title it has the one the page knows for its id. */
export interface Field {
  id: string;
  title: string;
  hint: string;
  kind: FieldKind;
}

export const FieldKind = ["text", "minority"] as const;
export type FieldKind = (typeof FieldKind)[number];

/**
 * `texts` are Markdown by field; a draft has none, nor has it for a moment once frozen, until `recorded_at`.
 *
 * `people` counts those who have written, `length` the characters, both behind by a few seconds while it is drafted.
 */
export interface Conclusion {
  type: "conclusion";
  id: string;
  rev: number;
  room: string;
  state: Standing;
  frozen_by: string | null;
  poll: string | null;
  reported_at: number | null;
  activity: string;
  step: string;
  fields: Field[];
  texts: Record<string, string>;
  recorded_at: number | null;
  people: number;
  length: number;
  counted_at: number;
}

/** Where a text stands. Whether it was reported out is apart: it can be shown before a vote, or after. */
export const Standing = ["drafting", "frozen", "voting", "adopted", "rejected", "amended"] as const;
export type Standing = (typeof Standing)[number];

/**
 * A note quoted in a conclusion, with the words it had then; the note may be gone since.
 *
 * `author` is the note's, known to nobody else: they see that they are quoted, wherever they are.
 */
export interface Citation {
  type: "citation";
  id: string;
  rev: number;
  room: string;
  conclusion: string;
  field: string;
  note: string;
  text: string;
  author: string | null;
  reported: boolean;
  hidden: boolean;
}

/** That a person has voted in a secret poll: known to them, and nothing of what they chose stands beside it. */
export interface Roll {
  type: "roll";
  id: string;
  rev: number;
  room: string;
  poll: string;
  participant: string;
}

/** `turns` are in the order in which rooms present; `ends_at` is when the time of the one that does is up. */
export interface ReportOut {
  type: "report_out_activity";
  id: string;
  rev: number;
  room: string;
  step: string;
  plan: ReportOutPlan;
  turns: Turn[];
  ends_at: number | null;
}

/** `of` is the step whose conclusions are presented: the last one before this that has any, when null. */
export interface ReportOutPlan {
  kind: "report_out";
  title: string;
  instructions: string;
  of: string | null;
  minutes_each: number;
}

/** One room's. That a room brings nothing is explained: no conclusion, or an empty one, and by how many people. */
export interface Turn {
  room: string;
  state: TurnState;
  conclusion: string | null;
  people: number;
  is_empty: boolean;
  began_at: number | null;
  ended_at: number | null;
}

export const TurnState = ["waiting", "presenting", "presented", "skipped"] as const;
export type TurnState = (typeof TurnState)[number];

/**
 * `minority` is the view of those who do not agree; `stands` has every room that could have discussed it.
 *
 * `said` are the rooms somebody has spoken for: where the others stand follows from the sources. `text_rev` is the rev
 * in which its words were last edited.
 */
export interface Statement {
  type: "statement";
  id: string;
  rev: number;
  room: string;
  state: Standing;
  frozen_by: string | null;
  poll: string | null;
  reported_at: number | null;
  activity: string;
  order: string;
  text: string;
  minority: string;
  sources: Source[];
  stands: Record<string, Stand>;
  said: string[];
  at: number;
  edited_at: number | null;
  text_rev: number;
}

/** They stay what they were, also when the conclusion is written in again. */
export interface Source {
  conclusion: string;
  field: string;
  words: string;
  room: string;
}

/** Where a room stands on a statement. */
export const Stand = ["for", "against", "not_discussed"] as const;
export type Stand = (typeof Stand)[number];

/**
 * `route` are the activities this room visits, one at each turn; `turn` is the one it is at, from 1 and the same in
 * all rooms of the step, or 0 while nobody visits. `ends_at` is when the time of the turn is up.
 */
export interface Gallery {
  type: "gallery";
  id: string;
  rev: number;
  room: string;
  step: string;
  plan: GalleryPlan;
  route: string[];
  turn: number;
  ends_at: number | null;
}

/** `of` is the step whose conclusions or boards are visited: the last one before this that has any, when null. */
export interface GalleryPlan {
  kind: "gallery";
  title: string;
  instructions: string;
  of: string | null;
  minutes_each: number;
  anonymous: boolean;
}

/**
 * `room` is the one it is for, `by` the one it comes from; `about` is the conclusion or the board, of which it may
 * name a `field` or a `note`, which may be gone. `activity` is the gallery it was written in.
 */
export interface Remark {
  type: "remark";
  id: string;
  rev: number;
  text: string;
  moderation: Display;
  hidden_for: Reason | null;
  hidden_words: string;
  room: string;
  by: string;
  activity: string;
  about: string;
  field: string | null;
  note: string | null;
  stance: Stance;
  author: string | null;
  anonymous: boolean;
  at: number;
  reported: boolean;
}

export const Stance = ["agree", "question", "suggestion"] as const;
export type Stance = (typeof Stance)[number];

/** One to a room at most, while it lasts: what it sees is what `shown`, an activity of the room `to`, holds. */
export interface Visit {
  type: "visit";
  id: string;
  rev: number;
  room: string;
  activity: string;
  to: string;
  shown: string;
}

/** `seats` are those who move, `hosts` those who stay to welcome them, by room. Staff only. */
export interface Rotation {
  type: "rotation";
  id: string;
  rev: number;
  moves: Moves;
  seats: Record<string, string>;
  hosts: Record<string, string>;
  at: number;
}

/**
 * The change of tables that was done last, until people come back or change again: what it takes to undo it.
 *
 * `went` is where each who moved was and is now; `hosts` and `joined` are those of before. Staff only.
 */
export interface Rotated {
  type: "rotated";
  id: string;
  rev: number;
  went: Record<string, [string, string]>;
  hosts: Record<string, string>;
  joined: Record<string, string>;
  step: string | null;
  remembered: string | null;
  at: number;
}

export interface Break {
  type: "break";
  id: string;
  rev: number;
  room: string;
  step: string;
  plan: BreakPlan;
}

export interface BreakPlan {
  kind: "break";
  title: string;
  instructions: string;
}

export type Entity =
  | Workshop
  | Room
  | Step
  | Participant
  | Attendance
  | Knock
  | Flag
  | Evidence
  | Moderation
  | Ready
  | Duties
  | Speech
  | Floor
  | Hand
  | FloorTurn
  | Balance
  | Unmeasured
  | Nudge
  | Purge
  | RegistrationQuestion
  | Registration
  | Preference
  | Draw
  | Round
  | Info
  | File
  | Discussion
  | Message
  | Board
  | Note
  | Stack
  | Dot
  | Comment
  | Polling
  | Poll
  | Ballot
  | Writing
  | Conclusion
  | Citation
  | Roll
  | ReportOut
  | Statement
  | Gallery
  | Remark
  | Visit
  | Rotation
  | Rotated
  | Break;

export type Activity =
  | Info
  | Discussion
  | Board
  | Polling
  | Writing
  | ReportOut
  | Gallery
  | Break;

export type Plan =
  | InfoPlan
  | DiscussionPlan
  | BoardPlan
  | PollPlan
  | ConclusionPlan
  | ReportOutPlan
  | GalleryPlan
  | BreakPlan;

/** Durable. `seq` is the change it made, or the head when it changed nothing. */
export interface Accepted {
  seq: number;
}

/** Nothing was done. Only `busy`, `too_fast` and `internal` are worth sending again. */
export interface Refusal {
  code: string;
  details: Record<string, unknown>;
}

/** Who one is here. `look` is the room staff look at, `audience` the key to give back when joining again. */
export interface You {
  workshop: string;
  participant: string;
  role: Role;
  room: string;
  look: string | null;
  audience: string;
  permissions: Permission[];
}

export const Permission = ["write", "vote", "steer", "moderate", "organize"] as const;
export type Permission = (typeof Permission)[number];

/** After it, one has seen everything one may see up to `to`. Not to be applied when `from` is past one's head. */
export interface Frame {
  from: number;
  to: number;
  put: Entity[];
  drop: string[];
}

/** Changes to what is one's alone. */
export interface Mine {
  to: number;
  put: Entity[];
  drop: string[];
}

/**
 * The answer to `join`. With mode "tail" `snapshot` is empty: what one has is kept, `frames` bring it up to date.
 *
 * `snapshot` holds two gzipped JSON arrays of entities: what is common to all rooms, and what is the room's.
 */
export interface Welcome {
  mode: "snapshot" | "tail";
  epoch: string;
  seq: number;
  now: number;
  you: You;
  snapshot: ArrayBuffer[];
  frames: Frame[];
  mine: Entity[];
  here: string[];
}

/** `head` is the `to` of the last frame sent to one's audience; `now` the server's clock in epoch ms. */
export interface Tick {
  head: number;
  epoch: string;
  now: number;
}

/** Who, among the people one sees, has connected or gone since the last one. May be lost: `welcome` has all. */
export interface Presence {
  came: string[];
  left: string[];
}

/** `who` is stamped by the server, null in an anonymous activity. */
export interface Signal {
  kind: "cursor" | "drag" | "typing" | "words";
  entity: string;
  who: string | null;
  x: number | null;
  y: number | null;
  text: string | null;
}

/** All rooms but backstage, in their order, to those who watch, when something is not as it was. May be lost. */
export interface TowerView {
  rooms: RoomFigures[];
  staff: Looking[];
}

/**
 * Of `people` seated there `here` are connected, and `lost` went a moment ago; `weak` are here and badly reached.
 *
 * Since the step began `silent` of those here have neither spoken nor written; somebody last did at `sign_at`. `pace`
 * are the notes of the last minute, `ready` are done with the step. `help` people wait for help, the first since
 * `help_since`.
 */
export interface RoomFigures {
  room: string;
  step: string | null;
  people: number;
  here: number;
  lost: number;
  weak: number;
  silent: number;
  notes: number;
  pace: number;
  ready: number;
  help: number;
  help_since: number | null;
  sign_at: number | null;
  conclusion: Standing | null;
  length: number;
}

/** Somebody of staff who is connected, and the room they look at beside the one they are in. */
export interface Looking {
  participant: string;
  look: string | null;
}

/** The token to show from now on, in the place of the one that one has connected with. */
export interface Renewed {
  session: string;
}

/** The server ends the connection; come back after `retry_ms`, or never when it is null. */
export interface Bye {
  reason: "abuse" | "banned" | "draining" | "erased" | "link_revoked" | "removed" | "replaced" | "session_unknown" | "slow";
  retry_ms: number | null;
  details: Record<string, unknown>;
}

/** Answers `media.open`: what the workshop has switched on, and what may help to reach it. */
export interface MediaOpened {
  media: Media;
  ice_servers: IceServer[];
}

/** As RTCPeerConnection takes it; the last two are empty for a STUN server. */
export interface IceServer {
  urls: string[];
  username: string;
  credential: string;
}

export interface MediaAnswer {
  sdp: string;
}

/** Who is behind which m-line, by mid; one that is not named is idle. Replaces the one before. */
export interface MediaSlots {
  connection: string;
  slots: Record<string, Fed>;
}

/** Who is behind a slot. */
export interface Fed {
  participant: string;
  source: "camera" | "microphone" | "screen";
}

/** What somebody hears or watches. The page need not send the rest: `camera` and `screen` are rids. */
export interface MediaWanted {
  connection: string;
  microphone: boolean;
  camera: string[];
  screen: string[];
}

/** How a connection fares. After `gone`, `replaced` and `cut` it is over, for `reason` where there is one. */
export interface MediaStanding {
  connection: string;
  standing: "connected" | "cut" | "gone" | "interrupted" | "replaced";
  reason: string;
}

/** Whose voices are heard in a room now, and who of them leads. */
export interface MediaSpeaking {
  room: string;
  voices: string[];
  dominant: string | null;
}

/** Who of a room has what switched on: everybody with `all`, else what changed. */
export interface MediaPeople {
  room: string;
  all: boolean;
  put: Shown[];
  drop: string[];
}

/** What somebody has switched on, and how well they are reached: 0 cut off, 1 bad, 2 fair, 3 good. */
export interface Shown {
  participant: string;
  microphone: boolean;
  camera: boolean;
  screen: boolean;
  quality: number;
}

/**
 * `update` is what one lacks, `vector` what the server has. `client` is null where one only reads.
 *
 * Under another `epoch` the document is another one: what one holds of the former does not fit it.
 */
export interface DocOpened {
  client: number | null;
  update: ArrayBuffer;
  vector: ArrayBuffer;
  can_write: boolean;
  epoch: string;
}

/** Somebody's change, durable; whose, to those who see them. */
export interface DocUpdate {
  conclusion: string;
  update: ArrayBuffer;
  seq: number;
  who: string | null;
}

/** Stamped by the server. Without a field the person has put the pen down or gone. */
export interface DocCursor {
  conclusion: string;
  field: string | null;
  who: string | null;
  anchor: string | null;
  head: string | null;
}

/** What one holds is void: begin again with a new document and `doc.open` without a client, keep the lost words. */
export interface DocReset {
  conclusion: string;
  code: string;
  details: Record<string, unknown>;
}

/** By field, runs of (text, who wrote it), a citation as U+FFFC; null for those one does not see, or forgotten. */
export interface DocAuthors {
  fields: Record<string, ([string, string | null])[]>;
}

/** Moments one can go back to, oldest first. */
export interface DocHistory {
  moments: DocMoment[];
}

/** Where people paused: all up to `seq`; `who` wrote since the moment before. */
export interface DocMoment {
  seq: number;
  at: number;
  who: string[];
}

/** Markdown by field. */
export interface DocTexts {
  texts: Record<string, string>;
}

/** `plenary` is what happens in plenary, `groups` the plan every group gets an activity from. */
export interface AddStep {
  type: "step.add";
  title: string;
  minutes?: number;
  after?: string | null;
  plenary?: PlanDraft | null;
  groups?: PlanDraft | null;
}

export interface EditStep {
  type: "step.edit";
  step: string;
  title: string;
  minutes: number;
}

/**
 * After another step, or to the head of the agenda when `after` is null.
 *
 * A released room whose stretch would end before the step it is in goes no further than that.
 */
export interface MoveStep {
  type: "step.move";
  step: string;
  after?: string | null;
}

/** Only a step that has not begun and holds nothing people wrote. */
export interface DropStep {
  type: "step.drop";
  step: string;
}

/** Several at once, all of them or none: what was inserted is taken out again. */
export interface DropSteps {
  type: "steps.drop";
  steps: string[];
}

/**
 * Take every room to this step, but for released ones whose stretch goes on.
 *
 * `seen` is the step one is leaving: of two who press at once, one moves.
 */
export interface StartStep {
  type: "step.start";
  step: string;
  seen: string | null;
}

/**
 * When the running step ends now, in epoch ms, or a released `room`'s. Time that is up deletes and closes nothing.
 *
 * `seen` is when it was to end so far: of two who give more time at once, one does.
 */
export interface ExtendStep {
  type: "step.extend";
  step: string;
  ends_at: number;
  room?: string | null;
  seen?: number | null;
}

/**
 * To the step plenary has just left for the one `seen`, with the time it had left; what froze is written again.
 *
 * Rooms that were called back stay with plenary, and what was written meanwhile stays where it was written.
 */
export interface GoBack {
  type: "step.back";
  step: string;
  seen: string;
}

/** The time of the running step stands still, in plenary and in the rooms that follow it. People may go on. */
export interface PauseStep {
  type: "step.pause";
  step: string;
}

/** It runs again, with the time it had left. */
export interface ResumeStep {
  type: "step.resume";
  step: string;
}

/** Other minutes for several steps at once, all of them or none. */
export interface ShortenSteps {
  type: "agenda.shorten";
  steps: Retimed[];
}

/** `seen` are the minutes it had when this was proposed. */
export interface Retimed {
  step: string;
  minutes: number;
  seen: number;
}

/**
 * One step instead of two that follow one another: `step` goes into the one before it.
 *
 * Where a room has something in both, one of them must be a discussion, which gives way: people talk anyway.
 * It is skipped where both were. `seen` are the minutes of both together.
 */
export interface MergeSteps {
  type: "step.merge";
  step: string;
  into: string;
  title: string;
  minutes: number;
  seen: number;
}

/** It stays in the agenda and is passed over, until somebody goes to it all the same. */
export interface SkipStep {
  type: "step.skip";
  step: string;
  skipped?: boolean;
}

/** People are told another end, in epoch ms. `seen` is the one they were told so far. */
export interface PutOffEnd {
  type: "workshop.put_off";
  ends_at: number;
  seen: number | null;
}

/** What a cell holds. Without a room: every group's cell. The kind cannot change once people have written. */
export interface PlanActivity {
  type: "activity.plan";
  step: string;
  plan: PlanDraft;
  room?: string | null;
}

/** Empty a cell of the agenda. */
export interface ClearActivity {
  type: "activity.clear";
  activity: string;
}

/** They go on by themselves from the step plenary is in, as far as `last`. Once more: only how far they may go. */
export interface ReleaseRooms {
  type: "room.release";
  rooms: string[];
  last: string;
}

/** They follow plenary again, in the step it is in. */
export interface RecallRooms {
  type: "room.recall";
  rooms: string[];
}

/** Take a released room to another step of its stretch. `seen` is the one it leaves: of two who press, one moves. */
export interface AdvanceRoom {
  type: "room.advance";
  room: string;
  step: string;
  seen: string;
}

/** One is done with the step of one's room, or not after all. A released room goes on once half of it are. */
export interface SetReady {
  type: "ready.set";
  step: string;
  ready?: boolean;
}

/** How people change tables before it, which staff are reminded of; and who is heard once it starts. */
export interface OpenStepWith {
  type: "step.opening";
  step: string;
  moves?: Moves | null;
  stage?: Stage | null;
}

/** Work out who goes where. Nobody moves, and only staff see it; an earlier proposal is forgotten. */
export interface ProposeRotation {
  type: "rotation.propose";
  moves: Moves;
  hosting?: Hosting;
  hosts?: Record<string, string>;
}

/** Who stays at each table to tell the next ones what was said there. */
export const Hosting = ["nobody", "lot", "keep"] as const;
export type Hosting = (typeof Hosting)[number];

/**
 * Everybody goes where it was proposed, at once; who has come or gone meanwhile stays where they are.
 *
 * While all are in plenary, they go there when groups open again. `seen` is the `rev` of the proposal.
 */
export interface ApplyRotation {
  type: "rotation.apply";
  seen: number;
}

/** Nobody moves after all. */
export interface DropRotation {
  type: "rotation.drop";
}

/**
 * Everybody who changed tables last sits where they sat before. `seen` is the `rev` of what was done.
 *
 * Raises Refused: "rotation_gone", "already_moved" when another step has begun, "moved_meanwhile" with who sits
 * elsewhere since, "unknown" when a table is gone, "room_full".
 */
export interface UndoRotation {
  type: "rotation.undo";
  seen: number;
}

/**
 * Steps of a template after another step, or at the head, in the groups there are.
 *
 * With `minutes` they take so long together, each its share and one at least.
 */
export interface InsertSteps {
  type: "steps.insert";
  steps: StepTemplateDraft[];
  after?: string | null;
  minutes?: number | null;
}

/**
 * `cells` are those of single groups, where they differ from `groups`.
 *
 * A plan that names another step has its place among the steps instead, counted from 0.
 */
export interface StepTemplateDraft {
  title: string;
  minutes?: number;
  plenary?: PlanDraft | null;
  groups?: PlanDraft | null;
  cells?: CellTemplateDraft[];
  moves?: Moves | null;
  stage?: Stage | null;
}

/** `room` is the group's place among `rooms`. */
export interface CellTemplateDraft {
  room: number;
  plan: PlanDraft;
}

/** A group, with an activity for each step that plans one. */
export interface AddRoom {
  type: "room.add";
  name: string;
  theme?: string;
  paper?: Paper;
  capacity?: number | null;
  least?: number | null;
}

export interface EditRoom {
  type: "room.edit";
  room: string;
  name: string;
  theme?: string;
  paper?: Paper;
  capacity?: number | null;
  least?: number | null;
}

/** A group in which nothing was written; whoever is in it returns to plenary, at `at` (epoch ms) or now. */
export interface DropRoom {
  type: "room.drop";
  room: string;
  at?: number | null;
}

/** A group becomes part of another, at `at` (epoch ms) or now, with its people and all that was written in it. */
export interface MergeRoom {
  type: "room.merge";
  room: string;
  into: string;
  at?: number | null;
}

/** It does not end after all; and of an end that failed nothing more is to be done. */
export interface KeepRoom {
  type: "room.keep";
  room: string;
}

/** Who of staff is with a group: all of them, each time. */
export interface AssignRoom {
  type: "room.assign";
  room: string;
  facilitators: string[];
}

/** Oneself leads from now on; another of staff is offered it; with null nobody leads. `seen` is who does so far. */
export interface LeadWorkshop {
  type: "workshop.lead";
  person: string | null;
  seen: string | null;
}

/** `can_switch`: people may go to another group while groups are open. With a `draw` they are filled as proposed. */
export interface OpenGroups {
  type: "groups.open";
  filling?: Filling;
  can_switch?: boolean;
  draw?: string | null;
}

/** How groups fill when they open. */
export const Filling = ["choose", "draw", "again"] as const;
export type Filling = (typeof Filling)[number];

/** Go to a group oneself, while choosing or where switching is allowed. */
export interface ChooseGroup {
  type: "group.choose";
  room: string;
}

/** Bring everybody back at `at` (epoch ms): every room is warned until then. null keeps the groups open. */
export interface CloseGroups {
  type: "groups.close";
  at: number | null;
}

/** Ask people which groups they would like, or no more. What they said is kept. */
export interface AskPreferences {
  type: "groups.rank";
  open: boolean;
}

/** Give somebody another group in a proposal, or none. Nobody moves. */
export interface MoveDrawn {
  type: "draw.move";
  draw: string;
  person: string;
  room: string | null;
}

/**
 * What the next proposal has to respect: who is in which group, together, or apart. All of it, each time.
 *
 * `seen` is what one had before one: what others have changed of it meanwhile stays changed.
 */
export interface RuleDraw {
  type: "draw.rule";
  draw: string;
  pins: Record<string, string>;
  together: string[][];
  apart: string[][];
  seen?: DrawRules | null;
}

/** Who is in which group, together, or apart. */
export interface DrawRules {
  pins: Record<string, string>;
  together: string[][];
  apart: string[][];
}

/** Keep a proposal for later under a name; without one it may go with the others. */
export interface KeepDraw {
  type: "draw.keep";
  draw: string;
  title: string;
}

export interface DropDraw {
  type: "draw.drop";
  draw: string;
}

/** A question for whoever comes in from now on; who is here finds it on their page. */
export interface AskQuestion {
  type: "registration.ask";
  asking: AskingDraft;
}

/** A question as an organizer writes it. */
export interface AskingDraft {
  title: string;
  options: string[];
  required?: boolean;
  tier?: Tier;
}

/** Answers stay with the options that keep their words, and are forgotten with the others. */
export interface EditQuestion {
  type: "registration.edit";
  asked: string;
  asking: AskingDraft;
}

/** With all that was answered to it, also in the sums of draws. */
export interface DropQuestion {
  type: "registration.drop";
  asked: string;
}

/** All of one's own answers, in place of those before; what is left out was not said. */
export interface AnswerQuestions {
  type: "registration.answer";
  answers: Record<string, string>;
}

/** All of one's own answers and preferences, at any time. */
export interface TakeAnswersBack {
  type: "registration.forget";
}

/** Say which groups one would like, the dearest first, while this is asked; none to say nothing. */
export interface RankGroups {
  type: "preference.rank";
  rooms: string[];
}

/**
 * Staff seat anybody anywhere but citizens backstage; staff themselves go where they like.
 *
 * `seen` is where one believes them to be, for whom that matters: who was moved meanwhile stays there.
 */
export interface MovePerson {
  type: "person.move";
  person: string;
  room: string;
  seen?: string | null;
}

/** One's own name, or anybody's for a moderator. */
export interface Rename {
  type: "person.rename";
  person: string;
  name: string;
}

/**
 * Oneself, at any time, also once the workshop is closed; an organizer anybody who asks.
 *
 * With `texts` what they wrote goes too, in history as well: places and counts stay. What they wrote anonymously is
 * found as long as its key exists.
 */
export interface ErasePerson {
  type: "person.erase";
  person: string;
  texts?: boolean;
}

/** Opening them lets in all who wait. */
export interface SetDoors {
  type: "workshop.doors";
  doors: Doors;
}

/** Of citizens from now on: of whoever comes in, or of whoever writes or votes, also of those who are in. */
export interface AskIdentity {
  type: "workshop.identity";
  identity: Identity;
  actions?: Action[];
}

/** They come in as soon as their page asks again. Whoever has gone meanwhile is passed over. */
export interface Admit {
  type: "door.admit";
  knocks: string[];
}

/** With a word for them. */
export interface TurnAway {
  type: "door.turn_away";
  knocks: string[];
  words?: string;
}

/** They may come back through the door, as themselves. What they wrote stays unless it is hidden. */
export interface RemovePerson {
  type: "person.remove";
  person: string;
  reason?: Reason | null;
  words?: string;
}

/** They may not come back, until it is lifted; they are told why. */
export interface BanPerson {
  type: "person.ban";
  person: string;
  reason: Reason;
  words?: string;
}

/** Lift a ban, or let back who was removed: they need not ask at the door. */
export interface ReadmitPerson {
  type: "person.readmit";
  person: string;
}

/** Report what somebody wrote. Whoever reads it may, once; of a conclusion `words` say which of its words. */
export interface FlagText {
  type: "text.flag";
  about: string;
  reason: Reason;
  words?: string;
}

/** Tell those who reported it that it stays; with `corrected`, that staff have changed the words of a conclusion. */
export interface SettleFlags {
  type: "flag.settle";
  about: string;
  corrected?: boolean;
}

/** From everybody but its author, who reads why, and staff. An organizer also once the workshop is closed. */
export interface HideText {
  type: "text.hide";
  about: string;
  reason: Reason;
  words?: string;
}

/** Approve what waits, or restore what was hidden; a note lies where it lay, in no stack. */
export interface ShowText {
  type: "text.show";
  about: string;
}

/** Whether messages and comments of participants wait here until they are approved. What waits already stays so. */
export interface ModerateRoom {
  type: "room.moderate";
  room: string;
  moderated: boolean;
}

export interface EditWorkshop {
  type: "workshop.edit";
  title: string;
  language: string;
  time_zone: string;
}

/**
 * Nothing can be written any more.
 *
 * Open votes are counted, drafts frozen, and the keys behind anonymous writing destroyed.
 */
export interface CloseWorkshop {
  type: "workshop.close";
}

/** Once the workshop is closed periods can only become shorter: people were told of these. */
export interface SetRetention {
  type: "workshop.retain";
  retention: RetentionDraft;
}

/** For how many days after the workshop was closed; null for what is kept with the process. */
export interface RetentionDraft {
  identity?: number | null;
  answers?: number | null;
  attendance?: number | null;
  speech?: number | null;
  votes?: number | null;
  texts?: number | null;
  uploads?: number | null;
  drafts?: number | null;
}

/** What the workshop has switched on: text alone, voices, or faces too; and how many it holds in an open plenary. */
export interface SwitchMedia {
  type: "workshop.media";
  media: Media;
  plenary_most?: number | null;
}

/**
 * Those who have the floor keep it when everybody may speak: they have it when the stage narrows again.
 *
 * Raises Refused: "not_plenary" for a group that would be watched, "plenary_too_large" to open one to more than it
 * holds.
 */
export interface SetStage {
  type: "room.stage";
  room: string;
  stage: Stage;
}

/** Ask for the floor. Again: for something else, still waiting since then. A point of order says why. */
export interface RaiseHand {
  type: "hand.raise";
  hand_kind?: HandKind;
  reason?: string;
  writes?: boolean;
}

/** One's own, or anybody's for staff. null: one's own. */
export interface LowerHand {
  type: "hand.lower";
  person?: string | null;
}

/** A point of order is not one, or not now: it waits as a contribution, and its author is told. */
export interface DeclineHand {
  type: "hand.decline";
  person: string;
}

/**
 * After another hand of the same room, or to the head. From now on the queue stays as it stands; who comes later is
 * put in order behind it.
 */
export interface MoveHand {
  type: "hand.move";
  person: string;
  after?: string | null;
}

/**
 * They may be heard and seen. Whoever is muted stays so until they unmute themselves.
 *
 * It ends the turn of whoever has the floor; a question or a point of order interrupts it. `seen` is who had the floor
 * for the one who gives it: of two who give it at once, one does. In a fishbowl it gives a seat.
 */
export interface GiveFloor {
  type: "floor.give";
  person: string;
  seen?: string | null;
}

/** Their turn waits: nothing of it is heard, nor counted. */
export interface PauseFloor {
  type: "floor.pause";
  person: string;
}

export interface ResumeFloor {
  type: "floor.resume";
  person: string;
}

/** Their turn is over: staff take it back, or they give it back themselves. A seat of a fishbowl is free again. */
export interface TakeFloor {
  type: "floor.take";
  person: string;
}

/**
 * How a room's queue is ordered, how long turns should be (seconds, 0: as long as they take), how many seats a
 * fishbowl has. `anew`: the policy orders again what staff had put in order; a round table, where everybody's hand is
 * up, goes round once more.
 */
export interface SetFloor {
  type: "floor.set";
  room: string;
  policy: Policy;
  turn_s?: number;
  seats?: number;
  anew?: boolean;
  alternate_by?: string | null;
}

/** One's own turn goes on in writing, or by voice. */
export interface WriteTurn {
  type: "turn.write";
  writes?: boolean;
}

/**
 * What one has typed in one's turn is kept as a message, also when somebody else has ended it, or closed the
 * workshop a moment ago. Once more, until the turn is over: as it is now.
 *
 * Other words than were approved, hidden or marked are looked at anew.
 */
export interface SayTurn {
  type: "turn.say";
  turn: string;
  text: string;
}

/** Oneself, or anybody for a moderator. */
export interface Mute {
  type: "person.mute";
  person: string;
}

/** Nobody opens another's microphone, whatever their role. */
export interface Unmute {
  type: "person.unmute";
  person: string;
}

/** Everybody in it but staff, those who have the floor and interpreters, whose listeners hear nobody else. */
export interface MuteRoom {
  type: "room.mute";
  room: string;
}

/** Into which language a person interprets; "" when they do no more. */
export interface Interpret {
  type: "person.interpret";
  person: string;
  language: string;
}

/** Whether one's own speech is measured. Who does not want it takes back what was counted so far. */
export interface Measure {
  type: "speech.measure";
  measured: boolean;
}

/** Read, the one that was given `at` this time. */
export interface DismissNudge {
  type: "nudge.dismiss";
  at: number;
}

/** Whether people are told, each alone, when they speak much or not at all. */
export interface SetNudges {
  type: "workshop.nudge";
  nudges: boolean;
}

/** `room` is needed for reach "room", or from staff several `rooms`; `to` for reach "person". */
export interface SendMessage {
  type: "message.send";
  text: string;
  reach?: Reach;
  room?: string | null;
  rooms?: string[];
  to?: string | null;
}

/** Quote it in the minutes, or no more. */
export interface MarkMessage {
  type: "message.mark";
  message: string;
  marked?: boolean;
}

/** What a person asked staff for is dealt with, or waits again. An answer to them does so by itself. */
export interface SettleMessage {
  type: "message.settle";
  message: string;
  settled?: boolean;
}

export interface WriteNote {
  type: "note.write";
  activity: string;
  column: string;
  text: string;
  paper?: Paper;
}

/**
 * `seen` is the rev of the text one started from: somebody else's later words are not overwritten unread.
 *
 * Other words than were approved, or were hidden, are looked at anew.
 */
export interface EditNote {
  type: "note.edit";
  note: string;
  text: string;
  paper?: Paper | null;
  seen?: number | null;
}

/** To a column, after another note, or to its head when `after` is null. A stacked note leaves its stack. */
export interface MoveNote {
  type: "note.move";
  note: string;
  column: string;
  after?: string | null;
}

export interface DropNote {
  type: "note.drop";
  note: string;
}

/** Lay a note on another of the same board. */
export interface StackNote {
  type: "note.stack";
  note: string;
  onto: string;
}

export interface UnstackNote {
  type: "note.unstack";
  note: string;
}

export interface TitleStack {
  type: "stack.title";
  stack: string;
  title: string;
}

/** Show everybody's notes; `revealed` false hides them again. */
export interface RevealBoard {
  type: "board.reveal";
  activity: string;
  revealed?: boolean;
}

/** Open or close voting with dots. Opening needs notes that can be seen. */
export interface SetVoting {
  type: "board.vote";
  activity: string;
  voting: Voting;
}

/** How many of one's dots lie on this note now; 0 takes them back. */
export interface PlaceDots {
  type: "dot.place";
  note: string;
  count: number;
}

export interface WriteComment {
  type: "comment.write";
  note: string;
  text: string;
}

export interface DropComment {
  type: "comment.drop";
  comment: string;
}

export interface AddPoll {
  type: "poll.add";
  activity: string;
  question: QuestionDraft;
}

/**
 * `most` is how many options one may choose, or words one may give: 1 for a single choice.
 *
 * `quorum` is the percentage of the people present who must answer, `required` that of the votes expressed which the
 * first option must reach; 0 asks for nothing. With `abstains` the last option is an abstention, which expresses none.
 * A question asked `everywhere` goes to every room at once; `by_room` then shows its result by room too.
 */
export interface QuestionDraft {
  text: string;
  options?: string[];
  most?: number;
  way?: Way;
  kind?: QuestionKind;
  lowest?: number;
  highest?: number;
  quorum?: number;
  required?: number;
  abstains?: boolean;
  everywhere?: boolean;
  by_room?: boolean;
}

/** Only before anybody could answer. */
export interface DropPoll {
  type: "poll.drop";
  poll: string;
}

/** Until `closes_at` (epoch ms), or until a facilitator closes it. */
export interface OpenPoll {
  type: "poll.open";
  poll: string;
  closes_at?: number | null;
}

/** Opened by mistake: as if it had not been, while nobody has answered. */
export interface WithdrawPoll {
  type: "poll.withdraw";
  poll: string;
}

/** The clock closes a poll only at the time still agreed. */
export interface ClosePoll {
  type: "poll.close";
  poll: string;
  closes_at?: number | null;
}

/** The hands a facilitator has counted, one number per option in the order shown; of one room, or of all at once. */
export interface CountHands {
  type: "poll.count";
  poll: string;
  votes: number[];
  room?: string | null;
}

export interface PublishPoll {
  type: "poll.publish";
  poll: string;
}

/** Quote a note in a field; the same one twice in a field is the same citation. */
export interface AddCitation {
  type: "citation.add";
  conclusion: string;
  field: string;
  note: string;
}

export interface DropCitation {
  type: "citation.drop";
  citation: string;
}

/** Nobody writes in it any more; its words are recorded next. */
export interface FreezeConclusion {
  type: "conclusion.freeze";
  conclusion: string;
}

/** A draft again, and its room's alone until it is shown again: nobody looks on while it is rewritten. */
export interface ReopenConclusion {
  type: "conclusion.reopen";
  conclusion: string;
}

/**
 * One's whole answer: `choices` (in a ranking the preferred first), `scores` by option, or `words`.
 *
 * Under one's name a later one replaces it while the poll is open, and an empty one takes it back; a secret one stays.
 */
export interface CastBallot {
  type: "ballot.cast";
  poll: string;
  choices?: string[];
  scores?: Record<string, number>;
  words?: string[];
}

/**
 * A room presents, and its conclusion is shown to everybody; null: nobody any more.
 *
 * `seen` is the room that presents so far: of two who press at once, one moves on.
 */
export interface PresentRoom {
  type: "report_out.present";
  activity: string;
  room: string | null;
  seen: string | null;
}

/** Beside who presents: a room's conclusion shown to everybody, or hidden again. */
export interface ShowConclusion {
  type: "report_out.show";
  activity: string;
  room: string;
  shown?: boolean;
}

/** A room does not present; with `skipped` false it waits for its turn again. */
export interface SkipRoom {
  type: "report_out.skip";
  activity: string;
  room: string;
  skipped?: boolean;
}

/** When the time of the room that presents is up, in epoch ms. Time that is up stops nobody. */
export interface ExtendTurn {
  type: "report_out.extend";
  activity: string;
  room: string;
  ends_at: number;
}

/** In which order rooms present; those not named come after. Also before the step begins. */
export interface ArrangeRooms {
  type: "report_out.arrange";
  activity: string;
  rooms: string[];
}

/**
 * Every room goes to what it visits at this turn; 0: nobody visits any more.
 *
 * `seen` is the turn they are at: of two who press at once, one moves on.
 */
export interface TurnGallery {
  type: "gallery.turn";
  step: string;
  turn: number;
  seen: number;
}

/** When the time of the turn is up, in epoch ms. Time that is up stops nobody. */
export interface ExtendVisit {
  type: "gallery.extend";
  step: string;
  turn: number;
  ends_at: number;
}

/** About what one's room visits now: the whole, a field of a conclusion, or a note of a board. */
export interface WriteRemark {
  type: "remark.write";
  activity: string;
  stance: Stance;
  text: string;
  field?: string | null;
  note?: string | null;
}

/** One's own, or anybody's for a moderator. */
export interface DropRemark {
  type: "remark.drop";
  remark: string;
}

/** At the end of the common text. */
export interface AddStatement {
  type: "statement.add";
  activity: string;
  text: string;
  minority?: string;
  sources?: Taken[];
}

/** Words of a conclusion that everybody has been shown, in Markdown and letter for letter. */
export interface Taken {
  conclusion: string;
  field: string;
  words: string;
}

/** `seen` is the rev of the words one started from: somebody else's later ones are not overwritten unread. */
export interface EditStatement {
  type: "statement.edit";
  statement: string;
  text: string;
  minority?: string;
  seen?: number | null;
}

/** Another source of a statement; with `cited` false it is none any more. */
export interface CiteInStatement {
  type: "statement.cite";
  statement: string;
  source: Taken;
  cited?: boolean;
}

/** Where a room stands, as somebody said for it. */
export interface SetStand {
  type: "statement.stand";
  statement: string;
  room: string;
  stand: Stand;
}

/** After another statement, or to the head of the text when `after` is null. */
export interface MoveStatement {
  type: "statement.move";
  statement: string;
  after?: string | null;
}

/**
 * One statement instead of two that say the same, with the sources and the dissent of both.
 *
 * Without `minority` their minority views stand one after the other. `seen` is the later rev of the two one started
 * from.
 */
export interface MergeStatements {
  type: "statement.merge";
  statement: string;
  into: string;
  text: string;
  minority?: string | null;
  seen?: number | null;
}

/** Only what nobody has voted on. */
export interface DropStatement {
  type: "statement.drop";
  statement: string;
}

/** Its words stay as they are; with `frozen` false they may change again, and it is no longer reported out. */
export interface FreezeStatement {
  type: "statement.freeze";
  statement: string;
  frozen?: boolean;
}

/** Told to all rooms as what came out of it; with `reported` false no longer. */
export interface ReportStatement {
  type: "statement.report";
  statement: string;
  reported?: boolean;
}

export interface PutConclusionToVote {
  type: "conclusion.put_to_vote";
  conclusion: string;
  text: string;
  options: [string, string, string];
  way?: Way;
  quorum?: number;
  required?: number;
  activity?: string | null;
}

export interface PutStatementToVote {
  type: "statement.put_to_vote";
  statement: string;
  text: string;
  options: [string, string, string];
  way?: Way;
  quorum?: number;
  required?: number;
  activity?: string | null;
}

export type Command =
  | AddStep
  | EditStep
  | MoveStep
  | DropStep
  | DropSteps
  | StartStep
  | ExtendStep
  | GoBack
  | PauseStep
  | ResumeStep
  | ShortenSteps
  | MergeSteps
  | SkipStep
  | PutOffEnd
  | PlanActivity
  | ClearActivity
  | ReleaseRooms
  | RecallRooms
  | AdvanceRoom
  | SetReady
  | OpenStepWith
  | ProposeRotation
  | ApplyRotation
  | DropRotation
  | UndoRotation
  | InsertSteps
  | AddRoom
  | EditRoom
  | DropRoom
  | MergeRoom
  | KeepRoom
  | AssignRoom
  | LeadWorkshop
  | OpenGroups
  | ChooseGroup
  | CloseGroups
  | AskPreferences
  | MoveDrawn
  | RuleDraw
  | KeepDraw
  | DropDraw
  | AskQuestion
  | EditQuestion
  | DropQuestion
  | AnswerQuestions
  | TakeAnswersBack
  | RankGroups
  | MovePerson
  | Rename
  | ErasePerson
  | SetDoors
  | AskIdentity
  | Admit
  | TurnAway
  | RemovePerson
  | BanPerson
  | ReadmitPerson
  | FlagText
  | SettleFlags
  | HideText
  | ShowText
  | ModerateRoom
  | EditWorkshop
  | CloseWorkshop
  | SetRetention
  | SwitchMedia
  | SetStage
  | RaiseHand
  | LowerHand
  | DeclineHand
  | MoveHand
  | GiveFloor
  | PauseFloor
  | ResumeFloor
  | TakeFloor
  | SetFloor
  | WriteTurn
  | SayTurn
  | Mute
  | Unmute
  | MuteRoom
  | Interpret
  | Measure
  | DismissNudge
  | SetNudges
  | SendMessage
  | MarkMessage
  | SettleMessage
  | WriteNote
  | EditNote
  | MoveNote
  | DropNote
  | StackNote
  | UnstackNote
  | TitleStack
  | RevealBoard
  | SetVoting
  | PlaceDots
  | WriteComment
  | DropComment
  | AddPoll
  | DropPoll
  | OpenPoll
  | WithdrawPoll
  | ClosePoll
  | CountHands
  | PublishPoll
  | AddCitation
  | DropCitation
  | FreezeConclusion
  | ReopenConclusion
  | CastBallot
  | PresentRoom
  | ShowConclusion
  | SkipRoom
  | ExtendTurn
  | ArrangeRooms
  | TurnGallery
  | ExtendVisit
  | WriteRemark
  | DropRemark
  | AddStatement
  | EditStatement
  | CiteInStatement
  | SetStand
  | MoveStatement
  | MergeStatements
  | DropStatement
  | FreezeStatement
  | ReportStatement
  | PutConclusionToVote
  | PutStatementToVote;

/** `alt` says what the image or document shows, for those who do not see it (WCAG 1.1.1). */
export interface InfoPlanDraft {
  kind: "info";
  title?: string;
  instructions?: string;
  text?: string;
  file?: string | null;
  media_type?: string;
  alt?: string;
}

export interface DiscussionPlanDraft {
  kind: "discussion";
  title?: string;
  instructions?: string;
}

/** `dots` is each person's number of dots, `dots_per_note` how many may go on one note. */
export interface BoardPlanDraft {
  kind: "board";
  title?: string;
  instructions?: string;
  columns: Column[];
  hidden?: boolean;
  anonymous?: boolean;
  sorting?: Sorting;
  comments?: boolean;
  moderated?: boolean;
  dots?: number;
  dots_per_note?: number;
  goes_on?: string | null;
}

export interface PollPlanDraft {
  kind: "poll";
  title?: string;
  instructions?: string;
  questions?: QuestionDraft[];
}

/** `most` is how many characters all fields hold together. */
export interface ConclusionPlanDraft {
  kind: "conclusion";
  title?: string;
  instructions?: string;
  fields?: FieldDraft[];
  most?: number;
  goes_on?: string | null;
}

/** Without a title it has the one the page knows for its id. */
export interface FieldDraft {
  id: string;
  title?: string;
  hint?: string;
  kind?: FieldKind;
}

/** `of` is the step whose conclusions are presented: the last one before this that has any, when null. */
export interface ReportOutPlanDraft {
  kind: "report_out";
  title?: string;
  instructions?: string;
  of?: string | null;
  minutes_each?: number;
}

/** `of` is the step whose conclusions or boards are visited: the last one before this that has any, when null. */
export interface GalleryPlanDraft {
  kind: "gallery";
  title?: string;
  instructions?: string;
  of?: string | null;
  minutes_each?: number;
  anonymous?: boolean;
}

export interface BreakPlanDraft {
  kind: "break";
  title?: string;
  instructions?: string;
}

export type PlanDraft =
  | InfoPlanDraft
  | DiscussionPlanDraft
  | BoardPlanDraft
  | PollPlanDraft
  | ConclusionPlanDraft
  | ReportOutPlanDraft
  | GalleryPlanDraft
  | BreakPlanDraft;

/**
 * `since`, `epoch` and `audience` as last known, for the frames missed instead of a snapshot.
 *
 * `look` is the room staff were looking at, so that they come back to it.
 */
export interface Join {
  since?: number | null;
  epoch?: string | null;
  audience?: string | null;
  look?: string | null;
}

/**
 * Volatile, about an entity one sees; `x` and `y` in thousandths of the surface.
 *
 * `text` is all that one has typed so far in a turn of one's own; about the room, with kind "words".
 */
export interface SendSignal {
  kind: "cursor" | "drag" | "typing" | "words";
  entity: string;
  x?: number | null;
  y?: number | null;
  text?: string | null;
}

/** Staff want to see all rooms at once, or no more. */
export interface WatchTower {
  watch: boolean;
}

/** `lines`: by mid, what each m-line is for. The same connection with new ICE credentials is an ICE restart. */
export interface MediaOffer {
  connection: string;
  sdp: string;
  lines: Record<string, "camera" | "face" | "microphone" | "screen" | "shared" | "voice">;
  device?: "desktop" | "phone";
}

/** All that a page wants, each time. `faces`: how many tiles it shows; `listen`: a room staff hear instead. */
export interface MediaWish {
  microphone?: boolean;
  camera?: boolean;
  screen?: boolean;
  layout?: "grid" | "none" | "speaker";
  faces?: number;
  pinned?: string | null;
  interpreter?: string | null;
  listen?: string | null;
  quality?: "high" | "low";
  hidden?: boolean;
  connection: string;
}

export interface MediaLeave {
  connection: string;
}

/** What `doc.close`, `doc.authors` and `doc.history` need. */
export interface DocAsk {
  conclusion: string;
}

/** `vector` is the Yjs state vector of what one holds, `client` the id one was given before, to go on under it. */
export interface DocOpen {
  conclusion: string;
  client?: number | null;
  vector?: Uint8Array | null;
}

export interface SendDocUpdate {
  conclusion: string;
  client: number;
  update: Uint8Array;
}

/** Volatile. `anchor` and `head` are relative positions of Yjs in base64; without a field one is nowhere. */
export interface SendDocCursor {
  conclusion: string;
  field?: string | null;
  anchor?: string | null;
  head?: string | null;
}

/** What `doc.at` and `doc.restore` need. */
export interface DocAt {
  conclusion: string;
  seq: number;
}

export type Kind = Entity["type"];
export type EntityOf<K extends Kind> = Extract<Entity, { type: K }>;

/** A command as it is sent: `id` is random, chosen by the client, the same each time it is sent again. */
export type Do = Command & { id: string };
export type Answer = Accepted | { refused: Refusal };
/** What voice and video answer: their own, or why not. */
export type MediaAnswered<T = Record<never, never>> = T | { refused: Refusal };
/** What co-writing answers, in the same way. */
export type DocAnswered<T = Record<never, never>> = T | { refused: Refusal };
export type SignalKind = Signal["kind"];

/** Given to Socket.IO as `auth`: the session is had over HTTP by opening a link. */
export interface Auth {
  session: string;
  client: typeof PROTOCOL;
}

export interface ServerEvents {
  welcome(welcome: Welcome): void;
  frame(frame: Frame): void;
  mine(mine: Mine): void;
  you(you: You): void;
  tick(tick: Tick): void;
  presence(presence: Presence): void;
  signal(signal: Signal): void;
  tower(view: TowerView): void;
  session(renewed: Renewed): void;
  bye(bye: Bye): void;
  "media.slots"(slots: MediaSlots): void;
  "media.wanted"(wanted: MediaWanted): void;
  "media.standing"(standing: MediaStanding): void;
  "media.speaking"(speaking: MediaSpeaking): void;
  "media.people"(people: MediaPeople): void;
  /** The worker died and another has taken over: make a new connection. */
  "media.restart"(): void;
  "doc.update"(update: DocUpdate): void;
  "doc.cursor"(cursor: DocCursor): void;
  "doc.reset"(reset: DocReset): void;
}

export interface BrowserEvents {
  join(join: Join): void;
  do(command: Do, answer: (answer: Answer) => void): void;
  look(look: { room: string | null }): void;
  tower(watch: WatchTower, answer: (answer: Answer) => void): void;
  signal(signal: SendSignal): void;
  "media.open"(nothing: Record<never, never>, answer: (answer: MediaAnswered<MediaOpened>) => void): void;
  "media.offer"(offer: MediaOffer, answer: (answer: MediaAnswered<MediaAnswer>) => void): void;
  "media.wish"(wish: MediaWish, answer: (answer: MediaAnswered) => void): void;
  "media.leave"(leave: MediaLeave, answer: (answer: MediaAnswered) => void): void;
  "doc.open"(open: DocOpen, answer: (answer: DocAnswered<DocOpened>) => void): void;
  "doc.update"(update: SendDocUpdate, answer: (answer: Answer) => void): void;
  "doc.close"(document: DocAsk, answer: (answer: DocAnswered) => void): void;
  "doc.cursor"(cursor: SendDocCursor): void;
  "doc.authors"(document: DocAsk, answer: (answer: DocAnswered<DocAuthors>) => void): void;
  "doc.history"(document: DocAsk, answer: (answer: DocAnswered<DocHistory>) => void): void;
  "doc.at"(moment: DocAt, answer: (answer: DocAnswered<DocTexts>) => void): void;
  "doc.restore"(moment: DocAt, answer: (answer: Answer) => void): void;
}
