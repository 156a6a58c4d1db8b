/** Tells the time thirty times a second, which a page cannot when it is hidden. */
const RATE = 30;

setInterval(() => (globalThis as unknown as Worker).postMessage('tick'), 1000 / RATE);

export {};
