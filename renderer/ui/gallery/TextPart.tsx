import { useRef, useState } from 'react';
import { richText, type RichText } from '../../../db/model/rich-text.ts';
import { Button } from '../Button.tsx';
import { classes } from '../classes.ts';
import { Panel } from '../Panel.tsx';
import { RichTextEditor, type RichTextHandle } from '../RichTextEditor.tsx';
import styles from './gallery.module.css';

const cx = classes(styles);

const SAMPLE: RichText = {
  type: 'doc',
  content: [
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'Neuvottelukunta on valinnut toimikauden painopisteeksi ' },
        { type: 'text', text: 'nuorten osallisuuden', marks: [{ type: 'bold' }] },
        {
          type: 'text',
          text: '. Työryhmä on kuullut kolmeatoista järjestöä ja esittää toimintasuunnitelmaan:',
        },
      ],
    },
    {
      type: 'bulletList',
      content: [
        {
          type: 'listItem',
          content: [
            { type: 'paragraph', content: [{ type: 'text', text: 'kohtaamispaikat jokaiseen kuntaan' }] },
          ],
        },
        {
          type: 'listItem',
          content: [
            { type: 'paragraph', content: [{ type: 'text', text: 'järjestöjen yhteinen neuvonta' }] },
          ],
        },
      ],
    },
  ],
};

export function TextPart() {
  const [value, setValue] = useState<RichText>(SAMPLE);
  const editor = useRef<RichTextHandle>(null);
  return (
    <Panel title="Teksti">
      <div className={cx('columns')}>
        <div className={cx('stack')}>
          <RichTextEditor
            ref={editor}
            label="Selostus"
            description="Näkyy esityslistassa ja pöytäkirjassa."
            placeholder="Kirjoita selostus"
            value={value}
            onChange={setValue}
          />
          <div>
            <Button
              size="s"
              icon="quote"
              onPress={() => editor.current?.insertText('Ehdotus hyväksyttiin yksimielisesti.')}
            >
              Lisää fraasi
            </Button>
          </div>
          <RichTextEditor
            label="Päätös"
            value={richText('')}
            onChange={() => undefined}
            placeholder="Kirjoita päätös"
            error="Päätös puuttuu."
          />
        </div>
        <RichTextEditor label="Luettavana" value={value} onChange={setValue} isReadOnly />
      </div>
      <output hidden data-value={JSON.stringify(value)} />
    </Panel>
  );
}
