import { createServer } from 'node:net';

function canListen(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    // A machine without IPv6 cannot have the port taken there.
    server.once('error', (error) => resolve(error.code !== 'EADDRINUSE'));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** Whether nobody listens on the port; `localhost` is either address, so both must be free. */
async function isFree(port) {
  return (await canListen(port, '127.0.0.1')) && (await canListen(port, '::1'));
}

/** The first free port from `wanted` on; says so when `wanted` is busy. */
export async function findFreePort(wanted) {
  for (let port = wanted; port < Math.min(wanted + 100, 65536); port++) {
    if (await isFree(port)) return port;
    console.log(`Port ${port} is busy; trying ${port + 1}.`);
  }
  throw new Error(`No port from ${wanted} on is free. Choose another with --port.`);
}
