/** docs/board-file.schema.json as it follows from the valibot schema. */
import { toJsonSchema } from '@valibot/to-json-schema';
import { boardFileSchema } from '../../db/model/board-file.ts';
import { richTextSchema } from '../../db/model/rich-text.ts';

const DATE = String.raw`^\d{4}-\d{2}-\d{2}$`;
const TIME = String.raw`^([01]\d|2[0-3]):[0-5]\d$`;
/** The object below the checks of a rich text; JSON Schema tells only its outline. */
const richTextObject = (richTextSchema as unknown as { pipe: readonly unknown[] }).pipe[0];

/** The JSON schema of what may be written, as text with a line feed at its end. */
export function boardFileJsonSchema(): string {
  const schema = toJsonSchema(boardFileSchema, {
    typeMode: 'input',
    // Checks without a counterpart in JSON Schema (does a day exist, is a check digit right) are left to the program.
    errorMode: 'ignore',
    overrideSchema: ({ valibotSchema }) =>
      valibotSchema === richTextObject
        ? {
            type: 'object',
            properties: { type: { const: 'doc' }, content: { type: 'array', items: { type: 'object' } } },
            required: ['type', 'content'],
            additionalProperties: false,
          }
        : undefined,
    overrideAction: ({ valibotAction, jsonSchema }) => {
      const message = 'message' in valibotAction ? valibotAction.message : undefined;
      if (message === 'invalid_date') return { ...jsonSchema, format: 'date', pattern: DATE };
      return message === 'invalid_time' ? { ...jsonSchema, pattern: TIME } : undefined;
    },
  });
  // The lists inside rich text are left out above, so their definitions have no use.
  delete schema.$defs;
  const titled = {
    ...schema,
    title: 'Pykälä board file, versions 1 and 2',
    description: 'A board with its seats, meetings and tasks. See board-file.md.',
  };
  return `${JSON.stringify(titled, null, 1)}\n`;
}
