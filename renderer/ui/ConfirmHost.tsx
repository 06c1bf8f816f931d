import { useText } from '../i18n/language.ts';
import { Button } from './Button.tsx';
import { useQuestions } from './confirm.ts';
import { Dialog } from './Dialog.tsx';

/** Shows the questions of `confirm`, one at a time. The shell has one of it. */
export function ConfirmHost() {
  const t = useText();
  const question = useQuestions(({ asked }) => asked[0]);
  if (!question) return null;
  const { title, body, confirmLabel, cancelLabel, isDangerous = false, answer, id } = question;
  return (
    <Dialog
      key={id}
      isOpen
      onClose={() => answer(false)}
      title={title}
      width="narrow"
      role="alertdialog"
      {...(body === undefined ? {} : { lead: body })}
      actions={
        <>
          {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- Enter must not be the dangerous answer */}
          <Button onPress={() => answer(false)} autoFocus>
            {cancelLabel ?? t('common.cancel')}
          </Button>
          <Button variant={isDangerous ? 'dangerSolid' : 'primary'} onPress={() => answer(true)}>
            {confirmLabel}
          </Button>
        </>
      }
    />
  );
}
