"""The sample business, a shop for lamps and things of the house: who buys there, and what."""

from dataclasses import dataclass

from reviewer_app.connectors.sample.dice import Dice


@dataclass(frozen=True, slots=True)
class Product:
    """Something the shop sells; the price is in cents, `shape` is how it looks in a photo."""

    name: str
    plural: str
    shape: str
    price: int


@dataclass(frozen=True, slots=True)
class Customer:
    """Somebody who bought: `ident` is the shop's number for them."""

    ident: str
    title: str
    first: str
    last: str
    language: str
    currency: str
    tier: str

    @property
    def full_name(self) -> str:
        """Title, first name and family name."""
        return f"{self.title} {self.first} {self.last}"


PRODUCTS = (
    Product("Halden desk lamp", "Halden desk lamps", "lamp", 8900),
    Product("Aster floor lamp", "Aster floor lamps", "lamp", 32000),
    Product("Brio pendant lamp", "Brio pendant lamps", "lamp", 14900),
    Product("Tern reading lamp", "Tern reading lamps", "lamp", 6450),
    Product("Corvo wall lamp", "Corvo wall lamps", "lamp", 11800),
    Product("Lido garden lantern", "Lido garden lanterns", "lamp", 5490),
    Product("Moss stoneware cup", "Moss stoneware cups", "cup", 1850),
    Product("Kiln espresso cup", "Kiln espresso cups", "cup", 1250),
    Product("set of six Ridge mugs", "sets of six Ridge mugs", "cup", 7200),
    Product("Dune milk jug", "Dune milk jugs", "cup", 2390),
    Product("Lark tea mug", "Lark tea mugs", "cup", 1640),
    Product("Fjord storage box", "Fjord storage boxes", "box", 3490),
    Product("Pine shelf unit", "Pine shelf units", "box", 21900),
    Product("Oak side table", "Oak side tables", "box", 18900),
    Product("Elm blanket chest", "Elm blanket chests", "box", 26500),
    Product("Birch picture frame", "Birch picture frames", "box", 2950),
    Product("Sorrel linen basket", "Sorrel linen baskets", "box", 4780),
    Product("Wren bedside cabinet", "Wren bedside cabinets", "box", 12900),
)

_PEOPLE = {
    "en": (
        ("Ms", ("Amara", "Priya", "Eleanor", "Sofia", "Grace", "Hannah", "Mei", "Ingrid", "Ruth")),
        ("Mr", ("Daniel", "Kofi", "Tomasz", "Rahul", "Owen", "Marcus", "Jonas", "Samuel", "Hugo")),
    ),
    "de": (
        ("Frau", ("Katrin", "Annika", "Sabine", "Lena", "Ute")),
        ("Herr", ("Matthias", "Jürgen", "Florian", "Uwe", "Thomas")),
    ),
    "fr": (
        ("Mme", ("Camille", "Élodie", "Sylvie", "Margaux", "Inès")),
        ("M.", ("Julien", "Olivier", "Rémi", "Antoine", "Gaël")),
    ),
}
_FAMILIES = {
    "en": (
        "Okafor",
        "Lindqvist",
        "Patel",
        "Whitcombe",
        "Marchetti",
        "Byrne",
        "Novak",
        "Adeyemi",
        "Castellanos",
        "Hargreaves",
        "Sato",
        "Van Dijk",
        "O'Rourke",
        "Kowalska",
        "Mensah",
        "Farrell",
        "Iyer",
        "Thorsen",
        "Caldwell",
        "Reyes",
    ),
    "de": ("Brandt", "Vogel", "Hoffmann", "Schäfer", "Krüger", "Weiß", "Lorenz", "Pohl"),
    "fr": ("Lefèvre", "Moreau", "Girard", "Benoît", "Chevalier", "Rousseau", "Faure", "Delmas"),
}
_LANGUAGES = (("en", 0.84), ("de", 0.09), ("fr", 0.07))
_TIERS = (("standard", 0.7), ("plus", 0.22), ("gold", 0.08))


def customer(dice: Dice, language: str | None = None) -> Customer:
    """A customer of the shop, in this language or any."""
    tongue = language or dice.weighted(_LANGUAGES)
    title, names = dice.pick(_PEOPLE[tongue])
    currency = dice.pick(("EUR", "EUR", "GBP", "USD")) if tongue == "en" else "EUR"
    return Customer(
        ident=f"c-{dice.between(1000, 9899)}",
        title=title,
        first=dice.pick(names),
        last=dice.pick(_FAMILIES[tongue]),
        language=tongue,
        currency=currency,
        tier=dice.weighted(_TIERS),
    )


def somebody_else(known: Customer, dice: Dice) -> Customer:
    """Another customer, with another family name."""
    other = customer(dice, known.language)
    while other.last == known.last:
        other = customer(dice, known.language)
    return other
