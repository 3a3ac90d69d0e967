import { Button } from '../button/button.tsx';
import './save-bar.css';

interface SaveBarProps {
  /** There is something to save; without it the bar is not there. */
  dirty: boolean;
  saving?: boolean;
  /** Instead of "Unsaved changes". */
  text?: string;
  saveLabel?: string;
  /** Left out, the save button submits the form it stands in. */
  onSave?: () => void;
  onDiscard: () => void;
}

/** Lies over the end of a page as long as something on it is unsaved. */
export function SaveBar(props: SaveBarProps) {
  const { dirty, saving = false, text = 'Unsaved changes', saveLabel = 'Save', onSave, onDiscard } = props;
  return (
    // Always in the page: a live region that comes with its words is not read out.
    <div className="save-bar" role="status">
      {(dirty || saving) && (
        <div className="save-bar__inside">
          <span className="save-bar__text">{text}</span>
          <Button onClick={onDiscard} disabled={saving}>
            Discard
          </Button>
          <Button variant="primary" type={onSave ? 'button' : 'submit'} onClick={onSave} loading={saving}>
            {saveLabel}
          </Button>
        </div>
      )}
    </div>
  );
}
