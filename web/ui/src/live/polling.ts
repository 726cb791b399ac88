/** Asking over HTTP where no WebSocket opens: loaded by the pages of a server in a hall alone. */
import { Fetch } from "palabre:polling";
import { WebSocket } from "socket.io-client";

export const transports = [WebSocket, Fetch];
