package parse_test

// Policies of invented publishers, written for the tests.

const englishPolicy = `# Privacy Policy of Tansy Bikes

Last updated: 4 May 2024

Tansy Bikes Ltd. ("Tansy", "we", "us") rents bicycles. This policy explains how we handle personal data.

## Information we collect

When you create an account, you provide us with your name, e-mail address and phone number. We automatically collect
your IP address, browser type and precise location while you ride.

We do not collect health data.

## How we use it

We use your information to:

* process your payments;
* improve our services and develop new features;
* prevent fraud.

## Sharing

We share personal data with service providers and payment processors. We do not sell your personal information.

## Your rights

You have the right to access, correct and delete your personal data. If you are located in the European Economic Area,
you may object to the processing and lodge a complaint with a supervisory authority.

## Retention

We keep your data for two years after your account is closed and delete it afterwards.

## Contact

Write to privacy@tansy-bikes.example.
`

const dutchPolicy = `Privacyverklaring van Wilgenhof

Laatst bijgewerkt op 12 maart 2023

Wie wij zijn

Wilgenhof B.V., gevestigd aan de Dorpsstraat 3, 1234 AB Lisdam, is verantwoordelijk voor de verwerking van persoonsgegevens zoals weergegeven in deze privacyverklaring.

Persoonsgegevens die wij verwerken

Wilgenhof verwerkt de volgende persoonsgegevens omdat u deze zelf aan ons verstrekt:

- Voor- en achternaam
- Adresgegevens
- Telefoonnummer
- E-mailadres
- IP-adres

Waarom we gegevens verwerken

Wij verwerken uw persoonsgegevens voor de volgende doelen:

- Het afhandelen van uw betaling
- Verzenden van onze nieuwsbrief
- Om onze dienstverlening te verbeteren

Delen met derden

Wij delen uw gegevens met dienstverleners als dit nodig is voor het uitvoeren van onze overeenkomst. Wij verkopen uw gegevens niet aan derden.

Hoe lang we gegevens bewaren

Wij bewaren uw persoonsgegevens niet langer dan strikt nodig is om de doelen te realiseren.

Uw rechten

U heeft het recht om uw persoonsgegevens in te zien, te corrigeren of te verwijderen. U kunt uw toestemming intrekken en een klacht indienen bij de Autoriteit Persoonsgegevens. Mail naar privacy@wilgenhof.example.
`
