import type { ReactNode } from 'react';
import './hero.css';

interface HeroProps {
  title: string;
  text: string;
  pictures: readonly string[];
  children: ReactNode;
}

/** The shop window: one sentence, what to do, three things to look at. */
export function Hero({ title, text, pictures, children }: HeroProps) {
  return (
    <section className="hero">
      <div className="hero__say">
        <h1>{title}</h1>
        <p>{text}</p>
        <div className="hero__actions">{children}</div>
      </div>
      <div className="hero__pictures">
        {pictures.map((src) => (
          <img key={src} src={src} alt="" width={256} height={256} />
        ))}
      </div>
    </section>
  );
}
