import type { ReactNode } from 'react';
import { FIRST } from '../picture/picture.tsx';
import './hero.css';

interface HeroProps {
  title: ReactNode;
  text: ReactNode;
  /** A button. */
  actions: ReactNode;
  /** Addresses: the left one, the big one behind, the right one. */
  images: [string, string, string];
}

/** The top of the home page: a headline, a link, three product images. */
export function Hero({ title, text, actions, images }: HeroProps) {
  return (
    <section className="hero">
      <div className="hero__say">
        <h1 className="hero__title">{title}</h1>
        <p className="hero__text">{text}</p>
        <div className="hero__actions">{actions}</div>
      </div>
      <div className="hero__stage" aria-hidden="true">
        {images.map((src) => (
          <img key={src} className="hero__image" src={src} alt="" width={256} height={256} {...FIRST} />
        ))}
      </div>
    </section>
  );
}
