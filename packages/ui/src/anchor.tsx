import { type ComponentType, createContext, type ReactNode, useContext } from 'react';

export interface AnchorProps {
  href: string;
  className?: string;
  children?: ReactNode;
  'aria-label'?: string;
  'aria-current'?: 'page';
}

const PlainAnchor = (props: AnchorProps) => <a {...props} />;
const AnchorContext = createContext<ComponentType<AnchorProps>>(PlainAnchor);

/** Tells all links below which component they are: the app puts its router's in. */
export const AnchorProvider = AnchorContext.Provider;

/** A link; these components know no router. */
export function Anchor(props: AnchorProps) {
  const Component = useContext(AnchorContext);
  return <Component {...props} />;
}
