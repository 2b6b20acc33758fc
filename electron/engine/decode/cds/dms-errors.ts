import type { DecodedError } from '../../../../shared/notification.ts';
import type { XmlElement } from '../xml/read-xml.ts';
import { readPointer } from './pointer.ts';

/** The Errors of a Response. An Error is not a rejection: only some types, and only some codes, refuse anything. */
export const dmsErrors = (response: XmlElement, functionCode: string | null): readonly DecodedError[] =>
  response.children('Error').map((error) => {
    const code = error.text('ValidationCode') ?? 'none';
    return {
      code,
      meaning: null,
      advisory: !REFUSING_TYPES.has(functionCode ?? '') || CREDIBILITY.has(code),
      ...readPointer(error.children('Pointer')),
      path: null,
      dataElement: null,
      description: error.text('Description'),
    };
  });

/** A rejection refuses, and a Defra decision holds; in every other type the message stands all the same. */
const REFUSING_TYPES: ReadonlySet<string> = new Set(['03', '50']);

/** Credibility checks warn of odd values and never refuse. */
const CREDIBILITY: ReadonlySet<string> = new Set(['CDS13000', 'CDS14000', 'DMS13000']);
