import { Wrap } from '@lantern/ui/page';

export function Footer() {
  return (
    <footer className="shell__footer">
      <Wrap>Lantern is a demonstration store: nothing here can be bought. Pictures: Fluent Emoji, MIT.</Wrap>
    </footer>
  );
}
