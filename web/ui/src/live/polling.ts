/**
 * Asking over HTTP, for the pages of a server in a hall: it made its certificate itself, and over such a one Safari opens
 * no WebSocket (WebKit bug 145819).
 */
import { Fetch } from "palabre:polling";
import { WebSocket } from "socket.io-client";

export const polling = { transports: [WebSocket, Fetch], tryAllTransports: true };
