import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { root, startServer } from '../support/serverProcess.ts';

describe('the built server as a process', () => {
  it('writes the protocol to stdout and nothing else', async () => {
    const child = spawn(process.execPath, [`${root}dist/cli.mjs`, 'lsp', '--stdio'], {
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    const send = (message: object): void => {
      const body = JSON.stringify({ jsonrpc: '2.0', ...message });
      child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    };
    const text = 'Resources:\n  Disk:\n    Type: AWS::EC2::Volume\n    Properties:\n      VolumeType: st1\n';
    const uri = 'file:///template.yaml';
    send({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
    send({ method: 'initialized', params: {} });
    send({
      method: 'textDocument/didOpen',
      params: { textDocument: { uri, languageId: 'yaml', version: 1, text } },
    });
    send({
      id: 2,
      method: 'textDocument/hover',
      params: { textDocument: { uri }, position: { line: 4, character: 19 } },
    });
    const said = (part: string): boolean => Buffer.concat(chunks).includes(part);
    while (!said('"id":2,') || !said('textDocument/publishDiagnostics')) await once(child.stdout, 'data');
    send({ id: 3, method: 'shutdown' });
    send({ method: 'exit' });
    assert.equal(await new Promise((resolve) => child.on('exit', resolve)), 0);
    const output = Buffer.concat(chunks);
    const methods: unknown[] = [];
    for (let at = 0; at < output.length; ) {
      const header = /^Content-Length: (\d+)\r\n\r\n/.exec(output.subarray(at, at + 60).toString('latin1'));
      assert(header, `stray output: ${output.subarray(at, at + 80).toString()}`);
      const start = at + header[0].length;
      at = start + Number(header[1]);
      const message = JSON.parse(output.subarray(start, at).toString()) as { id?: number; method?: string };
      methods.push(message.method ?? message.id);
    }
    assert(methods.includes('textDocument/publishDiagnostics'));
    assert(methods.includes(2));
  });

  it('answers a hover on a template that was just opened', async () => {
    const server = await startServer();
    const uri = 'file:///template.yaml';
    server.open(uri, 'yaml', 'Resources:\n  Disk:\n    Type: AWS::EC2::Volume\n');
    const hover = await server.connection.sendRequest<{ contents: { value: string } }>('textDocument/hover', {
      textDocument: { uri },
      position: { line: 2, character: 14 },
    });
    assert.match(hover.contents.value, /Elastic Block Store/);
    await server.stop();
  });

  it('goes on after errors that nobody caught, and keeps stdout clean of what others print', async () => {
    const faults = [
      "process.nextTick(() => Promise.reject(new Error('a rejection')));",
      "setTimeout(() => { throw new Error('an exception'); }, 300);",
      "setTimeout(() => { console.log('printed'); console.dir({ printed: true }); }, 300);",
    ];
    const once = `if (process.listenerCount('uncaughtException')) { clearInterval(timer); ${faults.join('')} }`;
    const early = `data:text/javascript,${encodeURIComponent(`const timer = setInterval(() => { ${once} }, 20);`)}`;
    const child = spawn(process.execPath, ['--import', early, `${root}dist/server.mjs`, '--stdio']);
    let [output, errors] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk;
    });
    child.stderr.on('data', (chunk: Buffer) => {
      errors += chunk;
    });
    for (let waited = 0; waited < 200 && !errors.includes('an exception'); waited++) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const body = JSON.stringify({
      jsonrpc: '2.0',
      id: 1,
      method: 'initialize',
      params: { capabilities: {} },
    });
    child.stdin.write(`Content-Length: ${body.length}\r\n\r\n${body}`);
    for (let waited = 0; waited < 200 && !output.includes('kumonote'); waited++) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    child.stdin.end();
    await new Promise((resolve) => child.on('exit', resolve));
    assert.match(output, /^Content-Length: \d+\r\n\r\n\{"jsonrpc":"2.0","id":1,"result"/);
    assert.doesNotMatch(output, /printed/);
    for (const word of ['a rejection', 'an exception', 'printed']) assert(errors.includes(word), errors);
  });

  it('works for a client that knows nothing of settings and folders, and for one that refuses to tell', async () => {
    const text = 'Resources:\n  Disk:\n    Type: AWS::EC2::Volume\n    Properties: { VolumeType: st1 }\n';
    const uri = 'untitled:Untitled-1';
    for (const capabilities of [{}, { workspace: { configuration: true } }]) {
      const server = await startServer({ capabilities }, () => {
        throw new Error('no settings');
      });
      const published = server.nextDiagnostics(uri);
      server.open(uri, 'yaml', text);
      assert.equal((await published)[0]?.code, 'ebs/hdd-volume');
      await server.stop();
    }
  });
});
