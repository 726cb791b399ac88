// The baseline of another house: Socket.IO on Node, one plain emit for each change. Nothing is kept, nobody is checked.

import { createServer } from "node:http";
import { Server } from "socket.io";

const http = createServer();
const io = new Server(http, { transports: ["websocket"], serveClient: false });
let seq = 0;

io.on("connection", (socket) => {
  socket.join("hall");
  socket.on("do", (command, answer) => {
    seq += 1;
    // What Palabre would tell of a message.
    io.to("hall").emit("change", {
      type: "message",
      id: "4k2mzp6wq0r8t1vx",
      rev: seq,
      reach: "room",
      room: "9d3fh7n5b2c6g8j4",
      step: "1a2b3c4d5e6f7g8h",
      author: "x7k2mzp6wq0r8t1vx9d3fh7n5b",
      author_is_staff: false,
      to: null,
      asked_in: null,
      text: command.text,
      at: 1_800_000_000_000,
    });
    answer({ seq });
  });
});

http.listen(0, "127.0.0.1", () => console.log(`http://127.0.0.1:${http.address().port}`));
