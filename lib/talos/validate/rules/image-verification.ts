import type { Problem } from '../../../cluster';
import type { DocumentRule } from '../configuration';
import { missing, type Place } from '../place';

/** What is asked of an image before it runs. Source: Talos `config/types/security/image_verification.go`. */
const verification: DocumentRule = (document) =>
  document.at('rules').items.flatMap((rule) => [...missing(rule, 'image'), ...verdict(rule), ...verifiers(rule)]);

/** A rule skips images, denies them, or asks one verifier. */
function verdict(rule: Place): readonly Problem[] {
  const verdicts = ['skip', 'deny'].filter((key) => rule.at(key).isOn);
  const asked = ['keyless', 'publicKey'].filter((key) => rule.at(key).isThere);
  const chosen = [...verdicts, ...asked];
  if (chosen.length === 1) return [];
  const what = chosen.length === 0 ? 'a rule that says nothing' : `${chosen.join(' and ')} together`;
  return [rule.problem(what, 'set one of skip, deny, keyless and publicKey')];
}

function verifiers(rule: Place): readonly Problem[] {
  const [keyless, key] = [rule.at('keyless'), rule.at('publicKey')];
  const isNamed = keyless.at('subject').isSet || keyless.at('subjectRegex').isSet;
  return [
    ...(keyless.isThere ? missing(keyless, 'issuer') : []),
    ...(keyless.isThere && !isNamed ? [keyless.problem('no subject', 'set subject or subjectRegex')] : []),
    ...(key.isThere ? missing(key, 'certificate') : []),
  ];
}

export const imageVerificationRules: Readonly<Record<string, DocumentRule>> = { ImageVerificationConfig: verification };
