import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

/** A chart repository and an OCI registry in one, on loopback, that remember what they were asked. */
export class ChartServer {
  /** Method and path of each request. */
  readonly requests: string[] = [];
  /** Whether archives end half way and the connection stays open. */
  stalls = false;
  private readonly archives = new Map<string, Buffer>();
  private readonly server: Server;

  /** @param folder where the certificate is written that `SSL_CERT_FILE` may name */
  constructor(private readonly folder: string) {
    const argv = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '1'];
    const name = ['-subj', '/CN=charts', '-addext', 'subjectAltName=IP:127.0.0.1'];
    const key = join(folder, 'key.pem');
    execFileSync('openssl', [...argv, ...name, '-keyout', key, '-out', this.certificate], { stdio: 'ignore' });
    const tls = { key: readFileSync(key), cert: readFileSync(this.certificate) };
    this.server = createServer(tls, (request, response) => {
      this.requests.push(`${request.method ?? ''} ${request.url ?? ''}`);
      this.answer(request, response);
    });
  }

  get certificate(): string {
    return join(this.folder, 'certificate.pem');
  }

  async start(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.server.listen(0, '127.0.0.1', resolve);
    });
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  /** Puts the archive of version 1.2.3 of a chart in place of what was there. */
  publish(name: string, archive: Buffer): void {
    this.archives.set(name, archive);
  }

  private get host(): string {
    return `127.0.0.1:${String((this.server.address() as AddressInfo).port)}`;
  }

  get repository(): string {
    return `https://${this.host}/charts`;
  }

  get registry(): string {
    return `oci://${this.host}/team/charts`;
  }

  private answer(request: IncomingMessage, response: ServerResponse): void {
    const { pathname } = new URL(request.url ?? '', 'https://localhost');
    const [, top, ...rest] = pathname.split('/');
    if (pathname === '/charts/index.yaml') response.end(this.index());
    else if (top === 'charts') this.archive(response, rest[0]?.replace('-1.2.3.tgz', '') ?? '');
    else if (top === 'token') response.end(JSON.stringify({ token: 'for-everyone' }));
    else if (top === 'v2' && request.headers.authorization !== 'Bearer for-everyone') {
      const challenge = `Bearer realm="https://${this.host}/token",service="charts",scope="repository:team/charts:pull"`;
      response.writeHead(401, { 'www-authenticate': challenge }).end();
    } else if (top === 'v2') this.registryAnswer(response, rest);
    else response.writeHead(404).end();
  }

  /** URLs of both kinds: beside the index, and whole. */
  private index(): string {
    const entries = [...this.archives].map(([name, archive], i) => {
      const url = `${i % 2 === 0 ? '' : `${this.repository}/`}${name}-1.2.3.tgz`;
      const digest = createHash('sha256').update(archive).digest('hex');
      return `  ${name}:\n  - apiVersion: v2\n    name: ${name}\n    version: 1.2.3\n    digest: ${digest}\n    urls: ["${url}"]\n`;
    });
    return `apiVersion: v1\nentries:\n${entries.join('')}`;
  }

  private archive(response: ServerResponse, name: string): void {
    const archive = this.archives.get(name);
    if (archive === undefined) response.writeHead(404).end();
    else if (this.stalls) response.writeHead(200, { 'content-length': archive.length }).write(archive.subarray(0, 100));
    else response.end(archive);
  }

  /** Source: OCI distribution specification, "Pulling manifests" and "Pulling blobs"; Helm, "Use OCI-based registries" */
  private registryAnswer(response: ServerResponse, path: readonly string[]): void {
    const [name = '', what, reference = ''] = path.slice(2);
    const archive = this.archives.get(name);
    if (archive === undefined) {
      response.writeHead(404).end();
      return;
    }
    const config = Buffer.from(JSON.stringify({ name, version: '1.2.3', apiVersion: 'v2' }));
    const describe = (mediaType: string, content: Buffer) => ({
      mediaType,
      digest: `sha256:${createHash('sha256').update(content).digest('hex')}`,
      size: content.length,
    });
    const layer = describe('application/vnd.cncf.helm.chart.content.v1.tar+gzip', archive);
    const mediaType = 'application/vnd.oci.image.manifest.v1+json';
    const configOf = describe('application/vnd.cncf.helm.config.v1+json', config);
    const manifest = Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType, config: configOf, layers: [layer] }));
    const send = (type: string, content: Buffer): void => {
      const { digest, size } = describe(type, content);
      response
        .writeHead(200, { 'content-type': type, 'content-length': size, 'docker-content-digest': digest })
        .end(content);
    };
    if (what === 'manifests') send(mediaType, manifest);
    else if (what === 'tags') send('application/json', Buffer.from(JSON.stringify({ name, tags: ['1.2.3'] })));
    else if (reference === layer.digest) send('application/octet-stream', archive);
    else send('application/octet-stream', config);
  }
}
