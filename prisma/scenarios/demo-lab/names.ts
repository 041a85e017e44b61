// Invented people: first and last names are common ones, put together at random.
export const firstNames =
  'Anne-Sophie Karim Maud Étienne Chantal Luc Philippe Jean-Marc Nadia Mathilde Camille Hugo Inès Julien Claire Thomas Sarah Antoine Léa Nicolas Manon Olivier Élodie Pierre Sophie Mehdi Aurélie François Hélène Bruno Valérie Samir Isabelle Vincent Agnès Yann Delphine Laurent Fatima Gilles Marion Rachid Céline Benoît Amélie Éric Sandrine Patrick Leïla Guillaume Florence Alain Virginie Stéphane Solène Pascal Émilie Didier Juliette Bernard Yasmine Fabien Caroline Michel Nathalie Xavier Lucie Dominique Marie Arnaud Laure Christophe Zoé Frédéric Catherine Rémi Noémie Thierry Alice Sylvain Monique Damien Brigitte Cédric Anaïs Jérôme Muriel David Clémence Hervé Pauline Serge Charlotte Cyril Béatrice Adrien Mireille Loïc Hanane'.split(
    ' ',
  )

export const lastNames =
  'Vasseur Benhaddou Kerautret Sabourin Moreau Pommereau Arnaudin Rambaud Ferhat Courcelle Lemaire Garnier Chevalier Kervella Lemoine Montfort Peyramaure Lavergne Descubes Aubertin Castaing Dubreuil Vialle Laborde Darrieux Fournier Gaborit Cazenave Ferrand Marchandeau Etcheverry Roussel Blanchet Delmas Faure Girard Hamidi Jolivet Klein Lacombe Masson Noël Ollivier Perrin Quentin Renard Sauvage Teixeira Urbain Verdier Weber Yildiz Zimmermann Abadie Barbier Caron Dumont Estève Fontaine Gaillard Huet Imbert Jacquet Kaci Leroux Mallet Navarro Odin Pasquier Rivière Schmitt Tessier Vidal Wagner Amrani Bourdon Collet Duval Evrard Fleury Guérin Hubert Joubert Lambert Marchal Nicolas Pichon Rey Simon Thibault Vasseur-Roy Barre Charpentier Desmoulins Gauthier Hamon Le-Goff Morvan Pineau Rousseau Tanguy Bertin Coulon Dupuy Guillou Lefort Maurel Poirier Salmon Texier Vallet Berger Brunel Carpentier Cordier Delorme Grandjean Laporte'.split(
    ' ',
  )
