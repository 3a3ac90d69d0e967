import { Breadcrumb } from 'semantic-ui-react';
import { Anchor } from './anchor.tsx';

/** Where the page stands in the shop; the last one is the page itself or its shelf. */
export function Breadcrumbs({ path }: { path: { name: string; href: string }[] }) {
  return (
    <nav aria-label="Breadcrumb">
      <Breadcrumb>
        {path.map(({ name, href }, index) => (
          <span key={href}>
            {index > 0 && <Breadcrumb.Divider />}
            <Breadcrumb.Section as={Anchor} href={href}>
              {name}
            </Breadcrumb.Section>
          </span>
        ))}
      </Breadcrumb>
    </nav>
  );
}
