import { fileURLToPath } from 'node:url';
import { staticServer } from './static-server.ts';

const port = Number(process.env['PORT'] ?? 4321);
const server = await staticServer(fileURLToPath(new URL('../../dist', import.meta.url)));
server.on('error', (error: NodeJS.ErrnoException) => {
  console.error(
    error.code === 'EADDRINUSE'
      ? `Port ${port} is in use. Stop the other program, or choose another port: PORT=4400 npm start`
      : error.message,
  );
  process.exit(1);
});
server.listen(port, () => console.log(`Internet, in Fact: http://localhost:${port}/ (stop with Ctrl+C)`));
