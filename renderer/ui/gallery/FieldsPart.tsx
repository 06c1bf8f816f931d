import { useState } from 'react';
import { Checkbox } from '../Checkbox.tsx';
import { ComboBox } from '../ComboBox.tsx';
import { DateField } from '../DateField.tsx';
import { ErrorSummary, Form, FormActions, FormGrid, FormRow, FormSection, FormWide } from '../Form.tsx';
import { Button } from '../Button.tsx';
import type { Option } from '../ListBox.tsx';
import { NumberField } from '../NumberField.tsx';
import { Panel } from '../Panel.tsx';
import { RadioGroup } from '../RadioGroup.tsx';
import { SearchField } from '../SearchField.tsx';
import { Select } from '../Select.tsx';
import { Switch } from '../Switch.tsx';
import { TextArea, TextField } from '../TextField.tsx';
import { TimeField } from '../TimeField.tsx';

const MUNICIPALITIES: readonly Option[] = [
  'Heinävesi',
  'Ilomantsi',
  'Joensuu',
  'Juuka',
  'Kitee',
  'Kontiolahti',
  'Lieksa',
  'Liperi',
  'Nurmes',
  'Outokumpu',
  'Polvijärvi',
  'Rääkkylä',
  'Tohmajärvi',
].map((label, index) => ({
  id: String(index),
  label,
  detail: 'Pohjois-Karjala',
}));

export function FieldsPart() {
  const [name, setName] = useState('Pohjois-Karjalan Kansanterveyden keskus ry');
  const [search, setSearch] = useState('');
  const [seats, setSeats] = useState<number | null>(16);
  const [kind, setKind] = useState<'member' | 'deputy' | null>('member');
  const [municipality, setMunicipality] = useState<Option | null>(MUNICIPALITIES[2]!);
  const [date, setDate] = useState<string | null>('2026-05-19');
  const [time, setTime] = useState<string | null>('13:05');
  const [way, setWay] = useState<'on-site' | 'remote' | null>('on-site');
  const [isOn, setOn] = useState(true);
  return (
    <Panel title="Lomake">
      <Form label="Esimerkki" onSubmit={() => undefined}>
        <ErrorSummary problems={[{ message: 'Y-tunnus: tarkistusmerkki ei täsmää.' }]} />
        <FormSection title="Perustiedot" description="Näkyvät luettelossa ja pöytäkirjassa.">
          <FormGrid>
            <FormWide>
              <TextField label="Järjestön nimi" value={name} onChange={setName} isRequired />
            </FormWide>
            <TextField
              label="Y-tunnus"
              defaultValue="0215839-6"
              error="Tarkistusmerkki ei täsmää. Tarkista numero."
            />
            <ComboBox
              label="Kotikunta"
              value={municipality}
              onChange={setMunicipality}
              load={(text) =>
                MUNICIPALITIES.filter(({ label }) => label.toLowerCase().startsWith(text.toLowerCase()))
              }
            />
            <Select
              label="Rooli"
              value={kind}
              onChange={setKind}
              options={[
                { id: 'member', label: 'Jäsen' },
                { id: 'deputy', label: 'Henkilökohtainen varajäsen' },
              ]}
            />
            <NumberField label="Jäsenpaikkoja" value={seats} onChange={setSeats} />
            <FormWide>
              <TextArea label="Muistiinpanot" description="Näkyvät vain sihteerille." />
            </FormWide>
          </FormGrid>
        </FormSection>
        <FormSection title="Aika ja tapa">
          <FormGrid columns={1}>
            <FormRow>
              <DateField label="Kokouspäivä" value={date} onChange={setDate} isRequired />
              <TimeField label="Alkaa" value={time} onChange={setTime} />
              <TimeField label="Päättyy" value={null} onChange={() => undefined} isDisabled />
              <DateField
                label="Kutsuttu"
                value={null}
                onChange={() => undefined}
                description="Täyttyy, kun kutsu lähetetään."
              />
            </FormRow>
            <RadioGroup
              label="Osallistuminen"
              isInline
              value={way}
              onChange={setWay}
              options={[
                { id: 'on-site', label: 'Paikalla' },
                { id: 'remote', label: 'Etäyhteydellä' },
              ]}
            />
            <Checkbox isSelected={isOn} onChange={setOn} detail="Varajäsen kutsutaan, jos jäsen on estynyt.">
              Kutsu myös varajäsenet
            </Checkbox>
            <Checkbox isIndeterminate>Osa valittu</Checkbox>
            <Switch isSelected={isOn} onChange={setOn}>
              Etäosallistuminen sallittu
            </Switch>
            <SearchField
              label="Haku"
              width="m"
              placeholder="Nimi, Y-tunnus tai kunta"
              value={search}
              onChange={setSearch}
            />
          </FormGrid>
        </FormSection>
        <FormActions>
          <Button variant="primary" type="submit">
            Tallenna
          </Button>
          <Button>Peruuta</Button>
        </FormActions>
      </Form>
    </Panel>
  );
}
