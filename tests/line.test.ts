import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { local, openLine, slow } from "#scripts/bench/line";

const body = Buffer.alloc(100_000, "x");
const server = createServer((request, response) => {
  response.writeHead(200, { "Content-Length": body.length });
  response.end(request.method === "HEAD" ? undefined : body);
});
const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // it listens

beforeAll(() => new Promise<void>((done) => server.listen(0, "127.0.0.1", done)));
afterAll(() => new Promise((done) => server.close(done)));

const now = () => performance.timeOrigin + performance.now();

it("delivers what the server says, and counts every byte of it", async () => {
  const line = await openLine(url(), local);
  const before = now();
  const answers = await Promise.all(
    [1, 2, 3].map(async (i) => Buffer.from(await (await fetch(`${line.url}/${i}`)).arrayBuffer())),
  );
  for (const answer of answers) expect(answer.equals(body)).toBe(true);
  expect(line.bytesUntil(before)).toBe(0);
  const headers = line.bytesUntil(now()) - 3 * body.length;
  expect(headers).toBeGreaterThan(3 * 50);
  expect(headers).toBeLessThan(3 * 500);
  await line.close();
});

it("is never faster than it says, however many ask at once", async () => {
  const line = await openLine(url(), slow);
  const before = performance.now();
  await Promise.all([1, 2, 3].map(async (i) => (await fetch(`${line.url}/${i}`)).arrayBuffer()));
  const least = slow.ms + (3 * body.length * 8) / (slow.mbit * 1000) - 10;
  expect(performance.now() - before).toBeGreaterThan(least);
  await line.close();
});
