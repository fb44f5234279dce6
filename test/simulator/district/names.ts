/**
 * Invented people's names from many places, some outside Latin-1 (Łukasz, Nguyễn) so that an export in a smaller
 * character set shows what it loses. No name holds a comma, a quotation mark or a line break.
 */
export const GIVEN_NAMES = words(`
  Aaliyah Aaron Abigail Adrián Aisha Alejandro Amara Amélie Anders André Anh Anna Arjun Astrid Ayşe Beatriz
  Benjamin Björn Camila Carlos Chidi Chloé Clara Daniel Daria David Deepika Diego Dmitri Elena Elías Elif
  Emma Esperanza Ethan Fatima Felix Fiona François Gabriela George Giulia Grace Hana Hannah Hassan Héctor Hiro
  Ibrahim Ines Isaac Isabel Ivan Jada James Jasmine Javier Jin José Julia Kaito Karim Keisha Khadija
  Lars Layla Leila Leo Liam Lucía Łukasz Maja Malik Mara Marcus María Mateo Mei Miguel Mila
  Mohamed Nadia Naomi Ngozi Nia Nikolai Noah Noor Olivia Omar Oscar Owen Paloma Petra Priya Quinn
  Rafael Rania Renée Rosa Ruth Samir Samuel Sana Santiago Sara Seo-yeon Siobhán Sofía Søren Stella Tariq
  Thảo Theo Tomás Uma Valentina Victor Wei Willa Ximena Yara Yasmin Yuki Yusuf Zainab Zoë Zuri
`);

export const FAMILY_NAMES = words(`
  Abdi Adams Ahmed Allen Álvarez Andersson Baker Bauer Begum Bennett Brooks Campbell Castillo Chan Chen Cohen
  Collins Costa Cruz D'Angelo Davis Diallo Díaz Dubois Edwards Eriksen Evans Fernández Fischer Flores Foster Fraser
  García Gómez González Green Gupta Gutiérrez Hall Haddad Harris Hernández Hoang Hughes Hussein Ibáñez Ivanova Jackson
  Jansen Jiménez Johnson Jones Kaya Kelly Khan Kim King Kowalski Kumar Lambert Larsen Le Lee Lewis
  Li Lindqvist López Mahmoud Martin Martínez Mbeki McCarthy Mendoza Meyer Miller Mitchell Molina Moore Morales Moreau
  Murphy Müller Muñoz Nakamura Nasser Nguyễn Novák Núñez O'Brien O'Neill Okafor Oliveira Ortiz Osman Owens Papadopoulos
  Park Patel Pereira Pérez Peña Petrov Phillips Popescu Quispe Ramírez Reed Reyes Rivera Roberts Robinson Rodríguez
  Rossi Ruiz Saleh Salazar Sánchez Santos Sato Schmidt Scott Silva Singh Smith St-Pierre Şahin Suzuki Tanaka
  Taylor Thompson Torres Tran Turner Usman Vargas Vásquez Walker Wang Washington White Williams Wójcik Wright Yang
`);

/** A name as the local part of an e-mail address: no accents, lower case, letters and dots only. */
export function mailName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/ł/gi, 'l')
    .replace(/ø/gi, 'o')
    .replace(/[^a-z]/gi, '')
    .toLowerCase();
}

function words(text: string): string[] {
  return text.trim().split(/\s+/);
}
