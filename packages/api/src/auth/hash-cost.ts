/** As the OWASP Password Storage Cheat Sheet recommends: 19 MiB, 2 passes, 1 lane; the library defaults to argon2id. */
export const hashCost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
