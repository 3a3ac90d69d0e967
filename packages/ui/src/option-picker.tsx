import './option-picker.css';

interface OptionPickerProps {
  name: string;
  value: string | undefined;
  choices: { value: string; available: boolean }[];
  onPick: (value: string) => void;
}

/** The values of one option as buttons; what cannot be had is struck through, but can be looked at. */
export function OptionPicker({ name, value, choices, onPick }: OptionPickerProps) {
  return (
    <fieldset className="option-picker">
      <legend>
        {name}: <span>{value}</span>
      </legend>
      {choices.map((choice) => (
        <button
          key={choice.value}
          type="button"
          className={choice.available ? 'option-picker__value' : 'option-picker__value option-picker__value--out'}
          aria-pressed={choice.value === value}
          aria-label={choice.available ? choice.value : `${choice.value}, sold out`}
          onClick={() => onPick(choice.value)}
        >
          {choice.value}
        </button>
      ))}
    </fieldset>
  );
}
