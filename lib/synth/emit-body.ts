import type { Artifact, Body } from '../artifact';
import { EmissionError, emitDocuments } from '../yaml';
import { emitJson } from './emit-json';
import { finding, type Finding } from './finding';

/** An artifact and the text of its file. */
export interface EmittedFile {
  readonly artifact: Artifact;
  /** Empty where the body cannot be emitted, which is a finding of its own. */
  readonly text: string;
}

/** Writes out every artifact; what cannot be written is found in all of them, not in the first only. */
export function emitFiles(artifacts: readonly Artifact[]): { files: EmittedFile[]; findings: Finding[] } {
  const findings: Finding[] = [];
  const files = artifacts.map((artifact) => {
    try {
      const text = emitBody(artifact.body);
      if (artifact.body.format === 'text') findings.push(...checkText(artifact.path, text));
      return { artifact, text };
    } catch (error) {
      if (!(error instanceof EmissionError)) throw error;
      findings.push(notPlainData(artifact, error));
      return { artifact, text: '' };
    }
  });
  return { files, findings };
}

/** The text of a file. */
export function emitBody(body: Body): string {
  switch (body.format) {
    case 'yaml':
      return emitDocuments(body.documents);
    case 'json':
      return emitJson(body.value);
    case 'text':
      return body.text;
  }
}

function checkText(artifact: string, text: string): Finding[] {
  const found: Finding[] = [];
  if (!text.endsWith('\n'))
    found.push(finding({ artifact, what: 'no newline at the end of the text', fix: 'end the last line' }));
  if (/\p{Surrogate}/u.test(text))
    found.push(finding({ artifact, what: 'half a surrogate pair in the text', fix: 'pass text that UTF-8 can hold' }));
  return found;
}

function notPlainData({ path: artifact }: Artifact, { problem }: EmissionError): Finding {
  return finding({
    artifact,
    field: problem.path,
    what: `not plain data but ${problem.what}`,
    fix: 'pass strings, finite numbers, booleans, null, lists and plain objects',
  });
}
