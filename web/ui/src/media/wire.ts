/** What a page and the server tell each other about the call: the events that begin with `media.`, by name. */
import type { BrowserEvents, Fed, MediaOffer, MediaWish, ServerEvents } from "../protocol";

export type SourceName = Fed["source"];
export type Role = MediaOffer["lines"][string];
export type DeviceClass = NonNullable<MediaOffer["device"]>;
/** What the page wants now, whole each time. */
export type Wish = Required<Omit<MediaWish, "connection">>;

export type MediaEvent = Extract<keyof ServerEvents, `media.${string}`>;
export type MediaRequest = Extract<keyof BrowserEvents, `media.${string}`>;
export type MessageOf<E extends MediaRequest> = Parameters<BrowserEvents[E]>[0];
export type AnswerTo<E extends MediaRequest> = Parameters<Parameters<BrowserEvents[E]>[1]>[0];
/** Once it was not refused. */
export type Granted<E extends MediaRequest> = Exclude<AnswerTo<E>, { refused: unknown }>;
