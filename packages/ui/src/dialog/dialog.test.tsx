// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { Button } from '../button/button.tsx';
import { ConfirmDialog } from '../confirm-dialog/confirm-dialog.tsx';
import { TextField } from '../text-field/text-field.tsx';
import { Dialog } from './dialog.tsx';

afterEach(cleanup);

const ignore = () => undefined;

test('who opens a dialog with fields can type at once', () => {
  render(
    <Dialog open onClose={ignore} title="Save view" footer={<Button>Save</Button>}>
      <TextField label="Name" />
      <TextField label="Note" />
    </Dialog>,
  );
  expect(document.activeElement).toBe(screen.getByLabelText('Name'));
});

test('who confirms what cannot be sent is led to what is wrong', async () => {
  render(
    <ConfirmDialog open title="Refund this?" confirmLabel="Refund" onConfirm={ignore} onCancel={ignore}>
      <TextField label="Note" />
      <TextField label="Amount" error="Enter an amount." />
    </ConfirmDialog>,
  );
  await userEvent.click(screen.getByRole('button', { name: 'Refund' }));
  expect(document.activeElement).toBe(screen.getByLabelText('Amount'));
});
