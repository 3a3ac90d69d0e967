import { fulfilInput } from '@lantern/api/admin/orders/schema';
import { trackingLink, trackingPage } from '@lantern/text/tracking';
import { TextField } from '@lantern/ui/text-field';
import { msg, t } from '@lingui/core/macro';
import { schemaProblem } from '../shared/schema-problem.ts';
import { CarrierField } from './carrier-field.tsx';

/** How a parcel travels, as typed. */
export interface TrackingText {
  carrier: string;
  trackingNumber: string;
  trackingUrl: string;
}

export const noTracking: TrackingText = { carrier: '', trackingNumber: '', trackingUrl: '' };

type Problems = Partial<Record<keyof TrackingText, string>>;

const { carrier, trackingNumber, trackingUrl } = fulfilInput.shape;
const schemas = { carrier, trackingNumber, trackingUrl };

/** Why a field cannot be sent, as the server would say it. */
export function trackingProblem(field: keyof TrackingText, value: string): string | undefined {
  return schemaProblem(schemas[field].safeParse(value));
}

/** The problem of each field that has one. */
export function trackingProblems(text: TrackingText): Problems {
  return {
    carrier: trackingProblem('carrier', text.carrier),
    trackingNumber: trackingProblem('trackingNumber', text.trackingNumber),
    trackingUrl: trackingProblem('trackingUrl', text.trackingUrl),
  };
}

interface TrackingFieldsProps {
  value: TrackingText;
  onChange: (value: TrackingText) => void;
  problems: Problems;
}

/** Of the link to a known carrier, which the field shows. */
export const knownLinkHint = msg`Leave it empty to send the link shown here.`;

/** Carrier, number and link of a parcel, each of which may be left out. */
export function TrackingFields({ value, onChange, problems }: TrackingFieldsProps) {
  const page = trackingPage(value.carrier);
  const link = page && trackingLink(page, value.trackingNumber);
  return (
    <>
      <CarrierField
        label={t`Carrier`}
        value={value.carrier}
        error={problems.carrier}
        onChange={(carrier) => onChange({ ...value, carrier })}
      />
      <TextField
        label={t`Tracking number`}
        optional
        autoComplete="off"
        value={value.trackingNumber}
        error={problems.trackingNumber}
        onChange={({ target }) => onChange({ ...value, trackingNumber: target.value })}
      />
      <TextField
        label={t`Tracking link`}
        optional
        type="url"
        inputMode="url"
        autoComplete="off"
        placeholder={link}
        hint={link ? t(knownLinkHint) : t`The customer sees it in the mail and on the order's page.`}
        value={value.trackingUrl}
        error={problems.trackingUrl}
        onChange={({ target }) => onChange({ ...value, trackingUrl: target.value })}
      />
    </>
  );
}
