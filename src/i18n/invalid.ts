import type { Locale } from './locale.ts'

/**
 * Sentences of invalid fields, by code of the issue. Apart from the messages: the server needs them, and a JSON file that
 * the interface precompiles cannot be imported a second way.
 */
export const invalidTexts: Record<Locale, Record<string, string>> = {
  fr: {
    other: 'Valeur non acceptée',
    invalid_type: 'Ce champ manque ou n’a pas le bon type',
    too_small_string: 'Trop court : {minimum} caractères au moins',
    too_small_number: 'Trop petit : {minimum} au moins',
    too_small: 'Trop petit : {minimum} au moins',
    too_big_string: 'Trop long : {maximum} caractères au plus',
    too_big_number: 'Trop grand : {maximum} au plus',
    too_big: 'Trop grand : {maximum} au plus',
    invalid_format: 'Format non reconnu',
    invalid_value: 'Choix inconnu',
    invalid_union: 'Aucune forme acceptée ne convient',
    unrecognized_keys: 'Champ inconnu',
    not_multiple_of: 'Nombre entier attendu',
  },
  en: {
    other: 'Value not accepted',
    invalid_type: 'This field is missing or of the wrong type',
    too_small_string: 'Too short: at least {minimum} characters',
    too_small_number: 'Too small: at least {minimum}',
    too_small: 'Too small: at least {minimum}',
    too_big_string: 'Too long: at most {maximum} characters',
    too_big_number: 'Too big: at most {maximum}',
    too_big: 'Too big: at most {maximum}',
    invalid_format: 'Format not recognised',
    invalid_value: 'Unknown choice',
    invalid_union: 'No accepted form fits',
    unrecognized_keys: 'Unknown field',
    not_multiple_of: 'A whole number is expected',
  },
}
