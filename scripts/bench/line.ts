import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";

/** How fast a line is: megabits a second, all connections together, and milliseconds before each request arrives. */
export type Speed = { name: string; mbit: number; ms: number };

export const local: Speed = { name: "local", mbit: Number.POSITIVE_INFINITY, ms: 0 };
export const slow: Speed = { name: "20 Mbit/s, 40 ms a request", mbit: 20, ms: 40 };

/** A server behind a line of that speed. It counts what it delivers, headers included. */
export type Line = {
  url: string;
  /** Bytes delivered until a moment, in milliseconds since 1970. */
  bytesUntil(moment: number): number;
  close(): Promise<void>;
};

/** Small enough that connections share the line fairly. */
const pieceBytes = 8192;

/** How far delivery may catch up after a timer that was late, in milliseconds. */
const slack = 10;

/**
 * Puts a line before a server. The browser's own emulation leaves out workers, which load most of what is measured here;
 * this one sees bytes only and slows down whoever asks.
 */
export async function openLine(target: string, speed: Speed): Promise<Line> {
  const { hostname, port } = new URL(target);
  const delivered: [moment: number, bytes: number][] = [];
  const sockets = new Set<Socket>();
  let free = 0;

  /** Waits until the line has carried so many bytes more. */
  async function carry(bytes: number): Promise<void> {
    const now = performance.now();
    free = Math.max(free, now - slack) + (bytes * 8) / (speed.mbit * 1000);
    if (free > now) await pause(free - now);
    delivered.push([performance.timeOrigin + performance.now(), bytes]);
  }

  async function deliver(from: Socket, to: Socket): Promise<void> {
    for await (const data of from as AsyncIterable<Buffer>) {
      for (let at = 0; at < data.length; at += pieceBytes) {
        const piece = data.subarray(at, at + pieceBytes);
        await carry(piece.length);
        if (!to.write(piece)) await once(to, "drain");
      }
    }
    to.end();
  }

  const server = createServer({ noDelay: true }, (reader) => {
    const site = connect({ host: hostname, port: Number(port), noDelay: true });
    const part = () => {
      reader.destroy();
      site.destroy();
    };
    for (const socket of [reader, site]) {
      sockets.add(socket);
      socket.on("error", part).on("close", () => sockets.delete(socket));
    }
    reader.on("data", (request) => {
      if (speed.ms > 0) setTimeout(() => site.write(request), speed.ms);
      else site.write(request);
    });
    reader.on("close", part);
    deliver(site, reader).catch(part); // the reader left
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the line has no port");
  return {
    url: `http://127.0.0.1:${address.port}`,
    bytesUntil: (moment) =>
      delivered.reduce((sum, [at, bytes]) => (at <= moment ? sum + bytes : sum), 0),
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
