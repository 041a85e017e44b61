'use client'

/** The layout itself failed: nothing of it can be used here, neither theme nor messages. Hence both languages. */
export default function GlobalError({ reset }: { reset: () => void }) {
  return (
    <html lang="fr">
      <body>
        <h1>Visée ne peut pas s’afficher</h1>
        <p>Rien de ce que vous avez enregistré n’est perdu. Réessayez dans un instant.</p>
        <p lang="en">Visée cannot be shown. Nothing you saved is lost. Try again in a moment.</p>
        <button type="button" onClick={reset}>
          Réessayer / Try again
        </button>
      </body>
    </html>
  )
}
