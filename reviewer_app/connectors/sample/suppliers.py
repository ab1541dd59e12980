"""The suppliers of the sample business: what they deliver and how they write an invoice."""

from dataclasses import dataclass
from datetime import date

from reviewer_app.connectors.sample.hours import MONTHS


@dataclass(frozen=True, slots=True)
class Style:
    """How a country writes amounts and dates, and what its invoices call their parts.

    `day` is a format with the slots d, dd, mm, month and year.
    """

    thousands: str
    decimal: str
    day: str
    invoice: str
    dated: str
    due: str
    columns: tuple[str, str, str]
    total: str
    thanks: str

    def amount(self, cents: int) -> str:
        """An amount, such as 9 600,00."""
        whole = f"{cents // 100:,}".replace(",", self.thousands)
        return f"{whole}{self.decimal}{cents % 100:02d}"

    def written(self, day: date) -> str:
        """A day, such as 12.03.2026."""
        return self.day.format(
            d=day.day,
            dd=f"{day.day:02d}",
            mm=f"{day.month:02d}",
            month=MONTHS[day.month - 1],
            year=day.year,
        )


@dataclass(frozen=True, slots=True)
class Supplier:
    """Who sent the invoice. `goods` are descriptions with the usual count and price in cents."""

    name: str
    address: str
    currency: str
    style: Style
    goods: tuple[tuple[str, int, int], ...]


_NORWEGIAN = Style(
    " ",
    ",",
    "{dd}.{mm}.{year}",
    "INVOICE",
    "Date",
    "Due",
    ("Description", "Qty", "Amount"),
    "Total",
    "Thank you for your order. Reverse charge: VAT is accounted for by the recipient.",
)
_GERMAN = Style(
    ".",
    ",",
    "{dd}.{mm}.{year}",
    "RECHNUNG",
    "Datum",
    "Fällig",
    ("Bezeichnung", "Menge", "Betrag"),
    "Gesamt",
    "Wir danken für Ihren Auftrag. Steuerschuldnerschaft des Leistungsempfängers.",
)
_FRENCH = Style(
    " ",
    ",",
    "{dd}/{mm}/{year}",
    "FACTURE",
    "Date",
    "Échéance",
    ("Désignation", "Qté", "Montant"),
    "Total",
    "Merci de votre confiance. Autoliquidation de la TVA.",
)
_BRITISH = Style(
    ",",
    ".",
    "{d} {month} {year}",
    "INVOICE",
    "Date",
    "Due",
    ("Description", "Qty", "Amount"),
    "Total",
    "Thank you for your business. Export supply, zero rated.",
)
_AMERICAN = Style(
    ",",
    ".",
    "{mm}/{dd}/{year}",
    "INVOICE",
    "Date",
    "Due",
    ("Description", "Qty", "Amount"),
    "Total",
    "Thank you for your business. No sales tax on export.",
)

_LIGHTS = (
    ("Sensor housing, anodised", 60, 4000),
    ("Mounting kit", 60, 2600),
    ("LED driver 24 V, dimmable", 40, 1875),
    ("Lamp shade, opal glass", 24, 3450),
    ("Textile cable, 3 m", 50, 640),
    ("Brass socket E27", 80, 415),
)
_WOOD = (
    ("Oak board, oiled, 120 cm", 20, 5460),
    ("Pine panel, 18 mm", 30, 2215),
    ("Drawer runner, pair", 40, 1190),
    ("Dowel pins, box of 500", 6, 1875),
    ("Wood oil, 5 l", 4, 6240),
)
_CLAY = (
    ("Stoneware cup, raw", 120, 385),
    ("Glaze, celadon, 10 kg", 3, 8940),
    ("Kiln shelf, 40 cm", 5, 4725),
    ("Espresso cup, second firing", 96, 295),
    ("Gift box, six cups", 80, 164),
)
_FREIGHT = (
    ("Road freight, full pallet", 3, 14800),
    ("Storage, pallet and week", 12, 915),
    ("Customs clearance", 1, 9500),
    ("Handling of returns", 45, 280),
    ("Tail lift surcharge", 2, 3500),
)
_PAPER = (
    ("Shipping carton 40 x 30 x 20", 500, 72),
    ("Paper tape, 50 m", 72, 248),
    ("Fill paper, 15 kg", 10, 2190),
    ("Leaflets, four colours", 2000, 11),
    ("Return labels, roll", 20, 1365),
)

SUPPLIERS = (
    Supplier("Nordlys AS", "Storgata 4, 9008 Tromsø", "NOK", _NORWEGIAN, _LIGHTS),
    Supplier("Fjellheim Tre AS", "Havnegata 18, 7010 Trondheim", "NOK", _NORWEGIAN, _WOOD),
    Supplier("Hafen Logistik GmbH", "Am Sandtorkai 31, 20457 Hamburg", "EUR", _GERMAN, _FREIGHT),
    Supplier("Lichtwerk Jena GmbH", "Löbstedter Straße 9, 07749 Jena", "EUR", _GERMAN, _LIGHTS),
    Supplier("Kartonagen Beck KG", "Mühlweg 2, 89073 Ulm", "EUR", _GERMAN, _PAPER),
    Supplier("Atelier Morel SARL", "14 rue des Potiers, 87000 Limoges", "EUR", _FRENCH, _CLAY),
    Supplier("Bois du Vercors SAS", "3 chemin de l'Écluse, 38000 Grenoble", "EUR", _FRENCH, _WOOD),
    Supplier("Brightwell Ltd", "22 Canal Street, Manchester M1 3HE", "GBP", _BRITISH, _LIGHTS),
    Supplier("Thames Cartage Ltd", "7 Wharf Road, London N1 7SF", "GBP", _BRITISH, _FREIGHT),
    Supplier("Staffordshire Clay Co", "Etruria Works, Stoke ST1 5NH", "GBP", _BRITISH, _CLAY),
    Supplier("Kestrel Supply Inc", "480 Harbor Drive, Portland, OR", "USD", _AMERICAN, _LIGHTS),
    Supplier("Blue Ridge Packaging", "1200 Mill Road, Asheville, NC", "USD", _AMERICAN, _PAPER),
)
