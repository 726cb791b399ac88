/** Brought by vite/sockets.ts. */
declare module "palabre:polling" {
  export { Fetch } from "socket.io-client";
}
